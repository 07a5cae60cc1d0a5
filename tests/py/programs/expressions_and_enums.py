"""Recursive descent and Pratt parser with AST via dataclasses and match."""
from __future__ import annotations
from dataclasses import dataclass, field, asdict, astuple, replace, fields, KW_ONLY, InitVar
from enum import Enum, auto, IntEnum, Flag, IntFlag, StrEnum
import re, sys
class T(Enum):
    NUM = auto(); ID = auto(); OP = auto(); LP = "("; RP = ")"; END = "end"
@dataclass(frozen=True, slots=True)
class Tok:
    kind: T
    text: str
    pos: int = field(compare=False, default=0)
SPEC = re.compile(r"\s*(?:(?P<num>\d+(?:\.\d*)?)|(?P<id>[A-Za-z_]\w*)|(?P<op>\*\*|[-+*/^=<>,])|(?P<par>[()]))")
def lex(s):
    pos = 0
    s = s.rstrip()
    while pos < len(s):
        m = SPEC.match(s, pos)
        if not m: raise SyntaxError(f"bad char {s[pos]!r}", ("<expr>", 1, pos + 1, s))
        k = m.lastgroup
        yield Tok({"num": T.NUM, "id": T.ID, "op": T.OP}.get(k) or T(m[k]), m[k], m.start(k))
        pos = m.end()
    yield Tok(T.END, "", pos)
@dataclass
class Num: v: float
@dataclass
class Var: name: str
@dataclass
class Bin: op: str; l: Expr; r: Expr
@dataclass
class Un: op: str; x: Expr
@dataclass
class Call:
    fn: str
    args: list[Expr] = field(default_factory=list)
Expr = Num | Var | Bin | Un | Call
PREC = {"=": (1, 0), "<": (2, 3), ">": (2, 3), "+": (4, 5), "-": (4, 5), "*": (6, 7), "/": (6, 7), "**": (10, 9)}
class P:
    def __init__(self, s): self.t = list(lex(s)); self.i = 0
    @property
    def cur(self): return self.t[self.i]
    def eat(self, k=None):
        t = self.cur
        if k and t.kind is not k: raise SyntaxError(f"expected {k.name} got {t.kind.name} at {t.pos}")
        self.i += 1
        return t
    def expr(self, bp=0):
        match self.eat():
            case Tok(T.NUM, x): l = Num(float(x))
            case Tok(T.ID, n) if self.cur.kind is T.LP:
                self.eat(); a = []
                while self.cur.kind is not T.RP:
                    a.append(self.expr(2))
                    if self.cur.text == ",": self.eat()
                self.eat(T.RP); l = Call(n, a)
            case Tok(kind=T.ID, text=n): l = Var(n)
            case Tok(T.OP, "-" | "+" as o): l = Un(o, self.expr(8))
            case Tok(T.LP): l = self.expr(); self.eat(T.RP)
            case Tok(k, x, p): raise SyntaxError(f"unexpected {k} {x!r} at {p}")
        while (o := self.cur).kind is T.OP and o.text in PREC and (lr := PREC[o.text])[0] >= bp:
            self.eat(); l = Bin(o.text, l, self.expr(lr[1]))
        return l
def ev(e, env):
    match e:
        case Num(v): return v
        case Var(name): return env[name]
        case Bin("=", Var(n), r): env[n] = ev(r, env); return env[n]
        case Bin("+", l, r): return ev(l, env) + ev(r, env)
        case Bin("-", l, r): return ev(l, env) - ev(r, env)
        case Bin("*", l, r): return ev(l, env) * ev(r, env)
        case Bin("/", l, Num(0)): raise ZeroDivisionError("literal zero")
        case Bin("/", l, r): return ev(l, env) / ev(r, env)
        case Bin("**", l, r): return ev(l, env) ** ev(r, env)
        case Bin("<" | ">" as op, l, r): return float(eval(f"a{op}b", {"a": ev(l, env), "b": ev(r, env)}))
        case Un("-", x): return -ev(x, env)
        case Un(_, x): return ev(x, env)
        case Call("max" | "min" as f, args): return getattr(__builtins__, f)(ev(a, env) for a in args)
        case _: raise TypeError(f"cannot evaluate {e}")
env = {"pi": 3.14159}
for s in ["1 + 2 * 3", "2 ** 3 ** 2", "-2 ** 2", "x = (1 + 2) * 4", "max(x, pi, 3) / 2", "x < 3", "1 / 0", "1 + ", "foo(1)", "(1", "y", "3 $ 4", "1 / (x - x)"]:
    try:
        tree = P(s).expr()
        print(f"{s:20} {tree} -> {ev(tree, env):.4f}")
    except Exception as e:
        print(f"{s:20} {type(e).__name__}: {e}", e.args)
print(asdict(P("f(1,-x)").expr()), astuple(P("1+2").expr()))
t = Tok(T.NUM, "1", 3)
print(replace(t, text="2"), t == replace(t, pos=9), hash(t) == hash(replace(t, pos=1)), [f.name for f in fields(t)])
try: t.text = "x"
except Exception as e: print(type(e), e)
print(Tok.__slots__, Tok.__match_args__, T.LP, T("("), repr(T.NUM), list(T)[:2], T["OP"].value)
try: T("zz")
except ValueError as e: print(e)
class Perm(Flag):
    R = 4; W = 2; X = 1
    RW = R | W
print(Perm.R | Perm.X, Perm.RW, ~Perm.R, Perm(7), Perm(0), list(Perm.RW), Perm.W in Perm.RW, len(Perm.RW), bool(Perm(0)))
class Color(StrEnum): RED = auto(); GREEN = auto()
print(Color.RED, f"{Color.RED:>8}|", repr(Color.GREEN), Color("red") is Color.RED, Color.RED.upper())
class IF(IntFlag): A = 1; B = 2
print(IF.A | IF.B, IF(8), IF.A + 1, repr(IF(11)), f"{IF.A}")
@dataclass(order=True, kw_only=True)
class Ver:
    major: int
    minor: int = 0
    _: KW_ONLY
    tag: str = field(default="", repr=False)
    seed: InitVar[int] = 3
    def __post_init__(self, seed): self.tag += str(seed)
print(Ver(major=1) < Ver(major=1, minor=2), Ver(major=1, seed=9).tag)
try: Ver(1)
except TypeError as e: print(e)
P("1+")
