# The __module__ of a builtin function cannot be set.
try:
    len.__module__ = "x"
except AttributeError as e:
    print(e)
