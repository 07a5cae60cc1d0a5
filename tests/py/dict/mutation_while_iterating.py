# Changing a dict's size during iteration raises RuntimeError.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
def add(d, view):
    for x in view:
        d['new'] = 1
def remove(d, view):
    for x in view:
        del d['a']
def replace(d, view):
    for x in view:
        del d['a']
        d['other'] = 1
def change(d, view):
    for x in view:
        d['a'] = 5
    return d
for f in (add, remove, replace, change):
    for get in (lambda d: d, dict.keys, dict.values, dict.items, reversed):
        d = {'a': 1, 'b': 2}
        show(lambda: f(d, get(d)))
d = {'a': 1, 'b': 2}
for k in list(d):
    del d[k]
print(d)
it = iter({'x': 1})
print(next(it), next(it, 'end'), next(it, 'end'))
