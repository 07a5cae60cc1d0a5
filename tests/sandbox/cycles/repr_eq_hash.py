# limits: --max-steps 200000000
# expect: status=0 last=ok
# repr, ==, hash and ordering of structures that contain themselves.
def attempt(what, f):
    try:
        print(what, str(f())[:60])
    except (RecursionError, TypeError, ValueError) as e:
        print(what, type(e).__name__)
a, b = [1], [1]
a.append(a)
b.append(b)
d, e = {}, {}
d['d'], e['d'] = d, e
t = ([],)
t[0].append(t)
u = ([],)
u[0].append(u)
x, y = [], []
x.append(y)
y.append(x)
class L(list):
    pass
l = L()
l.append(l)
class D(dict):
    def __repr__(self): return 'D' + dict.__repr__(self)
dd = D()
dd[1] = dd
for what, f in dict(repr_list=lambda: a, repr_dict=lambda: d, repr_tuple=lambda: t, repr_mutual=lambda: x, repr_sub=lambda: l, repr_over=lambda: dd, eq_list=lambda: a == b, eq_dict=lambda: d == e, eq_tuple=lambda: t == u, eq_mutual=lambda: x == y,
                    lt=lambda: a < b, hash_t=lambda: hash(t), sort=lambda: sorted([a, b]), contains=lambda: a in b, index=lambda: [b].index(a), fmt=lambda: '%s' % (a,), same=lambda: a == a, views=lambda: d.items() == e.items(), ne=lambda: x != y, maxi=lambda: max(a, b)).items():
    attempt(what, f)
print('ok')
