# Sequence patterns: lengths, stars, nesting, what counts as a sequence.
def f(x):
    match x:
        case []:
            return 'empty'
        case [a]:
            return 'one', a
        case (a, b):
            return 'two', a, b
        case [1, *rest, 9]:
            return '1..9', rest
        case [a, [b, *c], *_]:
            return 'nested', a, b, c
        case [*all]:
            return 'many', all
        case _:
            return 'not a sequence'
for v in ([], (5,), [1, 2], (1, 2, 3, 9), [1, [2, 3, 4], 5], range(4), 'ab', b'ab', {1, 2}, {'k': 1}, 5, iter([1]), [1, 5, 9], bytearray(b'ab')):
    print(f(v))
from collections import deque
print(f(deque([1, 2])), f(memoryview(b'ab')))
match [1, 2, 3, 4, 5]:
    case a, *_, b:
        print(a, b)
match (1, (2, (3, ()))):
    case (a, (b, (c, ()))):
        print(a, b, c)
match [[1, 2], [3, 4]]:
    case [[a, _], [_, b]]:
        print(a, b)
match ['go', 'north']:
    case ['go', ('north' | 'south') as d]:
        print('direction', d)
