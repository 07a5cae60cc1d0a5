# The order of evaluation, stores into names that are still in use, names that may have no value.
def t(name, f, *a):
    try:
        print(name, f(*a))
    except Exception as e:
        print(name, type(e).__name__, e)
def swap(a, b):
    a, b = b, a
    return a, b
t('swap', swap, 1, 2)
def rot(a, b, c):
    a, b, c = c, a, b
    return a, b, c
t('rot', rot, 1, 2, 3)
def idx(a, i):
    a[i], i = i, 2
    return a, i
t('idx', idx, [5, 6], 1)
def idx2(a, i):
    i, a[i] = 0, 9
    return a, i
t('idx2', idx2, [5, 6], 1)
def wal(x):
    return x + (x := 3), x
t('wal', wal, 10)
def wal2(x):
    return [x, (x := 3), x]
t('wal2', wal2, 10)
def wal3(a, i):
    a[i] = (i := 0)
    return a, i
t('wal3', wal3, [1, 2, 3], 2)
def wal4(x):
    return x < (x := 5) < x + 1, x
t('wal4', wal4, 1)
def wal5(x):
    x += (x := 10)
    return x
t('wal5', wal5, 1)
def wal6(d):
    d['k'] += (d := {'k': 5})['k']
    return d
t('wal6', wal6, {'k': 1})
def wal7(x):
    return (x, y := (x := 5), x, y) if x else 0
t('wal7', wal7, 1)
def wal8(x):
    return f"{x}{(x := 2)}{x}"
t('wal8', wal8, 1)
def wal9(x, y=0):
    x, y = x, (x := 7)
    return x, y
t('wal9', wal9, 1)
def wal10(s):
    return s[(s := 1):] if isinstance(s, list) else s
t('wal10', wal10, [1, 2, 3])
def orr(x):
    x = x or x.missing
    return x
t('or', orr, 0)
def orr2(x):
    try:
        x = 5 and x.missing
    except AttributeError:
        pass
    return x
t('or2', orr2, 'keep')
def chainassign(a):
    b = c = d = a
    (b, c), d = a, b = [1, 2], [3, 4]
    return a, b, c, d
t('chain', chainassign, 0)
def ch2():
    i = 0
    a = [1, 2, 3]
    i = a[i] = 2
    return i, a
t('ch2', ch2)
def unb(c):
    if c: x = 1
    return x
t('unb', unb, 1); t('unb', unb, 0)
def unb2(n):
    for i in range(n): y = i
    return i, y
t('unb2', unb2, 3); t('unb2', unb2, 0)
def unb3(n):
    while n:
        z = n
        n -= 1
    else:
        w = 1
    return w, z
t('unb3', unb3, 2); t('unb3', unb3, 0)
def unb4(n):
    try:
        q = 1 // n
    except ZeroDivisionError as e:
        pass
    return q
t('unb4', unb4, 1); t('unb4', unb4, 0)
def unb5(n):
    try:
        q = 1 // n
    except ZeroDivisionError as e:
        q = str(e)
    return q, e
t('unb5', unb5, 1); t('unb5', unb5, 0)
def unb6(n):
    x = 1
    for i in range(n):
        print(x)
        del x
t('unb6', unb6, 2)
def unb7():
    del x
    x = 1
t('unb7', unb7)
def unb8(n):
    with open_(n):
        v = 1
        1 // n
    return v
class open_:
    def __init__(s, n): s.n = n
    def __enter__(s): return s
    def __exit__(s, *a): return True
t('unb8', unb8, 1); t('unb8', unb8, 0)
def unb9(v):
    match v:
        case [a, b]: pass
        case {'k': a}: pass
        case int(): pass
    return a
t('m', unb9, [1, 2]); t('m', unb9, {'k': 4}); t('m', unb9, 5)
def unb10():
    return [y for x in (1, 2) for y in (y, x)]
t('unb10', unb10)
def unb11(c):
    def inner(): return k
    if c: k = 1
    return inner()
t('unb11', unb11, 1); t('unb11', unb11, 0)
def fin(log):
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            log.append(i)
        finally:
            log.append(('f', i))
    else:
        log.append('else')
    return log
t('fin', fin, [])
def fin3(x):
    try:
        return x
    finally:
        x = 99
t('fin3', fin3, 1)
def fin4(log):
    try:
        try:
            return log
        finally:
            log.append(1)
            raise KeyError('k')
    except KeyError:
        log.append(2)
    finally:
        log.append(3)
    return log
t('fin4', fin4, [])
def fin5():
    try:
        1 / 0
    finally:
        try:
            raise ValueError
        except ValueError:
            pass
t('fin5', fin5)
def fin6():
    while True:
        try:
            try:
                break
            finally:
                a = 1
        finally:
            b = 2
    return a, b
t('fin6', fin6)
def exc():
    out = []
    try:
        try:
            raise KeyError(1)
        except KeyError as e:
            out.append(repr(e))
            raise ValueError(2) from e
    except ValueError as v:
        out.append((repr(v.__cause__), repr(v.__context__)))
    try:
        e
    except NameError as n:
        out.append(str(n))
    return out
t('exc', exc)
def loopret():
    for x in range(3):
        for y in range(3):
            with open_(0):
                try:
                    if (x, y) == (1, 1): return x, y
                finally:
                    pass
t('loopret', loopret)
def comp():
    x = 'outer'
    r = [x for x in range(3)], x
    fs = [lambda: x for x in range(3)]
    g = (x * y for x in range(3) for y in range(2) if x != y)
    return r, [f() for f in fs], x, list(g), {x: [x for x in range(x)] for x in range(3)}
t('comp', comp)
class C:
    a = 3
    b = [a for _ in range(1)] if False else [i for i in range(a)]
    c = [[i * j for j in range(3)] for i in range(2)]
    d = {k: v for k, v in [('x', 1)]}
t('C', lambda: (C.b, C.c, C.d))
t('ternary', lambda a: 'y' if a and not a < 0 else 'n', 3)
t('not', lambda a, b: not (a and b) or (not a or b), 1, 0)
def whil(n):
    out = []
    while n and (n != 3 or out.append('three')) or n == 3:
        out.append(n)
        n -= 1
    return out
t('while', whil, 5)
def consts():
    return (1, 1.0, True, 0.0, -0.0, 1j, 'a', b'a', (1, (2, 3)), -5, 2 ** 10, 'ab' * 3, (1,) * 3, 10 // 3, 7 % 4, 1 << 40, ~5, not 0, ...)
t('consts', consts)
t('in', lambda x: (x in [1, 2], x in {1, 2}, x not in (1, 2), x in 'a' if isinstance(x, str) else None), 2)
def nested_def():
    def a(x, *, y=1, **k):
        def b(): return x + y
        return b() + len(k)
    return a(1, y=2, z=3)
t('nested', nested_def)
def star(*a, b, **k): return a, b, k
t('star', lambda: star(*[1], 2, *(3, 4), b=5, **{'c': 6}, d=7, **{}))
t('dup', lambda: star(b=1, **{'b': 2}))
t('dup2', lambda: star(**{'b': 2}, b=1))
t('dup3', lambda: star(**{'x': 2}, **{'x': 3}, b=1))
t('bad', lambda: star(*1, b=2))
t('bad', lambda: star(**1))
t('bad', lambda: star(**{1: 2}))
t('bad', lambda: [*1])
t('bad', lambda: {**1})
t('bad', lambda: {*1})
