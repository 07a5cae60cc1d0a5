# Range iterators in for loops, including large and negative steps.
for i in range(3):
    print(i, end=' ')
    i = 100
for i in range(10, 0, -4):
    print(i, end=' ')
for i in range(2 ** 63 - 2, 2 ** 63 + 2):
    print(i, end=' ')
for i in range(10 ** 30, 10 ** 30 + 3):
    print(i % 100, end=' ')
print()
it = iter(range(5))
print(next(it), it.__length_hint__(), list(it), next(it, 'end'), type(it).__name__)
print(type(iter(range(10 ** 30))).__name__)
n = 0
for i in range(-5, 5):
    if i == 2:
        break
    if i % 2:
        continue
    n += i
else:
    print('not reached')
print(n, i)
for i in range(0):
    pass
else:
    print('empty', i)
r = range(3)
print([(a, b) for a in r for b in r if a < b], list(zip(r, r[1:])))
