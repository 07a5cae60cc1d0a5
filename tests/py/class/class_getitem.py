# __class_getitem__ and generic aliases of builtins.
class Box:
    def __class_getitem__(cls, k): return f'{cls.__name__}[{k!r}]'
class SubBox(Box): pass
print(Box[int], SubBox['x'], Box[1, 2])
print(list[int], dict[str, int], tuple[int, ...], set[list[int]], type[int], frozenset[str], list[int]([1, 2]), dict[str, int](a=1))
a = list[int]
print(a.__origin__, a.__args__, a == list[int], a is list[int], hash(a) == hash(list[int]), type(a).__name__, a.__parameters__, isinstance([], a.__origin__))
for f in (lambda: int[str], lambda: isinstance([], list[int]), lambda: issubclass(list, list[int]), lambda: Box()[0], lambda: list[int]().x, lambda: str[int]):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
print(int | str, int | None, list[int] | None, (int | str) == (str | int), isinstance(1, int | str), isinstance(None, int | None), issubclass(bool, int | float), (int | str).__args__, type(int | str))
class Sub(list[int]): pass
print(Sub.__bases__, Sub([1]), Sub.__orig_bases__)
