# Mapping patterns: required keys, rest, values.
def f(x):
    match x:
        case {'type': 'point', 'x': x, 'y': y}:
            return 'point', x, y
        case {'type': 'list', 'items': [first, *_]}:
            return 'list', first
        case {'a': {'b': b}, **rest}:
            return 'nested', b, rest
        case {1: one, None: none}:
            return one, none
        case {'only': v, **rest} if not rest:
            return 'only', v
        case {}:
            return 'some mapping', len(x)
        case _:
            return 'no mapping'
for v in ({'type': 'point', 'x': 1, 'y': 2, 'z': 3}, {'type': 'list', 'items': [5, 6]}, {'type': 'list', 'items': []}, {'a': {'b': 1}, 'c': 2}, {1: 'p', None: 'q'}, {'only': 1}, {'only': 1, 'more': 2}, {}, [], 'x'):
    print(f(v))
class D(dict):
    def __missing__(self, k):
        return 'made up'
match D(a=1):
    case {'zz': v}:
        print('missing used', v)
    case {'a': v}:
        print('a', v)
match {'k': 1, 'l': 2}:
    case {'k': 1 | 2 as k, **others}:
        print(k, others)
