# except* with matching, leftovers, naked exceptions and re-raising.
def run(exc, *handlers):
    try:
        try:
            raise exc
        except* ValueError as eg:
            print('ValueError', repr(eg))
        except* (TypeError, KeyError) as eg:
            print('Type or Key', repr(eg))
        else:
            print('else')
        finally:
            print('finally')
    except BaseException as e:
        print('left', repr(e), repr(e.__context__))
run(ExceptionGroup('g', [ValueError(1), TypeError(2)]))
run(ExceptionGroup('g', [ValueError(1), OSError(2), ExceptionGroup('in', [KeyError(3), OSError(4)])]))
run(ValueError('naked'))
run(OSError('unmatched'))
try:
    pass
except* ValueError:
    print('no')
else:
    print('else runs')
try:
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError('new')
except ExceptionGroup as e:
    print(repr(e), [type(x).__name__ for x in e.exceptions])
try:
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError:
        raise
except ExceptionGroup as e:
    print(repr(e))
try:
    try:
        raise ValueError(1)
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)
