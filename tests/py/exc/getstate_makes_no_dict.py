"""Asking an exception for its state gives it no namespace; asking for the namespace does."""
e = ValueError(1)
print(object.__getstate__(e), e.__reduce__(), object.__reduce_ex__(e, 2), e.__reduce__())
e.__dict__
print(object.__getstate__(e), e.__reduce__())
e.x = 1
print(object.__getstate__(e), e.__reduce__())
