# isinstance and issubclass with classes, tuples, unions.
print(isinstance(1, int), isinstance(True, int), isinstance(1, bool), isinstance(1, (str, int)), isinstance(1, ()), isinstance('a', str | int), isinstance(None, int | None), isinstance(1.0, int | str), isinstance(type, type), isinstance(int, object))
print(issubclass(bool, int), issubclass(int, bool), issubclass(int, int), issubclass(KeyError, (OSError, LookupError)), issubclass(str, object), issubclass(int, int | str), issubclass(type, object), issubclass(Exception, BaseException))
class A: pass
class B(A): pass
class C(B, dict): pass
print(isinstance(C(), A), isinstance(C(), dict), isinstance(B(), C), issubclass(C, (int, A)), isinstance(A, A), isinstance(A(), type))
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: isinstance(1, 1))
show(lambda: isinstance(1, 'int'))
show(lambda: isinstance(1, [int]))
show(lambda: isinstance(1, (str, 1)))
show(lambda: isinstance('a', (str, 1)))
show(lambda: issubclass(1, int))
show(lambda: issubclass(int, 1))
show(lambda: issubclass(int, (str, 1)))
show(lambda: isinstance([], list[int]))
show(lambda: isinstance(1, None))
show(lambda: isinstance(1, int | 5))
show(lambda: isinstance(1, list[int] | int))
print(isinstance([], (list, dict)), isinstance((), (list, (set, (tuple,)))), type(1) is int, type(True) == int, type([]) in (list, tuple))
