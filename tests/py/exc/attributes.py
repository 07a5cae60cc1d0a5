# args, str, repr and the attributes of builtin exceptions.
for e in (ValueError(), ValueError('a'), ValueError('a', 1), KeyError('k'), KeyError(), KeyError('a', 'b'), KeyError(1), IndexError('i'), Exception(None), Exception([1]), OSError(), OSError(2), OSError(2, 'No'), OSError(2, 'No', 'f'),
          FileNotFoundError(2, 'No', 'f', None, 'g'), StopIteration(5), StopIteration(), SystemExit(3), SystemExit('bye'), ImportError('m', name='n', path='p'), NameError('x', name='x'), AttributeError('a', name='n', obj=1), UnicodeDecodeError('utf-8', b'ab', 0, 1, 'why'),
          UnicodeEncodeError('ascii', 'é', 0, 1, 'why'), SyntaxError('s', ('f.py', 1, 2, 'text', 1, 5)), BaseException('b')):
    print(type(e).__name__, str(e), '|', repr(e), '|', e.args)
print(StopIteration(5).value, SystemExit(3).code, OSError(2, 'm', 'f').filename, OSError(2, 'm').errno, OSError(2, 'm').strerror, type(OSError(2, 'x')).__name__, type(OSError(13, 'x')).__name__, type(OSError(17, 'x')).__name__, ImportError('m', name='n').name)
s = SyntaxError('s', ('f.py', 1, 2, 'text', 1, 5))
print(s.filename, s.lineno, s.offset, s.text, s.end_lineno, s.end_offset, s.msg)
e = ValueError('x')
e.args = ('changed', 2)
e.extra = 1
print(e, e.args, e.__dict__, e.__traceback__, e.__cause__, e.__context__, e.__suppress_context__)
for f in (lambda: setattr(e, 'args', 5), lambda: setattr(e, '__cause__', 5), lambda: setattr(e, '__traceback__', 5), lambda: ValueError(x=1), lambda: delattr(e, 'args'), lambda: UnicodeDecodeError(1), lambda: ImportError('m', foo=1)):
    try:
        f()
    except TypeError as t:
        print(t)
