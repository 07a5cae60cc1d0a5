# The statements import and class call what builtins has as __import__ and __build_class__.
import builtins
import annotationlib
import importlib
import os.path
import string
import textwrap
import types

type Warm = int


class Warmer[T]:
    pass


real = builtins.__import__


def loud(name, globals=None, locals=None, fromlist=(), level=0):
    print("import", name, globals is not None, locals is globals, locals is None, fromlist, level)
    return real(name, globals, locals, fromlist, level)


builtins.__import__ = loud
try:
    import string
    from string import digits, capwords
    import os.path as p

    def inside():
        import string
        return string.digits

    print(inside(), p.join("a", "b"))

    class Body:
        import string

    print(Body.string is string)
    importlib.import_module("textwrap")
finally:
    builtins.__import__ = real

made = builtins.__build_class__


def building(func, name, *bases, **keywords):
    print("class", name, bases, sorted(keywords))
    return made(func, name, *bases, **keywords)


builtins.__build_class__ = building
try:
    class One:
        x = 1

    class Two(One, metaclass=type):
        pass

    class Three[T](Two):
        pass
finally:
    builtins.__build_class__ = made
print(Two.x, Three.__mro__[1].__name__)


# ---- builtins of one's own, for exec and eval ----
def attempt(what, source, namespace):
    try:
        print(what(source, namespace))
    except Exception as e:
        print(type(e).__name__, e)
    return namespace


class Counting(dict):
    def __getitem__(self, key):
        print("asked for", key)
        return dict.__getitem__(self, key)


class Missing(dict):
    def __missing__(self, key):
        return "missing " + key


proxy = types.MappingProxyType({"n": 5, "__import__": lambda *a: a[0], "print": print})
attempt(eval, "n", {"__builtins__": proxy})
attempt(eval, "m", {"__builtins__": proxy})
attempt(eval, "(lambda: n + 1)()", {"__builtins__": proxy})
attempt(eval, "[n for _ in (1, 2)]", {"__builtins__": proxy})
attempt(exec, "class A: pass", {"__builtins__": proxy})
print(attempt(exec, "import a.b", {"__builtins__": proxy})["a"])
attempt(exec, "import a", {"__builtins__": {}})
attempt(exec, "class A: pass", {"__builtins__": {}})
attempt(exec, "print(1)", {"__builtins__": {}})
attempt(exec, "print(1)", {"__builtins__": 123})
attempt(eval, "n", {"__builtins__": Counting(n=1)})
attempt(eval, "k", {"__builtins__": Counting(n=1)})
attempt(eval, "k", {"__builtins__": Missing()})
attempt(eval, "n", Counting(n=1))
attempt(eval, "len(n)", Counting(n="four"))
attempt(eval, "k + k", Missing())
attempt(eval, "(lambda: n)()", Counting(n=1))
attempt(exec, "def f():\n return n, len('ab')\nx = f()\n", space := Counting(n=1))
print(dict.__getitem__(space, "x"))
empty = {}
exec("1", empty)
print(type(empty["__builtins__"]), empty["__builtins__"] is builtins.__dict__)
inner = {"__builtins__": {"exec": exec, "globals": globals}}
exec("g = {}\nexec('1', g)", inner)
print(inner["g"]["__builtins__"] is inner["__builtins__"])
exec("def f(): pass", inner)
print(inner["f"].__builtins__ is inner["__builtins__"], attempt.__builtins__ is builtins.__dict__)
