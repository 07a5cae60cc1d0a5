"""A class whose metaclass makes up __origin__ and __args__ looks in brackets as its repr says."""
def show(t):
    try: print(t, '->', eval(t))
    except BaseException as e: print(t, '!!', type(e).__name__, e)
class M(type):
    def __getattr__(c, n): print('asked', n); return 'meta ' + n
class N(type):
    def __getattr__(c, n):
        print('asked', n)
        if n == '__args__': raise AttributeError(n)
        return 1
class O(type):
    def __getattr__(c, n): print('asked', n); raise AttributeError(n)
class P(type):
    def __getattr__(c, n): 1 / 0
    def __repr__(c): return 'repr of ' + c.__name__
for m in (M, N, O, P):
    C = m('C', (), {})
    for t in ("list[C]", "list[C, int]", "list[[C, C]]", "C | int", "list[int, [C], C]", "dict[C, list[C]]"):
        show("(%s)" % t)
