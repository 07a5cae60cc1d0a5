from enum import Enum, IntEnum, StrEnum, auto, unique, member, nonmember, verify, UNIQUE, CONTINUOUS

def show(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)

class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    def shout(self):
        return self.name + "!"
    @classmethod
    def first(cls):
        return next(iter(cls))

print(Color.RED, repr(Color.RED), Color(2), Color["GREEN"], Color.CRIMSON is Color.RED, list(Color), len(Color))
print(Color.RED.name, Color.RED.value, Color.RED.shout(), Color.first(), Color.__members__, Color, 1 in Color, Color.RED in Color)
print(f"{Color.RED}", Color.RED == 1, Color.RED != Color.GREEN, {Color.RED: "x"}[Color.RED], hash(Color.RED) == hash("RED"), isinstance(Color.RED, Color))
show(Color, 7); show(lambda: Color["PINK"]); show(lambda: Color.PINK); show(setattr, Color, "RED", 5); show(lambda: Color.RED < Color.GREEN)
show(setattr, Color.RED, "value", 5); show(lambda: type("Sub", (Color,), {})); show(lambda: delattr(Color, "RED"))
class Num(IntEnum):
    ONE = auto(); TWO = auto(); TEN = 10; ELEVEN = auto()
print(Num.ONE + 1, Num.TEN, repr(Num.TEN), f"{Num.TEN:>4}", Num.ONE < Num.TWO, list(Num), max(Num), str(Num.TWO), Num(10) is Num.TEN)
class S(StrEnum):
    HELLO = auto(); WORLD = "w"
print(S.HELLO, repr(S.WORLD), S.HELLO.upper(), S.WORLD + "x", f"{S.HELLO:>7}", S("w"), S.HELLO == "hello", "-".join(S))
show(lambda: StrEnum("Bad", {"A": 1}))
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def density(self):
        return round(self.mass / self.radius, 2)
print(Planet.EARTH.mass, Planet.MARS.density, Planet((5.97, 6.37)), Planet.EARTH)
Fun = Enum("Fun", "A B C"); print(list(Fun), Fun.B.value, Enum("Fun2", {"X": "x"}).X, Enum("F3", ["p", "q"], start=5).q.value)
@unique
class U(Enum):
    A = 1
show(lambda: unique(Color)); show(lambda: verify(UNIQUE)(Color)); show(lambda: verify(CONTINUOUS)(Enum("G", {"A": 1, "B": 4})))
class Mixed(Enum):
    a = nonmember(3)
    @member
    def b():
        return 5
    class Inner: ...
print(Mixed.a, Mixed.b.value(), len(Mixed), Mixed.Inner)
match Color.RED:
    case Color.GREEN: print("green")
    case Color.RED: print("red")
