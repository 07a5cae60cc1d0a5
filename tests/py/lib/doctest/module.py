"""Doc of a.

>>> f(1)
2
>>> f(3)
5
"""
def f(x):
    """
    >>> f(2)
    3
    >>> 1/0
    Traceback (most recent call last):
      ...
    ZeroDivisionError: division by zero
    >>> f(2)  # doctest: +SKIP
    9
    """
    return x+1
class C:
    """>>> 1
    1
    """
    def m(self):
        """
        >>> raise ValueError('x')
        >>> print()
        <BLANKLINE>
        >>> print('a\\n\\nb')
        c
        """
    @property
    def p(self):
        """>>> 3
        3
        """
    def n(self): "nothing"
def g():
    """>>> for i in range(2):
    ...     i
    0
    1
    """
import contextlib
import io
import re
import doctest
__test__ = {"x": ">>> 1\n2\n"}
if __name__ == "__main__":
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        print(doctest.testmod())
        print(doctest.testmod(verbose=True))
        print(doctest.testmod(optionflags=doctest.REPORT_NDIFF | doctest.FAIL_FAST))
        doctest.run_docstring_examples(f, globals(), name="f", verbose=True)
        suite = doctest.DocTestSuite()
        print(list(suite), suite.countTestCases())
        for test in suite:
            result = test.run()
            print(test.id(), repr(test), test.shortDescription(), result)
            for _, text in result.failures:
                print(text)
    print(re.sub(r"line (\d+|\?|unknown line number)", "line N", shown.getvalue()))
