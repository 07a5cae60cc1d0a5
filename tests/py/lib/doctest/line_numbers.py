# Where the doc strings of a program begin.
'''Mod.

>>> 1
2
'''
import doctest
class A:
    '''
    >>> 1
    3
    '''
    class B:
        """>>> 2
        4"""
    @property
    def p(self):
        """
        >>> 3
        5
        """
    @classmethod
    def c(cls): 
        'd'
        class A: pass
    @staticmethod
    def s():
        r"""x
        >>> 9
        """
class C(
   A): 
    # comment
    '''
    >>> 5
    5
    '''
def f():
    # c
    """>>> 6"""
class D: """>>> 6
    7"""
class N: pass
@doctest.register_optionflag if 0 else (lambda c: c)
class E:
    x = 1
    def q(self): """>>> 7"""
__test__ = {"t": ">>> 1\n1\n", "fn": f}
for t in doctest.DocTestFinder(exclude_empty=False).find(__import__("__main__"), "M"):
    print(t.name, t.lineno, [e.lineno for e in t.examples])
