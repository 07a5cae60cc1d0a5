from __future__ import annotations
def f(a: int, b: 'x' = 1, *args: x + 1, c: a if b else c, **kw: {1: 2, **z}) -> lambda x, /, y=1, *a, k, **kw: (x, y): pass
print(f.__annotations__)
class A:
    a: (1,)
    b: ()
    c: x[1, 2]
    d: x[1:2:3, ...]
    e: not a and b or c
    f: -x ** -y
    g: (a + b) * c - (d - e)
    h: f(x for x in y)
    i: f(*a, k=1, **b)
    j: [i for i in range(3) if i if not i for j in k]
    l: a < b <= c is not d not in e
    m: f"{x!r:>{w}} {{}} {y}"
    n: 1 .real
    o: 1e400
    p: u"x"
    q: b"a\"'"
    r: "a\n\u1234"
    s: a.b.c[d](e)
    t: ~x | y ^ z & w << 2
    u: [*a, *b]
    w: {1, 2}
    x: lambda: 0
    y: lambda *a: 0
    z: 1.5j
    aa: (a, b)
    bb: x if y else (z if w else v)
    cc: (x if y else z) if w else v
    dd: (lambda: x)()
    ee: 2 ** 3 ** 4
    ff: (2 ** 3) ** 4
    gg: await_(x)
    hh: f'{ {1:2} }'
    ii: list[int] | None
    jj: 123456789012345678901234567890
    kk: f"a{x=}"
    ll: "a" "b"
    mm: x[(1, 2)]
    nn: x[1,]
    oo: x[*a]
    pp: -1
    qq: - -1
    rr: not (not x)
    ss: (a, *b)
for k, v in A.__annotations__.items(): print(k, v)
