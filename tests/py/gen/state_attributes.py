# gi_running, gi_frame, gi_suspended, names, re-entry.
def g():
    me = it
    print(me.gi_running, me.gi_suspended)
    try:
        next(me)
    except ValueError as e:
        print(e)
    yield 1
it = g()
print(it.gi_running, it.gi_suspended, it.gi_frame is not None, it.gi_yieldfrom, it.__name__, it.__qualname__, it.gi_code.co_name)
next(it)
print(it.gi_running, it.gi_suspended)
list(it)
print(it.gi_frame, it.gi_suspended)
ge = (x for x in 'a')
print(ge.__name__, ge.__qualname__)
ge.__name__ = 'renamed'
print(ge.__name__)
def y():
    yield from sub
sub = (i for i in range(2))
o = y()
next(o)
print(o.gi_yieldfrom is sub)
class C:
    def gen(self): yield 1
print(C().gen().__qualname__)
for f in (lambda: len(ge), lambda: ge[0], lambda: g() + 1, lambda: ge.nope):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(e)
