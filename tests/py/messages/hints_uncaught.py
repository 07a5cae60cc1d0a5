# What the machine itself says of errors that nobody catches: hints, and what is wrong with notes.
import sys


class A:
    def __init__(self):
        self.blech = None

    def foo(self):
        blich = 1
        x = blech


class B:
    _bluch = None

    def method(self, name):
        getattr(self, name)


class C:
    def __dir__(self):
        return [..., "bluch", "_hidden", 5]


class D:
    def __dir__(self):
        raise ValueError


class NoNotes(Exception):
    @property
    def __notes__(self):
        raise ValueError("no notes")


class NoRepr(ValueError):
    def __repr__(self):
        raise KeyError


class NoNotes2(Exception):
    @property
    def __notes__(self):
        raise NoRepr


class Odd(Exception):
    __module__ = None


class Slow:
    def __getattr__(self, name):
        if name == "wrong":
            return 1
        raise AttributeError(name)

    def foo(self):
        return wrong


def private():
    B()._bluhc


for f in (A().foo, lambda: B().method("bluch"), lambda: B().bluch, private, lambda: C().blach, lambda: C().hidden,
          lambda: D().x, Slow().foo):
    try:
        f()
    except Exception as e:
        sys.__excepthook__(type(e), e, e.__traceback__)
for e in NoNotes(1), NoNotes2(2), Odd(3):
    sys.__excepthook__(type(e), e, None)
A().foo()
