# Comprehensions and lambdas in classes and functions see the right variables.
def f():
    n = 10
    class C:
        n = 20
        l = lambda self: n
        c = [n for _ in range(2)]
        d = [i + n for i in range(n) if i > 18]
    return C().l(), C.c, C.d
print(f())
def g():
    a = [lambda: j for j in range(3)]
    return [h() for h in a]
print(g())
def h():
    x = 1
    r = [x := x + i for i in range(4)]
    return r, x
print(h())
def k():
    return [[(i, j) for j in range(i)] for i in range(3)]
print(k())
def m(z):
    return {y: z for y in range(2)}, {z for _ in 'a'}, list(z for _ in range(2))
print(m('q'))
i = 'outer'
[i for i in range(3)]
print(i)
print([(lambda: q)() for q in range(3)])
class D:
    items = [1, 2]
    pairs = [(a, b) for a in items for b in (1,)]
print(D.pairs)
