# Assignment expressions and their scope.
if (n := 10) > 5:
    print(n)
print([y := 1, y ** 2, y + 1], y)
while (line := next(it := iter(['a', 'b']), None)) and n > 8:
    print(line, n)
    n -= 1
data = [1, 5, 3]
print([last := x for x in data if (double := x * 2) > 3], last, double)
print(any((hit := x) > 2 for x in data), hit)
def f():
    if (m := 3) and (k := m + 1):
        return m, k
print(f())
print((a := 1, b := 2), a, b)
x = (y := 5) + 1
print(x, y)
f2 = lambda v: (w := v + 1) * w
print(f2(2))
print(f'{(z := 7)} {z}')
def g():
    [inner := i for i in range(3)]
    return inner
print(g())
