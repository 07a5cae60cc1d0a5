# Calling a module: what is offered when it has something of its own name.
import types

plain = types.ModuleType("plain")
same = types.ModuleType("same")
same.same = lambda: 1
data = types.ModuleType("data")
data.data = 5
for module in (plain, same, data):
    try:
        module()
    except TypeError as e:
        print(e)
