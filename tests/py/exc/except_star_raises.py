# What goes on after except* clauses that raise: one exception alone as it is, more in a group.
def chain(e, depth=0):
    while e is not None:
        print('  ' * depth, type(e).__name__, e, e.__suppress_context__, 'cause' if e.__cause__ else 'context' if e.__context__ else '')
        for x in getattr(e, 'exceptions', ()):
            chain(x, depth + 2)
        e, depth = e.__cause__ or e.__context__, depth + 1
def main(errors, raises, again):
    try:
        raise ExceptionGroup('g', errors)
    except* NameError as e:
        print('star', repr(e))
        raise raises[0]
    except* KeyError as e:
        print('star', repr(e))
        if again: raise
        if raises[1]: raise raises[1] from e
for errors in ([NameError()], [NameError(), KeyError(1)], [NameError(), OSError(2)], [KeyError(3)], [KeyError(1), OSError(2), NameError()]):
    for raises in ((IndexError(None), None), (IndexError, TypeError), (ExceptionGroup('h', [EOFError()]), None)):
        for again in (False, True):
            try: main(errors, raises, again)
            except Exception as e: chain(e)
def naked():
    try: 1 / 0
    except* ZeroDivisionError as e:
        raise ValueError('v')
try: naked()
except Exception as e: chain(e)
