from enum import Enum, IntEnum, Flag, auto, property as enum_property, EnumType, global_enum, FlagBoundary, ReprEnum

def show(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)

class Auto(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return f"{name}:{count}:{last_values}"
    A = auto(); B = auto()
print(Auto.A.value, Auto.B.value)
class Case(Enum):
    X = "x"
    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return cls._member_map_.get(value.upper())
print(Case("X"), Case("x")); show(Case, "q"); show(Case, 5)
class BadMissing(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value):
        return 5
show(BadMissing, 2)
class WithNew(Enum):
    def __new__(cls, value, extra):
        obj = object.__new__(cls)
        obj._value_ = value
        obj.extra = extra
        return obj
    A = 1, "one"
    B = 2, "two"
print(WithNew(1).extra, WithNew.B.value, WithNew.A)
class Bytes(bytes, Enum):
    A = b"x"
print(Bytes.A, Bytes.A + b"y", Bytes.A.value)
class Fmt(Enum):
    A = 1
    def __str__(self):
        return "custom"
print(f"{Fmt.A}", Fmt.A, repr(Fmt.A))
class Named(Enum):
    name = 1
    value = 2
print(Named.name, Named.value, Named.name.name, Named.value.value)
class Ignored(Enum):
    _ignore_ = "i tmp"
    tmp = 3
    for i in range(2):
        vars()[f"N{i}"] = i
print(list(Ignored), hasattr(Ignored, "tmp"))
class Ordered(Enum):
    _order_ = "B A"
    B = 1; A = 2
print(list(Ordered)); show(lambda: type(Enum)("Wrong", (Enum,), (lambda d: (d.__setitem__("_order_", "A B"), d.__setitem__("B", 1), d.__setitem__("A", 2), d)[-1])(type(Enum).__prepare__("Wrong", (Enum,)))))
def twice():
    class T(Enum):
        A = 1
        A = 2
def reserved():
    class T(Enum):
        _bad_ = 1
def extend():
    class T(Case):
        Y = 1
def sortless():
    class T(Enum):
        A = "x"; B = auto()
for f in (twice, reserved, extend, sortless): show(f)
class Sub(EnumType):
    @property
    def count(cls):
        return len(cls)
class M(Enum, metaclass=Sub):
    A = 1
print(M.count, list(FlagBoundary), M.A._name_, isinstance(M, EnumType))
class Alias(Enum):
    A = 1
    def __init__(self, v):
        self._add_alias_("ALSO_" + self.name)
        self._add_value_alias_(v * 10)
print(Alias.ALSO_A is Alias.A, Alias(10), Alias.__members__)
