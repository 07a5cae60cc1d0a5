# Names of exception classes in the last line are qualified, with empty and multi-line messages.
import traceback
class Outer:
    class Inner(Exception):
        pass
def show(e):
    print(''.join(traceback.format_exception_only(e)), end='')
show(Outer.Inner('x'))
show(Outer.Inner())
show(ValueError(''))
show(ValueError('two\nlines'))
show(KeyError('a'))
show(AssertionError())
class BadStr(Exception):
    def __str__(self):
        raise TypeError('no str')
show(BadStr())
show(OSError(2, 'No such file', 'name.txt'))
show(SyntaxError('bad', ('f.py', 3, 5, 'a = = 1\n', 3, 6)))
class InModule(Exception):
    __module__ = 'some.module'
raise InModule('uncaught')
