# inspect: signatures, binding, kinds of objects, docs, members.
import functools
import inspect


def f(a, b=1, /, c=2, *args, d, e: int = 5, **kw) -> str:
    """Doc of f.

        indented
    back
    """


s = inspect.signature(f)
print(s, list(s.parameters), s.return_annotation, s.parameters["e"], repr(s.parameters["a"]), s.parameters["args"].kind)
b = s.bind(1, 2, 3, 4, d=5, z=6)
print(b, b.args, b.kwargs, b.arguments)
b = s.bind(1, d=2)
b.apply_defaults()
print(b.arguments, s.bind_partial().arguments)
for args, kw in (((), {}), ((1,), {}), ((1,), {"d": 1, "a": 2}), ((1, 2, 3), {"c": 1, "d": 1})):
    try:
        print(s.bind(*args, **kw))
    except TypeError as e:
        print("TypeError", e)
simple = inspect.signature(lambda x, *, y: 0)
for args, kw in (((1, 2), {"y": 1}), ((1,), {"z": 1, "y": 1}), ((1,), {})):
    try:
        simple.bind(*args, **kw)
    except TypeError as e:
        print("TypeError", e)
P = inspect.Parameter
print(inspect.Signature([P("x", P.POSITIONAL_ONLY), P("y", P.KEYWORD_ONLY, default=3, annotation=int)]), P.empty, P("q", P.VAR_KEYWORD))
for bad in (lambda: inspect.Signature([P("x", P.KEYWORD_ONLY), P("y", P.POSITIONAL_ONLY)]), lambda: P("1x", P.KEYWORD_ONLY),
            lambda: inspect.Signature([P("x", P.KEYWORD_ONLY)] * 2), lambda: P("x", P.VAR_POSITIONAL, default=1),
            lambda: inspect.signature(5), lambda: P("x", 9)):
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(s.replace(parameters=[]), s == inspect.signature(f), s.parameters["e"].replace(name="z", default=P.empty))


class C:
    """Class doc."""

    def __init__(self, x, *, y=None):
        pass

    def method(self, z):
        pass

    @classmethod
    def cm(cls, q):
        pass

    @staticmethod
    def sm(r):
        pass

    @property
    def prop(self):
        return 1

    def __call__(self, w):
        pass


class D(C):
    def method(self, z):
        pass


print(inspect.signature(C), inspect.signature(C(1)), inspect.signature(C(1).method), inspect.signature(C.cm), inspect.signature(C.sm), inspect.signature(C.method))
print(inspect.signature(functools.partial(f, 1, d=3)), inspect.signature(functools.partial(C.method, z=1)))


@functools.wraps(f)
def wrapped(*args, **kw):
    pass


print(inspect.signature(wrapped), inspect.signature(wrapped, follow_wrapped=False), inspect.unwrap(wrapped) is f)


def gen():
    yield


async def co():
    pass


async def agen():
    yield


print([name for name in ("isfunction", "ismethod", "isclass", "ismodule", "isbuiltin", "isroutine", "isgeneratorfunction",
                         "iscoroutinefunction", "isasyncgenfunction") for o in (f,) if getattr(inspect, name)(o)])
print(inspect.isgeneratorfunction(gen), inspect.iscoroutinefunction(co), inspect.isasyncgenfunction(agen), inspect.isgenerator(gen()),
      inspect.ismethod(C(1).method), inspect.isclass(C), inspect.ismodule(inspect), inspect.isbuiltin(len), inspect.isabstract(C),
      inspect.isdatadescriptor(C.prop), inspect.isawaitable(5))
print(repr(inspect.getdoc(f)), inspect.getdoc(D), inspect.getdoc(C), inspect.cleandoc("  a\n    b\n      c"))
print([n for n, _ in inspect.getmembers(C, inspect.isfunction)], inspect.getmro(D)[1].__name__,
      inspect.getattr_static(C(1), "prop") is C.__dict__["prop"], inspect.getattr_static(C, "none", "default"))
print(inspect.getfullargspec(f))
print(inspect.getcallargs(lambda a, b=2, *c, **d: 0, 1, 5, 6, z=7))
g = gen()
print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), g.close(), inspect.getgeneratorstate(g))
n = 5
print(inspect.getclosurevars(lambda: n + len("x")).globals)
