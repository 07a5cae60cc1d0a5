# slice objects: attributes, indices, equality, hash.
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), slice(1, 2), s == slice(1, 10, 2), s != slice(1, 10), slice(1) < slice(2), hash(slice(1)) == hash(slice(1)))
for sl, n in ((slice(None), 5), (slice(None, None, -1), 5), (slice(-3, None), 5), (slice(100, -100, -1), 5), (slice(1, 10, 3), 8), (slice(None, -1), 0), (slice(-100, 100), 3)):
    print(sl, n, sl.indices(n))
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: slice(0, 1, 0).indices(5))
show(lambda: slice(1).indices(-1))
show(lambda: slice('a').indices(5))
show(lambda: slice())
show(lambda: slice(1, 2, 3, 4))
show(lambda: s.indices())
show(lambda: setattr(s, 'start', 1))
show(lambda: {slice(1, 2): 'v'}[slice(1, 2)])
class C:
    def __getitem__(self, k):
        return k
c = C()
print(c[1:2], c[:], c[::3], c[1:2, ::3], c[..., 1], c[()], c[1,], c['a':'b'], c[:, None], c[*[1, 2]])
