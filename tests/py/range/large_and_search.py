# Ranges beyond machine words, and looking for things of other types.
big = 10 ** 30
r = range(-big, big, 7)
print(r, r[0], r[-1], r[10 ** 20], r[5:10], r[::-3] == range(r[-1], -big - 1, -21), big in r, -big + 7 in r)
print(r.index(-big + 70), r.count(5), r.count(-big), bool(r), hash(r) == hash(range(-big, big, 7)), r == range(-big, big + 1, 7))
print(range(16, -2 ** 49, -1)[-1], len(range(16, -2 ** 49, -1)), len(range(-2 ** 49, 2 ** 49)), len(range(-2 ** 62, 2 ** 62 - 1)))
for f in (len, lambda r: r[big * 9], lambda r: r.index(3), lambda r: r['x'], lambda r: r[::0], lambda r: range(1, 2, 0)):
    try:
        print(f(r))
    except Exception as e:
        print(type(e).__name__, e)
it = iter(range(2 ** 63 - 2, 2 ** 63 + 2))
print(next(it), next(it), next(it), it.__length_hint__(), list(it), next(it, 'end'), type(it).__name__)
it = reversed(range(0, 2 ** 65, 2 ** 63))
print(list(it), list(reversed(range(5))), list(reversed(range(5, 0, -2))), list(reversed(range(0))))


class Three:
    def __eq__(self, other):
        print('eq', other)
        return other == 3


class Int(int):
    pass


print(Three() in range(5), range(5).count(Three()), range(5).index(Three()), Int(3) in range(5), Int(9) in range(5))
print(3.0 in range(5), 3.5 in range(5), 3 + 0j in range(5), 'x' in range(5), None in range(5), float('nan') in range(5))
print(range(5).index(3.0), range(5).count(3.0), range(5).index(True), range(5).count('x'))
for x in (9, 'x', 3.5):
    try:
        range(5).index(x)
    except ValueError as e:
        print(e)


class Index:
    def __index__(self): return 3


print(range(Index()), range(Index(), 10, Index()), range(10)[Index()], range(10)[Index():], range(10)[:Index():Index()])
print(range(True), range(0, True, True), range(5)[True], range(10)[None:None:None], range(5) != range(6), range(3) == [0, 1, 2])
i = iter(range(10))
i.__setstate__(4)
print(list(i), iter(range(3)).__reduce__()[1:], range(2, 9, 3).__reduce__(), iter(range(2 ** 70)).__reduce__()[1:])
