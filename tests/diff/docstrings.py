# The docstrings of builtins are words of our own.
print(bool(len.__doc__), bool(str.join.__doc__))
