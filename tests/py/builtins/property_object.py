# property, staticmethod, classmethod, super and object as values.
p = property(lambda s: 1, None, None, 'doc text')
print(p.__doc__, p.fget is not None, p.fset, p.fdel, type(p).__name__, p.__isabstractmethod__)
class C:
    p = p
    q = property(doc='only doc')
    r = p.setter(lambda s, v: print('set', v))
c = C()
c.r = 5
print(c.p, c.r, C.p is p, C.q.__doc__)
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: c.q)
show(lambda: setattr(c, 'p', 1))
show(lambda: delattr(c, 'p'))
show(lambda: p.__get__(None, C) is p)
show(lambda: p.__get__(c))
show(lambda: property(5).__get__(c))
s = staticmethod(lambda x: x * 2)
print(s(4), s.__func__(3), staticmethod(len).__wrapped__ is len, type(s).__name__)
k = classmethod(lambda cls: cls.__name__)
show(lambda: k())
print(k.__get__(None, C)(), k.__get__(c)(), k.__func__(int))
print(object(), object() == object(), object().__class__) if False else print(object.__name__, type(object.__doc__))
show(lambda: object.__init__(c, 1))
show(lambda: object().x)
show(lambda: object.__eq__(1, 2))
show(lambda: object.__format__(1, 'd'))
show(lambda: c.__init__())
print(object.__str__(5), object.__repr__(5).startswith('<int object at'), object.__hash__(c) == hash(c), object.__ne__(c, c), object.__lt__(1, 2))
