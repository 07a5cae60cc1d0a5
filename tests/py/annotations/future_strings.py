# from __future__ import annotations keeps them as strings.
from __future__ import annotations
def f(x: int, y: undefined | None = 1, *a: dict[str, 'q'], **k: "already") -> lambda: 0:
    pass
print(f.__annotations__)
class C:
    a: int = 1
    b: list[C]
    c: x if y else z
    d: (1, 2)
    e: a.b.c[1:2, ...]
    f: not a and b or -c ** 2
    g: f'{x!r:>5}'
    h: [i for i in range(3) if i]
    i: {1: 2, **k}
    j: await_(x)(*y, z=1)
print(C.__annotations__)
v: print('never') = 2
print(v)
