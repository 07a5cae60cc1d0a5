# None, True, False, Ellipsis, NotImplemented.
print(None, True, False, ..., Ellipsis)
print(repr(NotImplemented), type(NotImplemented), type(...), type(None))
print(None is None, ... is Ellipsis, True is not False)
print(True + True, True * 3.5, -True, ~int(True))
try:
    bool(NotImplemented)
except TypeError as e:
    print(e)
print(str(None) + str(True))
print(isinstance(True, int), True == 1, hash(True) == hash(1))
print(type(None)(), type(...)())
