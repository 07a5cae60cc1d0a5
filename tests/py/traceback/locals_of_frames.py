# What frames of a traceback and of running functions tell: variables, callers, lines.
import sys
def inner(x, *rest):
    y = [x]
    def closed(): return y
    raise ValueError(x)
def outer(a):
    b = a + 1
    inner(b, 'r')
def by_native(): return sorted([2, 1], key=outer)
for f in (lambda: outer(1), by_native):
    try:
        f()
    except ValueError as e:
        tb = e.__traceback__
        while tb:
            frame, names = tb.tb_frame, tb.tb_frame.f_locals
            shown = {k: v for k, v in names.items() if isinstance(v, (int, str, tuple, list))} if frame.f_code.co_name != '<module>' else {}
            print(frame.f_code.co_name, shown, frame.f_lineno, tb.tb_lineno, frame.f_back and frame.f_back.f_code.co_name)
            tb = tb.tb_next
def chain(n):
    if n: return chain(n - 1)
    names, f = [], sys._getframe()
    while f:
        names.append((f.f_code.co_name, f.f_lineno, f.f_locals.get('n')))
        f = f.f_back
    return names
print(chain(2))
def gen():
    got = yield 1
    yield got
g = gen()
print(g.gi_frame.f_locals, g.gi_frame.f_lineno)
next(g); g.send('sent')
print(g.gi_frame.f_locals, g.gi_frame.f_lineno, g.gi_frame.f_code is g.gi_code)
try:
    g.throw(KeyError('k'))
except KeyError as e:
    print([(f.tb_frame.f_code.co_name, f.tb_frame.f_locals.get('got')) for f in (e.__traceback__, e.__traceback__.tb_next)], g.gi_frame)
class C:
    z = 3
    try:
        1 / 0
    except ZeroDivisionError as e:
        print(e.__traceback__.tb_frame.f_locals['z'])
def closure():
    kept = 1
    def use(): return kept + missing
    use()
try: closure()
except NameError as e: print(sorted(e.__traceback__.tb_next.tb_frame.f_locals), dict(e.__traceback__.tb_next.tb_next.tb_frame.f_locals))
