# Views are live, ordered, and set-like.
d = {'a': 1, 'b': 2}
k, v, i = d.keys(), d.values(), d.items()
d['c'] = 3
print(k, v, i, len(k), len(v), len(i))
print('a' in k, 3 in v, ('a', 1) in i, ('a', 2) in i, 'a' in i)
print(sorted(k & {'a', 'z'}), sorted(k | {'z'}), sorted(k - {'a'}), sorted(k ^ {'a', 'z'}), sorted(i & {('a', 1)}), k == {'a', 'b', 'c'}, k <= {'a', 'b', 'c', 'd'}, k.isdisjoint('xyz'))
print(list(reversed(k)), list(reversed(v)), list(reversed(i)), iter(k).__length_hint__())
print({'a': 1}.keys() == {'a': 2}.keys(), {'a': 1}.values() == {'a': 1}.values(), {'a': 1}.items() == {'a': 1}.items())
print(type(k).__name__, type(v).__name__, type(i).__name__, type(iter(i)).__name__, k.mapping, type(k.mapping).__name__)
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: k[0])
show(lambda: hash(k))
show(lambda: v & {1})
show(lambda: k + k)
show(lambda: i - 5)
show(lambda: k.nope)
