# mro() of a metaclass: what it may give, and what it may not.
def attempt(order, *bases):
    class Meta(type):
        def mro(cls):
            return order(cls)
    try:
        made = Meta("Made", bases, {})
    except TypeError as e:
        print("TypeError:", e)
    else:
        print([c.__name__ for c in made.__mro__])
        return made


class Slotted:
    __slots__ = ("a", "b")


class Plain:
    def f(self):
        return "Plain.f"


class Error(OSError):
    pass


attempt(lambda cls: [cls, dict, object])
attempt(lambda cls: [cls, Slotted, object])
attempt(lambda cls: [cls, Error, object])
attempt(lambda cls: [cls, list, object], dict)
attempt(lambda cls: [cls, Slotted, object], Slotted)
attempt(lambda cls: [cls, Exception, object], Error)
attempt(lambda cls: [1])
attempt(lambda cls: [cls, None])
made = attempt(lambda cls: (cls, Plain, object))
print(made().f(), isinstance(made(), Plain), issubclass(made, Plain))
made = attempt(lambda cls: list(reversed(type.mro(cls))), Plain)
print(made().f(), issubclass(made, object), isinstance(made(), object))


class Looked(type):
    def mro(cls):
        print(hasattr(cls, "f"))
        return [cls, Plain, object]


class UsesLooked(metaclass=Looked):
    pass


print(UsesLooked().f())


class Hooked:
    def __getattr__(self, name):
        return "hooked " + name


class ByOrder(type):
    def mro(cls):
        return [cls, Hooked, object]


class Asked(metaclass=ByOrder):
    pass


print(Asked().anything)
