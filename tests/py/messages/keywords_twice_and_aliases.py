from collections.abc import Callable
class R:
    def __repr__(self): return 'R!'
type VG[T, *Ts, **P] = Callable[P, tuple[T, *Ts]]
print(VG[int, bytes, str, [float, object]], VG[int, []], VG[int, [VG[int], list[str]]])
print(list[[int, R(), str]], list[R()], dict[str, [R(), R()]], list[[]], list[()], int | list[[R()]])
def f(**k): pass
for s in ("f(**{1: 3}, **{1: 5})", "f(**{'a': 3}, **{'a': 5})", "class C(metaclass=type, **{'metaclass': 1}): pass", "class C(x=1, **{'x': 1}): pass", "f(**{R(): 3}, **{2: 5})"):
    try: exec(s)
    except TypeError as e: print(e)
class Seq:
    def __getitem__(self, i): return i
import sys
it = iter(Seq()); it.__setstate__(sys.maxsize - 2); print(next(it), next(it))
for _ in range(2):
    try: next(it)
    except OverflowError as e: print(e)
