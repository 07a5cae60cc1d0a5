# Floats have no identity of their own: equal ones are the same object.
a, b = float("1.5"), float("1.5")
print(a is b, float("nan") is float("nan"))
print([float("nan")] == [float("nan")], {"a": float("nan")} == {"a": float("nan")}, float("nan") in [float("nan")])
