from collections import deque

def show(f, *args):
    try:
        print(f(*args))
    except Exception as error:
        print(type(error).__name__, error)

d = deque([1, 2, 3], maxlen=4)
d.append(4); d.append(5); d.appendleft(0)
print(d, d.maxlen, len(d), d[0], d[-1], 3 in d, list(reversed(d)))
print(d.pop(), d.popleft(), d)
d.extend("ab"); d.extendleft("xy")
print(d)
d.rotate(1); print(d)
d.rotate(-2); print(d)
e = deque(range(5))
e.insert(2, 99); e.remove(3); e.reverse()
print(e, e.index(99), e.count(1), e.copy() == e, e + deque([7]), e * 2)
del e[0]; e[0] = "first"
print(e, deque("abc") < deque("abd"), deque() or "empty")
show(deque().pop); show(deque().popleft); show(e.index, "none"); show(e.remove, "none")
show(lambda: e[10]); show(lambda: e["a"]); show(deque, [], -1)
show(deque([1, 2], 2).insert, 0, 5); show(lambda: e + [1])
def mutate():
    for x in e:
        e.append(x)
show(mutate)
r = deque(); r.append(r); print(r)
f = deque(maxlen=0); f.append(1); print(f, bool(f))
big = deque()
for i in range(1000):
    big.append(i)
    if i % 3:
        big.popleft()
print(len(big), big[0], big[-1], sum(big))
for i in range(500):
    big.appendleft(i)
print(len(big), big[0], big[499], big[500])
match deque([1, 2]):
    case [a, b]:
        print("sequence", a, b)
