# match as dispatch: a small evaluator and returns from cases.
def ev(e):
    match e:
        case int() | float():
            return e
        case ('+', a, b):
            return ev(a) + ev(b)
        case ('*', a, b):
            return ev(a) * ev(b)
        case ('neg', a):
            return -ev(a)
        case (op, *args) if op in ('max', 'min'):
            return {'max': max, 'min': min}[op](*map(ev, args))
        case (op, *_):
            raise ValueError(f'unknown {op}')
        case _:
            raise TypeError(f'bad {e!r}')
print(ev(('+', 1, ('*', 2, ('neg', 3)))), ev(('max', 1, 5, ('+', 2, 2))))
for bad in (('?', 1), None, 'abc'):
    try:
        print(ev(bad))
    except (ValueError, TypeError) as x:
        print(x)
def loop(cmds):
    out = []
    for c in cmds:
        match c.split():
            case ['quit']:
                break
            case ['skip', *_]:
                continue
            case [word]:
                out.append(word)
            case [cmd, *args]:
                out.append((cmd, args))
    else:
        out.append('end')
    return out
print(loop(['a', 'skip x', 'b c d', '', 'quit', 'z']), loop(['q']))
