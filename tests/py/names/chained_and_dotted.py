# Long chains of attributes, calls, subscripts and assignments.
class Node:
    def __init__(self, **k): self.__dict__.update(k)
    def __getitem__(self, k): return self.__dict__[k]
    def __call__(self, k): return self[k]
n = Node(a=Node(b=Node(c=[{'d': (1, Node(e='end'))}])))
print(n.a.b.c[0]['d'][1].e, n['a']['b']['c'][0]['d'][1]['e'], n('a')('b').c[0]['d'][1]('e').upper()[::-1][0])
n.a.b.c[0]['d'] = n.a.new = n['a'].b.other = [9]
print(n.a.b.c, n.a.new is n.a.b.other)
n.a.b.c[0]['d'] += [10]
n.a.new[0], n.a.b.x = 'swapped', n.a.new[0]
print(n.a.new, n.a.b.x)
del n.a.b.c[0]['d'][0], n.a.b.x
print(n.a.b.c, hasattr(n.a.b, 'x'))
for n.a.i, n.a.new[0] in [(1, 'p'), (2, 'q')]: pass
print(n.a.i, n.a.new)
with Node(__enter__=0).__class__() if False else __import__('contextlib').nullcontext(5) as n.a.w: pass
print(n.a.w)
x = y = z = w = []
x.append(1)
print(w, x is z)
a = b, c = d = (1, 2)
print(a, b, c, d)
print('abc'.upper().lower().title().center(7, '*').strip('*')[1:].join(['x', 'y']), [1, 2, 3].copy().__len__().bit_length().__str__().zfill(3))
f = lambda: lambda: lambda: 'deep'
print(f()()(), (lambda x: lambda y: lambda z: x + y + z)(1)(2)(3), [[[[5]]]][0][0][0][0], {'k': {'k': {'k': 1}}}['k']['k']['k'])
