# type.__new__ of what is no class, or no metaclass
for meta in (5, "x", None, int, object, dict):
    for rest in (("x",), ("x", (), {}), ("x", (int,), {"a": 1})):
        try:
            print(type.__new__(meta, *rest))
        except TypeError as e:
            print(e)
print(type.__new__(type, "C", (), {}))
