# Modules and members of builtin classes, as they show themselves; what misses an attribute.
import types, sys, operator

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
m = types.ModuleType('m')
show(lambda: m.__dir__())
show(lambda: dir(m))
m.__getattr__ = lambda n: n * 2
show(lambda: repr(m))
show(lambda: m)

def g(n):
    raise AttributeError(n)
m.__getattr__ = g
show(lambda: repr(m))

def g(n):
    raise ValueError(n)
m.__getattr__ = g
show(lambda: repr(m))

def f():
    pass

class C:

    def m(self):
        pass

    def s(self):
        return super()
for o in (C().m, sys, C().s(), list[int], int | str, f, C, len, [].append, types.SimpleNamespace(), m):
    show(lambda: object.__getattribute__(o, 'x'))
    if o is not m:
        show(lambda: o.__getattribute__('x'))
    show(lambda: o.x)
print(str.__dict__['maketrans'].__func__.__name__, str.maketrans('a', 'b'), 'a'.maketrans('a', 'b'), bytes.maketrans(b'a', b'b')[97])
show(lambda: slice.start)
show(lambda: type(slice.start))
show(lambda: slice.start.__get__(slice(1, 2)))
show(lambda: slice.start.__get__(slice(1, 2)))
show(lambda: slice.start.__set__(slice(1, 2), 3))
show(lambda: slice.start.__delete__(slice(1, 2)))
show(lambda: slice.start.__get__(5))
show(lambda: slice.start.__set__(5, 3))
show(lambda: slice.start.__doc__)
show(lambda: slice.start.__reduce__())
show(lambda: slice.start.__name__ + slice.start.__qualname__)
show(lambda: slice.start.__objclass__)
show(lambda: delattr(int.real, '__name__'))
show(lambda: OSError.errno)
show(lambda: OSError.errno.__set__(OSError(), 5))
show(lambda: OSError.errno.__set__(5, 5))
show(lambda: isinstance(slice.start, types.MemberDescriptorType))
show(lambda: type(operator.add).__module__)
import inspect
show(lambda: inspect.ismemberdescriptor(slice.start))
show(lambda: inspect.isgetsetdescriptor(slice.start))
show(lambda: inspect.isdatadescriptor(slice.start))
