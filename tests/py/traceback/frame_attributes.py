# Frames: names, lines, locals, globals, back links.
import sys
def inner(x):
    y = x + 1
    f = sys._getframe()
    return f.f_code.co_name, f.f_lineno, sorted(f.f_locals), f.f_back.f_code.co_name, f.f_globals is globals(), f.f_back.f_lineno, f.f_locals['x']
def outer():
    z = 1
    return inner(5)
print(outer())
print(sys._getframe().f_code.co_name, sys._getframe(0).f_back)
def depth(n):
    return sys._getframe(n).f_code.co_name
print(depth(0), depth(1))
try:
    sys._getframe(100)
except ValueError as e:
    print(e)
def change():
    a = 1
    sys._getframe().f_locals['a'] = 2
    return a
print(change())
class C:
    f = sys._getframe()
    name = f.f_code.co_name
    del f
print(C.name)
def gen():
    x = 1
    yield
g = gen()
print(g.gi_frame.f_lineno, g.gi_frame.f_locals)
next(g)
print(g.gi_frame.f_lineno, g.gi_frame.f_locals)
def caller_name():
    return sys._getframe(1).f_code.co_qualname
class K:
    def m(self): return caller_name()
print(K().m(), (lambda: caller_name())())
