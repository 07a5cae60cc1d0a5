# User exception classes: hierarchy, constructors, catching by base.
class AppError(Exception):
    """Base of all."""
class NotFound(AppError, KeyError):
    def __init__(self, what, *, code=404):
        super().__init__(what)
        self.what, self.code = what, code
    def __str__(self):
        return f'{self.what} not found ({self.code})'
class Quiet(AppError): pass
for cls in (AppError, KeyError, LookupError, Exception, NotFound):
    try:
        raise NotFound('thing', code=410)
    except cls as e:
        print(cls.__name__, '->', e, e.args, repr(e), e.code)
try:
    raise Quiet
except AppError as e:
    print(type(e).__name__, repr(str(e)), e.args)
class Fmt(Exception):
    def __init__(self, n):
        Exception.__init__(self, 'n is %d' % n)
print(Fmt(3), repr(Fmt(3)), isinstance(NotFound('x'), KeyError), [c.__name__ for c in NotFound.__mro__])
class NoInit(Exception):
    def __init__(self, a, b):
        self.pair = a, b
print(NoInit(1, 2).args, str(NoInit(1, 2)), NoInit(1, 2).pair)
try:
    class Multi(KeyError, OSError): pass
except TypeError as e:
    print(e)
try:
    class Both(ValueError, TypeError): pass
    raise Both('both')
except TypeError as e:
    print(type(e).__name__, e)
