"""A class derived from object alone cannot be given a base that a class statement made: its instances go another way."""


class Meta(type):
    pass


class Made(metaclass=Meta):
    pass


class Plain:
    pass


class Slotted:
    __slots__ = ()


for base in Made, Plain, Slotted, int, list, object:
    for first in object, Plain, int:
        T = type("T", (first,), {})
        try:
            T.__bases__ = (base,)
            print("ok", first.__name__, T.__mro__)
        except TypeError as e:
            print(first.__name__, e)
