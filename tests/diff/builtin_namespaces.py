# The namespaces of builtin classes list their members in an order of our own.
print(list(vars(str))[0] == "__new__", "join" in vars(str))
