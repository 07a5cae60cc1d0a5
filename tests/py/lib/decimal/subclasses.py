# Classes derived from Decimal, and what natives hand to Python.
import copy
import pickle
from decimal import Decimal, Inexact, getcontext, localcontext


class Money(Decimal):
    def __new__(cls, value):
        return super().__new__(cls, value).quantize(Decimal(".01"))


class Named(Decimal):
    def __eq__(self, other):
        return "equal?"

    def __add__(self, other):
        return "added"

    __hash__ = Decimal.__hash__


class Plain(Decimal):
    """Has attributes of its own."""


print(Money("1.234"), type(Money("1.234")))
n = Named("1.5")
print(n == 1, 1 == n, n + 1, 1 + n, Decimal(1) + n, hash(n) == hash(Decimal("1.50")), n < 2, -n)
p = Plain("2.50")
p.note = "x"
print(p, repr(p), type(p + p), type(+p), p.note, {p: 1}[Decimal("2.5")], Plain(p), Plain(7), Plain())
print(pickle.loads(pickle.dumps(p)), copy.copy(p).note, copy.deepcopy(p) is p)
for args, kwargs in [((1, 2, 3), {}), ((), {"x": 1}), ((1, 2), {}), (([],), {}), ((None,), {})]:
    try:
        print(Decimal(*args, **kwargs))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
for text in ["", ".", "-", "1e", "1e5", "+.5", "5.", " 1 ", "1_000", "0x1", "1e-400", "00.100", "-0e3", "9" * 45,
             "١", "1e123456", "inf", "--1"]:
    try:
        print(repr(text), Decimal(text))
    except ArithmeticError as e:
        print(repr(text), type(e).__name__)
with localcontext() as c:
    c.traps[Inexact] = True
    try:
        Decimal(1) / 3
    except Inexact as e:
        print(repr(e), c.flags[Inexact])
    print(Decimal(1) / 4, sum([Decimal("0.1")] * 3), sorted([Decimal(3), 2, Decimal("2.5")]))
    c.prec = 3
    for change in ({"prec": 0}, {"rounding": "x"}, {"Emax": -1}):
        try:
            setattr(c, *change.popitem())
        except (TypeError, ValueError) as e:
            print(str(e).splitlines()[0])
    print(c)
print(getcontext().prec, bool(Decimal("-0.0")), bool(Decimal("NaN")), not Decimal(0))
