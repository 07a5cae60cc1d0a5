# Generators that feed each other.
def numbers(n):
    for i in range(n):
        yield i
def squares(it):
    for x in it:
        yield x * x
def take(n, it):
    for i, x in enumerate(it):
        if i >= n:
            return
        yield x
def count(start=0):
    while True:
        yield start
        start += 1
def chunks(it, n):
    buf = []
    for x in it:
        buf.append(x)
        if len(buf) == n:
            yield buf
            buf = []
    if buf:
        yield buf
def coroutine_avg():
    total = n = 0
    avg = None
    while True:
        x = yield avg
        total += x
        n += 1
        avg = total / n
print(list(take(4, squares(count(2)))), list(chunks(numbers(7), 3)), sum(x for x in squares(numbers(5)) if x % 2 == 0))
c = coroutine_avg()
next(c)
print(c.send(10), c.send(20), c.send(60))
def tree(t):
    if t:
        l, v, r = t
        yield from tree(l)
        yield v
        yield from tree(r)
print(list(tree((((), 1, ()), 2, (((), 3, ()), 4, ())))))
def perms(s):
    if len(s) <= 1:
        yield s
    for i, c in enumerate(s):
        if len(s) > 1:
            for p in perms(s[:i] + s[i + 1:]):
                yield c + p
print(list(perms('abc')))
