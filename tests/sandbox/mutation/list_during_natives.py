# limits: --max-steps 100000000
# expect: status=0 last=ok
# Lists changed by the code that natives call back while they walk them.
def attempt(what, f):
    try:
        print(what, str(f())[:50])
    except (ValueError, RuntimeError, IndexError, TypeError) as e:
        print(what, type(e).__name__, e)
class Eq:
    def __init__(self, act): self.act = act
    def __eq__(self, o):
        self.act()
        return False
    def __lt__(self, o):
        self.act()
        return False
    def __hash__(self): return 1
    def __add__(self, o):
        self.act()
        return self
    __radd__ = __add__
    def __repr__(self):
        self.act()
        return 'E'
    def __bool__(self):
        self.act()
        return True
    def __iter__(self):
        self.act()
        return iter(())
def fresh(act=None):
    a = []
    a += [Eq(act or a.clear) for _ in range(10)]
    return a
for make in (fresh, lambda: fresh(lambda: None)):
    a = make()
    attempt('in', lambda: 5 in a)
    a = make()
    attempt('index', lambda: a.index(5))
    a = make()
    attempt('count', lambda: a.count(5))
    a = make()
    attempt('remove', lambda: a.remove(5))
    a = make()
    attempt('sort', lambda: a.sort())
    a = make()
    attempt('sorted', lambda: sorted(a))
    a = make()
    attempt('min', lambda: min(a))
    a = make()
    attempt('sum', lambda: sum(a, 0))
    a = make()
    attempt('repr', lambda: repr(a))
    a = make()
    attempt('eq', lambda: a == make())
    a = make()
    attempt('lt', lambda: a < make())
    a = make()
    attempt('any', lambda: all(a))
    a = make()
    attempt('filter', lambda: list(filter(None, a)))
    a = make()
    attempt('map', lambda: list(map(lambda x: a.clear(), a)))
    a = make()
    attempt('extend', lambda: [a.extend(x) for x in a])
    a = make()
    attempt('sort key', lambda: a.sort(key=lambda x: a.clear()))
    a = make()
    attempt('slice', lambda: a.__setitem__(slice(0, 2), (a.clear() or x for x in range(3))))
    a = make()
    attempt('extend gen', lambda: a.extend(a.pop() for _ in range(20)))
    a = [1, 2, 3]
    attempt('join', lambda: ''.join(map(lambda x: a.clear() or 'x', a)))
    a = [1, 2, 3]
    attempt('extend self', lambda: a.extend(x for x in a if len(a) < 100))
    a = [3, 2, 1] * 50
    attempt('sort append', lambda: a.sort(key=lambda x: a.append(x) or x))
    a = list(range(100))
    attempt('reversed', lambda: [a.pop() and a.pop() for _ in reversed(a)])
    a = list(range(100))
    attempt('enumerate', lambda: [a.clear() for _ in enumerate(a)])
    a = list(range(100))
    attempt('unpack', lambda: (lambda *x: len(x))(*(a.pop() for _ in a)))
print('ok')
