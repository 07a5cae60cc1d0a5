# Copies of plain instances: what __reduce_ex__ gives, and what says that they are not so plain.
import copy


class Plain:
    pass


class Slotted:
    __slots__ = ("a", "__dict__")


class State(Plain):
    def __getstate__(self):
        return {"from": "state"}


class Set(Plain):
    def __setstate__(self, state):
        self.got = state


class New(Plain):
    def __new__(cls, *args):
        self = super().__new__(cls)
        self.args = args
        return self

    def __getnewargs__(self):
        return ("again",)


class NewEx(New):
    def __getnewargs_ex__(self):
        return (1, 2), {}


class Quiet(Plain):
    def __setattr__(self, name, value):
        print("setattr", name)
        super().__setattr__(name, value)


class Meta(type):
    pass


class WithMeta(metaclass=Meta):
    pass


class Prop(Plain):
    @property
    def a(self):
        return "property"


for cls in (Plain, Slotted, State, Set, New, NewEx, Quiet, WithMeta, Prop):
    x = cls()
    print(cls.__name__, x.__reduce_ex__(4)[1:], x.__reduce_ex__(2)[2:])
    if cls is not Prop:
        x.a = [1]
    x.b = x
    for make in (copy.copy, copy.deepcopy):
        y = make(x)
        print(type(y).__name__, sorted(y.__dict__), y.__dict__.get("a") is x.__dict__.get("a"), y.__dict__.get("b") is y, y.__dict__.get("b") is x)
    y = copy.copy(x)
    y.c = 3
    print(hasattr(x, "c"), x.__reduce_ex__(4)[0].__name__)
x = Plain()
x.__dict__[5] = "no text"
x.a = 1
print(copy.copy(x).__dict__)
x = Plain()
vars(x).update({f"n{i}": i for i in range(70)})
print(len(copy.copy(x).__dict__), copy.deepcopy(x).n69)
x = Plain()
x.__getstate__ = lambda: {"own": 1}
print(sorted(copy.copy(x).__dict__))
del x.__getstate__
print(x.__reduce_ex__(4)[2], copy.copy(x).__dict__)
