# The tree of builtin exceptions.
def walk(c, depth=0):
    print('  ' * depth + c.__name__)
    for s in sorted(c.__subclasses__(), key=lambda s: s.__name__):
        if s.__module__ == 'builtins':
            walk(s, depth + 1)
walk(BaseException)
print(IOError is OSError, EnvironmentError is OSError, Exception.__base__, KeyError.__mro__)
