# The docstrings of builtins are words of our own.
print(len.__doc__, str.join.__doc__, sep="\n")
