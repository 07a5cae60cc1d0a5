# The message about a class that cannot be made lists what __abstractmethods__ says, whatever holds it.
import abc


class Base(metaclass=abc.ABCMeta):
    pass


class Plain:
    pass


for cls in Base, Plain:
    for names in ({"b", "a"}, frozenset(["one"]), ["b", "a", "c"], ("y",), "zyx", "é", ["b", "b"]):
        cls.__abstractmethods__ = names
        try:
            cls()
        except TypeError as exc:
            print(exc)
    cls.__abstractmethods__ = ""
    print(type(cls()).__name__)
