# A program compiled from its tree runs as the one compiled from its text.
import ast

SOURCE = '''
"""doc"""
from __future__ import annotations
import math, os.path as path
from collections import OrderedDict as OD, *
''' .replace(", *", "") + '''
def deco(f): return f
@deco
def f(a, /, b: int = 2, *args, c, d=4, **kw) -> "x":
    "doc of f"
    nonlocal_ = [a, b, *args, {**kw}]
    global g
    g = lambda *, x=1: x
    def inner():
        nonlocal nonlocal_
        nonlocal_ = (nonlocal_, a)
        yield from (i async for i in b) if False else range(2)
    return list(inner()), nonlocal_
class A[T: int = bool](dict, metaclass=type):
    x: int = 3
    y: str
    def m(self): return super().__repr__(), __class__.__name__
type Alias[K, *V, **P] = dict[K, V]
for i, (j, *k) in enumerate(["abc", "de"]):
    if i and j or not k: continue
    elif i > 5 >= 3 != 2: break
    else: print(i, j, k)
else:
    print("else")
while (n := 3) < 2: pass
with open("none") if False else path and __import__("contextlib").nullcontext(5) as v, __import__("contextlib").nullcontext() as (w):
    print(v, w)
try:
    assert v == 4, f"{v!r:>{10}} {v=} {'a' 'b'}"
except AssertionError as e:
    print(e)
except (ValueError, TypeError): raise RuntimeError from None
else: pass
finally: print("finally")
try:
    raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
except* ValueError as eg: print(eg.exceptions)
except* KeyError: print("key")
match {"a": [1, 2, -3.5j], "k": A()}:
    case {"a": [1, int() as q, *_], "k": A(x=3), **rest} if q: print(q, rest)
    case None | True | "s" | b"b" | math.pi: print("no")
x = [i ** 2 @ 1 if 0 else i // 3 % 2 for i in range(4) if i if i > 1]
x[1:], x[0] = {1, 2}, ~-+3
x += [*range(3)]
del x[0], v
print(x, {k: v for k, v in zip("ab", (1, 2))}, {*"a"}, 1 if x else 2, (yield_ for yield_ in "q").__next__())
async def co():
    async with a as b: pass
    async for i in b: await i
    return [i async for i in c]
print(f(1, 2, 3, c=4, z=5), A.__type_params__, Alias.__value__, g(), A.__annotations__)
print(t"{x!r:>4} text {n}".interpolations[0].expression, 0xff_ff, 1e300 * 10, 10 ** 30, ..., "\\N{BULLET}")
print(A().m(), 1 < 2 < 3, not 1 is not 2, 3 in [3], b"x" b"y", u"u")
'''
tree = ast.parse(SOURCE)
exec(compile(tree, "<tree>", "exec"), {"__name__": "made"})
again = ast.parse(ast.unparse(tree))
exec(compile(again, "<tree>", "exec"), {"__name__": "made"})
for mode, text in ("eval", "(lambda x: x + 1)(2)"), ("single", "3 + 4"):
    print(eval(compile(ast.parse(text, mode=mode), "<m>", mode)))


class Fold(ast.NodeTransformer):
    """Additions of constants are done at once."""

    def visit_BinOp(self, node):
        self.generic_visit(node)
        if isinstance(node.left, ast.Constant) and isinstance(node.right, ast.Constant):
            return ast.copy_location(ast.Constant(node.left.value + node.right.value), node)
        return node


t = Fold().visit(ast.parse("total = 1 + 2 + 3\nname = 'a' + 'b'"))
ns = {}
exec(compile(t, "<folded>", "exec"), ns)
print(ns["total"], ns["name"], ast.unparse(t))


class Log(ast.NodeTransformer):
    """Every call says so first."""

    def visit_Call(self, node):
        self.generic_visit(node)
        return ast.copy_location(ast.Call(ast.Name("log", ast.Load()), [node.func, *node.args], node.keywords), node)


t = ast.fix_missing_locations(Log().visit(ast.parse("r = max(1, len('abc'), key=abs)")))
ns = {"log": lambda f, *a, **k: (print(f.__name__, a, sorted(k)), f(*a, **k))[1]}
exec(compile(t, "<logged>", "exec"), ns)
print(ns["r"])
for text in "return 1", "def f():\n  x = 1\n  global x", "break", "[x for x in y if (yield)]", "a: int = (yield)":
    try:
        compile(ast.parse(text), "<bad>", "exec")
    except SyntaxError as e:
        print(e, e.lineno, e.offset, e.text)
t = ast.parse("def g():\n    return 1 / 0\n\n\ng()")
exec(compile(t, "<shown>", "exec"), {})
