# match: literals, captures, wildcard, or-patterns, guards.
def f(x):
    match x:
        case 0:
            return 'zero'
        case -1 | 1.5 | 2j | -3 + 4j:
            return 'number'
        case 'a' | b'b':
            return 'text'
        case None:
            return 'none'
        case True:
            return 'true'
        case n if n == 'guard':
            return 'guarded'
        case [] | ():
            return 'empty sequence'
        case _:
            return 'other'
for v in (0, 0.0, False, -1, 1.5, 2j, -3 + 4j, 'a', b'b', None, True, 1, 'guard', [], (), {}, '', 5):
    print(repr(v), f(v))
match 5:
    case x if x > 10:
        print('big')
    case x:
        print('captured', x)
print(x)
match 'no':
    case 'yes':
        print('never')
print('fell through')
match 1, 2:
    case a, b:
        print(a, b)
match = 5
case = match
print(match, case)
match match:
    case case:
        print(case)
_ = 'untouched'
match 5:
    case _:
        pass
print(_)
