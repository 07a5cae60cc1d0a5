# What help() prints of functions, classes and objects, made of their signatures and docstrings.
import pydoc
from dataclasses import dataclass
def f(a, b=1, *c, d: int = 2, **e) -> str:
    """Doc of f.

    More of f.
    """
def g(): pass
class B:
    """Base doc."""
    __slots__ = ()
    def base(self): "base method"
    over = 1
class C(B):
    """Doc of C."""
    __slots__ = ("q", "__dict__")
    x: int = 5
    def m(self, z):
        """m doc"""
    @classmethod
    def cm(cls): "cm doc"
    @staticmethod
    def sm(v): "sm doc"
    @property
    def p(self): "p doc"
    @property
    def w(self): "w doc"
    @w.setter
    def w(self, v): pass
    def base(self): pass
    alias = m
    async def co(self): "co doc"
    long = list(range(100))
lam = lambda q: q
for thing in (f, g, C.m, C().m, C.p, lam, C.cm, C.sm, B, C.base, C.co):
    pydoc.help(thing)
text = pydoc.plain(pydoc.render_doc(C))
print(text[:text.index("Data descriptors defined here")])
print(pydoc.render_doc(C())[:60])
print(pydoc.describe(f), pydoc.describe(C), pydoc.describe(3), pydoc.describe(pydoc), pydoc.describe(len), pydoc.describe(C().m))
print(pydoc.splitdoc("One.\n\nTwo.\nThree."), pydoc.locate("os.path.join").__name__, pydoc.locate("no.such.thing"), pydoc.plain("b\bbo\bold"))
pydoc.help("no.such.thing")
