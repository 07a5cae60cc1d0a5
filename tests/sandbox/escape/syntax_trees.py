# limits: --max-steps 400000000 --max-memory 128M
# expect: status=0 last=ok
# The compiler trusts no tree: lists that describe one, with anything in the place of anything.
import ast
from _syntax_tree import compile as compile_flat

SOURCE = '''
import a.b as c
from . import d, e as f
@deco
class A[T: int = 1, *U, **V](B, metaclass=M):
    x: int = 3
    async def m(self, a, /, b=1, *c, d, e=2, **f) -> "x":
        nonlocal y
        global z
        async for i, *j in k: yield await l
        async with m as n, o: return
        return [p async for p in q if r if s], {t: u for t in v}, {w for w in x}, (y for y in z)
type X[T] = dict[T]
for i in range(3):
    while i:
        if i: break
        elif j: continue
        else: pass
    else: del a.b, c[d:e:f, ...], (g, [h])
try: assert a, b
except (C, D) as e: raise E from None
else: x += lambda a, *b: (a := b) or not c
finally: pass
try: pass
except* E: pass
match a:
    case [1, -2.5j, *r] | {"k": None, **s} | C(1, x=y) | a.b | _ as q if r: pass
with a as (b, c): d = e = yield_ = f"{g!r:>{h}} {i}" + t"{j}k" + -1 ** 2 < 3 in 4
print(*a, **b, c=d if e else f, g=[*h], i={**j})
'''
flats = [ast._flat(ast.parse(SOURCE))]
for text in SOURCE.strip().split("\n"):
    try:
        flats.append(ast._flat(ast.parse(text)))
    except SyntaxError:
        pass
names = [value.__name__ for value in vars(ast).values() if isinstance(value, type)]
odd = [0, -1, 1, 2, 7, 2**31, 2**70, -2**70, 1.5, None, ..., True, "", "x", "_", "None", "é", "\0a", b"b", (), (1, (2,)),
       frozenset({1}), [], {}, 1j, -1 - 1j, len, int, *names]
state = 7


def pick(items):
    global state
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return items[(state >> 8) % len(items)]


made = 0
for round in range(ROUNDS if "ROUNDS" in globals() else 12000):
    flat = list(pick(flats))
    for change in range(pick((1, 1, 1, 2, 3))):
        i = pick(range(len(flat)))
        what = pick((0, 0, 0, 1, 2, 3, 4))
        if what == 0:
            flat[i] = pick(odd)
        elif what == 1:
            same = [v for v in flat if type(v) is type(flat[i])]
            flat[i] = pick(same)
        elif what == 2:
            del flat[i]
        elif what == 3:
            j = pick(range(len(flat) + 1))
            flat[i:i] = flat[j:j + pick((1, 5, 20))]
        else:
            del flat[i:i + pick((2, 5, 30))]
        if not flat:
            break
    try:
        compile_flat(flat, "<flat>", pick((0, 0, 0, 1, 2)), pick((0, 1, 256, 512, 128)))
        made += 1
    except (TypeError, ValueError, SyntaxError, SystemError, OverflowError, RecursionError, MemoryError):
        pass
for args in ((), (1,), ([], "x", 0), (None, "x", 0, 0), ([], "x", 9, 0), ([], "x", 0, -1), ([], "x", 0, 2**40), ((), "f", 0, 0)):
    try:
        compile_flat(*args)
    except (TypeError, ValueError, SystemError, OverflowError):
        pass
assert made > 100, made
print("ok")
