# id is stable and unique among live objects.
a, b = [], []
print(id(a) == id(a), id(a) == id(b), (id(a) == id(b)) == (a is b), isinstance(id(a), int), id(None) == id(None))
keep = [object() for _ in range(100)]
ids = [id(o) for o in keep]
print(len(set(ids)), ids == [id(o) for o in keep], all(i > 0 for i in ids))
d = {id(o): n for n, o in enumerate(keep)}
print(d[id(keep[50])])
c = a
c.append(1)
print(id(c) == id(a), a)
def f(): pass
print(id(f) == id(f), id(int) == id(type(5)))
