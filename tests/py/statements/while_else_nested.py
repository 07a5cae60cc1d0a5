# while/else and for/else with break, continue and return in every position.
def search(rows, x):
    for i, row in enumerate(rows):
        for j, v in enumerate(row):
            if v == x:
                break
            if v < 0:
                continue
        else:
            continue
        break
    else:
        return 'missing'
    return i, j
print(search([[1, 2], [3, 4]], 3), search([[1]], 9), search([], 1), search([[-1, 5]], 5))
def primes(n):
    out = []
    for a in range(2, n):
        b = 2
        while b * b <= a:
            if a % b == 0:
                break
            b += 1
        else:
            out.append(a)
    return out
print(primes(30))
n = 5
while n:
    n -= 1
    if n == 3: continue
    if n == 1: break
    print(n)
else:
    print('not reached')
while False: pass
else: print('while False else')
def deep():
    while True:
        for i in range(3):
            while i < 2:
                if i == 1: return 'returned', i
                i += 1
                continue
            else:
                print('inner else', i)
print(deep())
for a in range(2):
    for b in range(2):
        for c in range(2):
            if a == b == c == 1: break
            if c: continue
            print(a, b, c)
        else:
            print('c loop done', a, b)
it = iter(range(10))
for x in it:
    if x % 3 == 0:
        print('skipping', next(it, None))
for x in (y for y in range(3)):
    for y in (z * x for z in range(2)):
        print(x, y)
