from enum import Flag, IntFlag, auto, KEEP, CONFORM, EJECT, STRICT, show_flag_values, verify, NAMED_FLAGS

def show(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)

class Perm(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W

print(list(Perm), Perm.RW, repr(Perm.R | Perm.X), Perm.R | Perm.W is Perm.RW, ~Perm.R, Perm.R & Perm.W, Perm.R ^ Perm.RW, bool(Perm(0)))
print(Perm.R in Perm.RW, list(Perm.RW), len(Perm.RW), Perm(7), Perm(0), (Perm.R | Perm.X).name, Perm(5).value, Perm["RW"], Perm)
show(Perm, 8); show(lambda: Perm.R | 1); show(lambda: 1 in Perm.R); show(lambda: "x" in Perm.RW)
class I(IntFlag):
    A = 1; B = 2
print(I.A | 4, repr(I.A | 4), I(9), I.A + 1, ~I.A, I.A | I.B, str(I.A | I.B), f"{I.B}", I.A == 1, I.B & 3, I(-1))
class C(Flag, boundary=CONFORM):
    A = 1; B = 4
class E(Flag, boundary=EJECT):
    A = 1; B = 2
class K(Flag, boundary=KEEP):
    A = 1; B = 2
print(C(7), C(2), E(5), type(E(5)).__name__, K(9), repr(K(9)), ~C.A, K(8), ~K.A)
print(show_flag_values(13), Perm.R.__class__.__name__, Perm.RW.__reduce_ex__(2)[1], dir(Perm)[:3])
show(lambda: verify(NAMED_FLAGS)(Flag("F", {"A": 1, "AB": 3, "ABD": 11})))
class Neg(Flag):
    ONE = 1; TWO = 2; NONE = 0; ALL = 3
print(Neg.NONE, Neg.ALL, list(Neg), Neg.ONE | Neg.TWO, Neg.NONE or "falsy", ~Neg.ALL)
