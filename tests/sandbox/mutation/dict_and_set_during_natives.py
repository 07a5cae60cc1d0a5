# limits: --max-steps 100000000
# expect: status=0 last=ok
# Dicts and sets changed by __eq__ and __hash__ of their keys, and during every kind of walk.
def attempt(what, f):
    try:
        print(what, str(f())[:50])
    except (ValueError, RuntimeError, KeyError, TypeError) as e:
        print(what, type(e).__name__, str(e)[:60])
box = {}
class K:
    def __init__(self, act): self.act = act
    def __hash__(self): return 1
    def __eq__(self, o):
        act = self.act
        if act: act()
        return False
def grow():
    for i in range(50): box['c'][i] = i
def clear(): box['c'].clear()
def shrink():
    for k in list(box['c'])[:1]: del box['c'][k]
for name, act in (('grow', grow), ('clear', clear), ('shrink', shrink)):
    for what, f in {'get': lambda c: c.get(K(None)), 'set': lambda c: c.__setitem__(K(None), 1), 'in': lambda c: K(None) in c, 'del': lambda c: c.__delitem__(K(None)), 'setdefault': lambda c: c.setdefault(K(None), 1), 'pop': lambda c: c.pop(K(None), 0),
                    'update': lambda c: c.update({K(None): 1}), 'eq': lambda c: c == {K(None): 0, K(None): 1, K(None): 2}, 'merge': lambda c: len(c | {K(None): 1}), 'items': lambda c: (K(None), 1) in c.items(), 'copy': lambda c: len(dict(c)), 'keys and': lambda c: len(c.keys() & {K(None)})}.items():
        active = []
        box['c'] = c = {}
        keys = [K(None) for _ in range(3)]
        for k in keys: c[k] = 0
        for k in keys: k.act = act
        attempt(name + ' ' + what, lambda: f(c))
def sgrow(): box['s'].update(range(50))
for name, act in (('grow', sgrow), ('clear', lambda: box['s'].clear())):
    for what, f in {'add': lambda s: s.add(K(None)), 'in': lambda s: K(None) in s, 'discard': lambda s: s.discard(K(None)), 'and': lambda s: len(s & {K(None)}), 'or': lambda s: len(s | {K(None)}), 'sub': lambda s: len(s - {K(None)}), 'update': lambda s: s.update([K(None)]), 'eq': lambda s: s == {K(None), K(None), K(None)}, 'le': lambda s: s <= {K(None), K(None), K(None), 1},
                    'xor': lambda s: len(s ^ {K(None)}), 'isdisjoint': lambda s: s.isdisjoint({K(None)})}.items():
        box['s'] = s = set()
        keys = [K(None) for _ in range(3)]
        s.update(keys)
        for k in keys: k.act = act
        attempt('set ' + name + ' ' + what, lambda: f(s))
for what, f in {'for': lambda d: [d.clear() for _ in d], 'items': lambda d: [d.update({k + 100: v}) for k, v in d.items()], 'values': lambda d: [d.popitem() for _ in d.values()], 'update': lambda d: d.update((d.clear() or k, 1) for k in list(d)), 'comp': lambda d: {k: d.pop(k) for k in d}, 'map': lambda d: list(map(d.pop, d)),
                'sorted': lambda d: sorted(d, key=d.pop), 'max': lambda d: max(d, key=lambda k: d.clear() or 0), 'join': lambda d: ''.join(d.pop(k) and 'x' for k in d), 'star': lambda d: (lambda **k: k)(**{str(k): d.pop(k) for k in list(d)}), 'fromkeys': lambda d: dict.fromkeys(d.pop(k) for k in d), 'set update': lambda d: set().union(d.pop(k) for k in d)}.items():
    d = {i: i + 1 for i in range(10)}
    attempt(what, lambda: f(d))
print('ok')
