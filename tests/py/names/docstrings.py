# Where docstrings are found, and what is none.
"""Module doc."""
def f():
    """Function doc.

    Indented.
      More.
    """
def g():
    'single' ' joined'
    return 1
def h():
    f"""not a docstring"""
def i():
    b"""bytes are none"""
def j():
    x = 1
    """too late"""
def k(): "one line"
class C:
    'Class doc.'
    def m(self):
        """Method
        doc."""
    x = 1
    'not it'
async def co(): 'coroutine doc'
lam = lambda: 'no doc'
print(repr(__doc__))
for o in (f, g, h, i, j, k, C, C.m, C().m, co, lam):
    print(repr(o.__doc__))
f.__doc__ = 'changed'
C.__doc__ = 'changed too'
print(f.__doc__, C.__doc__, C().__doc__)
class D(C): pass
print(D.__doc__, D.m.__doc__)
try:
    C.m.__doc__ = 5
    print(C.m.__doc__)
    C().m.__doc__ = 'x'
except AttributeError as e:
    print(e)
class P:
    @property
    def p(self): "prop doc"
    __slots__ = {'s': 'slot doc'}
print(P.p.__doc__, P.s.__doc__)
