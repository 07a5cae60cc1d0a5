# Trees back to text: precedence, quotes, f-strings, statements, and trees made by hand.
import ast
LINES = r'''
a + b * c - (d - e) ** -f ** g
(a + b) * (c, d)[0], -(-a), not (not a), (not a) == b, ~(a + 1), -a ** b, (-a) ** b, (await_ or x) and y
a < b < c, (a < b) < c, a if b else c if d else e, (a if b else c) if d else e, lambda: (yield_), lambda a, b=1, /, *c, d=2, **k: 0
(x := 5), [y := 1, y ** 2], f(x := 1), {(a := 1): 2}, x[(y := 0)], (a for b in c), [a for b in (c if d else e) if (f if g else h)]
{**a, 'b': 1}, {*a, b}, set(), {}, (), (1,), [*a, *b], f(*a, **b), a[b, c], a[b,], a[1:2, ::3], a[:], a[(b := 1)]
1 .real, 1.0.real, 1j .imag, 1e400, -1e400, 1e400j, 0xFF, 1_000, True, None, ..., 'a' 'b', b'\x00\xff', u'x', "it's", 'say "hi"', """both ' and " """, '\n', '\t\\', '\u00e9\u200b', '\ud800'
f'{x}', f'{x!r:>{w}}', f'{x=}', f"{'a'}", f'{{}}', f'{ {1: 2}[1]}', f'a\n{x}', f"{x:%Y-%m-%d}", f'{x:{y}{z}}', f"it's {x}", f'\\{x}', f"{d['k']}", f'{x}' 'b"' "'c", t'{x!s} {y:z}', f'{a if b else c}', f'{lambda_}', f'{(lambda: 1)}', f'{x,}', f'{yield_}'
'''.strip().split("\n")
STATEMENTS = r'''
"""Doc 'with' "quotes" and \\ backslash."""
import a, b.c as d
from . import e
from ..f import g as h, i
x = y = 1, 2
x, = y
*x, y = z
x: int
(x): int = 5
a.b: 'c' = d
x += 1; x @= 2; x **= 3; x //= 4
del a, b[0], (c)
assert a, (b, c)
global q
if a: pass
elif b: pass
else:
    if c: pass
    else: pass
for a, b in c, d: break
else: continue
while (n := f()): pass
try: pass
except (A, B) as e: raise
except: raise X from None
else: pass
finally: pass
try: pass
except* A: pass
with a as b, (c): pass
with (a, b) as c: pass
@a.b(c)
@d
class C[T: (int, str) = int, *Ts, **P](A, metaclass=M, **k):
    """Doc.

    Indented.
    """
    x = 1
    @property
    async def f[T](self, a: int, /, b: 'x' = 2, *args: *Ts, c, d=3, **kw) -> (yield_):
        async for x in y: await z
        async with a: return
        return [i async for i in j]
    def g(): yield; x = yield 1; yield from a; return (yield)
type X[T] = list[T]
match a, b:
    case 1 | -1 | 1+2j | 'a' | None | True: pass
    case [a, *_, b] | (a, [b]): pass
    case {'a': 1, **rest} if x: pass
    case P.C(a, b=[c], d=_) as e: pass
    case (1 | 2) as n: pass
    case _: pass
lambda: (yield)
print((yield_, 1), *a, end='')
'''
for line in LINES:
    for part in ast.parse(line).body[0].value.elts if isinstance(ast.parse(line).body[0].value, ast.Tuple) else [ast.parse(line).body[0].value]:
        text = ast.unparse(part)
        print(ascii(text), ast.dump(ast.parse(text, mode="eval").body) == ast.dump(part))
text = ast.unparse(ast.parse(STATEMENTS))
print(text)
print(ast.compare(ast.parse(text), ast.parse(STATEMENTS)))
C, N = ast.Constant, ast.Name
for node in (C((1, (2,), 'a')), ast.BinOp(ast.BinOp(N('a'), ast.Pow(), N('b')), ast.Pow(), N('c')), ast.Tuple([], ast.Load()), ast.Set([]), ast.Attribute(C(5), 'x', ast.Load()),
             ast.JoinedStr([C("'\"\n"), ast.FormattedValue(C('x'), -1, None)]), ast.arguments([], [ast.arg('a')], None, [ast.arg('b')], [None], None, []),
             ast.UnaryOp(ast.Not(), ast.BoolOp(ast.Or(), [N('a'), N('b')])), ast.Call(ast.Lambda(ast.arguments(), N('x')), [], []), ast.Expr(ast.Yield(None)),
             ast.BinOp(C(-1), ast.Pow(), C(2)), ast.Starred(ast.BoolOp(ast.Or(), [N('a'), N('b')])), ast.alias('a', 'b'), ast.keyword(None, N('k')), ast.ExceptHandler(N('E'), 'e', [ast.Pass()])):
    try:
        print(ast.unparse(node))
    except Exception as e:
        print(type(e).__name__, e)
deep = ast.parse("+".join(["x"] * 200)).body[0].value
print(len(ast.unparse(deep)))
