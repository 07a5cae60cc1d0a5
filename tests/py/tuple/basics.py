# Tuples: methods, operators, hash, errors.
t = (1, 'a', 2.5, None)
print(t, t[0], t[-1], t[1:3], t[::-1], len(t), t + (5,), t * 2, 'a' in t, t.index('a'), t.count(1), tuple(), tuple('ab'), tuple([1]), (1,) * 3)
print((1, 2) == (1, 2), (1, 2) < (1, 3), () < (0,), (1, 'a') == (1.0, 'a'), hash((1, 2)) == hash((1, 2)), {(1, 2): 'v'}[(1, 2)], (1,) == [1])
print(hash(()), hash((1,)), hash((1, 2)), hash((0, (1, 2))), hash((None,)) == hash((None,)))
a, b = b, a = 1, 2
print(a, b)
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: t[9])
show(lambda: t['x'])
show(lambda: t.index('nope'))
show(lambda: t.__setitem__)
show(lambda: t + [1])
show(lambda: hash(([],)))
show(lambda: tuple(5))
show(lambda: (1, 2) < (1, 'a'))
show(lambda: t.append(1))
show(lambda: t.index(1, 1))
show(lambda: t.count())
try:
    t[0] = 1
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
class T(tuple):
    pass
print(T((1, 2)), type(T() + (1,)), T([1]) == (1,), tuple(t) is t)
