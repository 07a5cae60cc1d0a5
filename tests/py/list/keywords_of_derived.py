# Keywords that a derived class's __new__ takes do not trouble the builtin __init__.
class L(list):
    def __new__(cls, items, extra=None):
        self = super().__new__(cls, items)
        self.extra = extra
        return self


class S(set):
    def __new__(cls, items, extra=None):
        self = super().__new__(cls, items)
        self.extra = extra
        return self


class P(list):
    pass


for make in (lambda: L([1, 2], extra=3),):
    x = make()
    print(x, x.extra)
for make in (lambda: S([1, 2], extra=3), lambda: P([1], extra=2), lambda: list([1], extra=2), lambda: list.__init__([], extra=2)):
    try:
        print(make())
    except TypeError as e:
        print(e)


class Len:
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        return i

    def __len__(self):
        return 5 // self.n


import operator

x = Len(1)
r = reversed(x)
print(operator.length_hint(r), next(r))
x.n = 2
print(operator.length_hint(r))
x.n = 0
try:
    operator.length_hint(r)
except ZeroDivisionError as e:
    print(e)
r = reversed([1, 2, 3])
print(operator.length_hint(r), operator.length_hint(reversed((1, 2))), list(reversed('abc')))
text = 'abc'
print(text.expandtabs() is text, text.__getnewargs__()[0] is text, text.__getnewargs__())


# bytes() goes through a list as it is, not as it was.
class Clears:
    def __index__(self):
        items.clear()
        return 42


class Grows:
    def __index__(self):
        if len(items) < 100:
            items.append(self)
        return 42


class Big:
    def __index__(self):
        return 256


items = [Clears(), Clears()]
print(bytes(items))
items = [Grows(), 1]
print(len(bytes(items)))
for items in ([1, Big()], [Clears(), 'x'], [Big(), 'x'], [1, 'x', Big()], [Grows(), 300]):
    try:
        print(bytes(items))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
