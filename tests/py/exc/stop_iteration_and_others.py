# StopIteration, GeneratorExit and friends used by hand.
it = iter([1])
next(it)
try:
    next(it)
except StopIteration as e:
    print(e.value, e.args, repr(e))
e = StopIteration(1, 2)
print(e.value, e.args)
e.value = 'set'
print(e.value)
def f():
    raise StopIteration('from a function')
try:
    f()
except StopIteration as e:
    print(e.value)
print(list(iter(f, None)))
class It:
    def __getitem__(self, i):
        if i == 2: raise StopIteration('from getitem')
        return i
print(list(It()))
class It2:
    def __getitem__(self, i):
        if i == 2: raise IndexError('end')
        return i
print(list(It2()), [*It2()], 5 in It2(), max(It2()))
try:
    raise GeneratorExit('x')
except BaseException as e:
    print(type(e).__name__, isinstance(e, Exception))
for cls in (KeyboardInterrupt, SystemExit, GeneratorExit):
    try:
        try:
            raise cls('base')
        except Exception:
            print('never')
    except BaseException as e:
        print(type(e).__mro__[1].__name__, e)
print(SystemExit(1, 2).code, SystemExit().code, SystemExit('m').code, SystemExit(None).args)
try:
    [][0]
except LookupError as e:
    print(type(e).__name__)
try:
    raise StopAsyncIteration('s')
except Exception as e:
    print(repr(e))
print(issubclass(RecursionError, RuntimeError), issubclass(UnicodeDecodeError, ValueError), issubclass(ModuleNotFoundError, ImportError), issubclass(TimeoutError, OSError), issubclass(ExceptionGroup, Exception))
