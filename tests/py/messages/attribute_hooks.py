# What __getattr__ and __getattribute__ raise without saying whose attribute is missing learns it.


class Hook:
    blech = None

    def __getattr__(self, attr):
        raise AttributeError(*self.args)


def show(obj, name):
    try:
        getattr(obj, name)
    except AttributeError as e:
        print(repr(e), e.name, type(e.obj).__name__)


h = Hook()
for args in (), ("text",), (1, 2):
    Hook.args = args
    show(h, "bluch")


class Told:
    def __getattr__(self, attr):
        raise AttributeError(attr, name="told")


class Whole:
    def __getattribute__(self, attr):
        raise AttributeError("no " + attr)


class Both(Whole):
    def __getattr__(self, attr):
        if attr == "one":
            return 1
        raise AttributeError("neither " + attr)


class Other(AttributeError):
    pass


class Derived:
    def __getattr__(self, attr):
        raise Other("of its own kind")


show(Told(), "a")
show(Whole(), "b")
show(Both(), "c")
show(Derived(), "d")
print(Both().one, hasattr(Both(), "two"), getattr(Whole(), "x", "default"))
import types
m = types.ModuleType("m")
m.__getattr__ = lambda name: {}[name] if name == "key" else exec("raise AttributeError(name)")
show(m, "q")
try:
    m.key
except KeyError as e:
    print(repr(e))
try:
    object.__getattribute__(h, "bluch")
except AttributeError as e:
    print(e, e.name, e.obj is h)
Hook.args = ()
h.bluch
