# RecursionError inside repr, ==, hash, str and sort, and the program goes on.
def nest(wrap, n=3000):
    x = wrap(0)
    for _ in range(n): x = wrap(x)
    return x
class R:
    def __repr__(self): return repr(self)
class E:
    def __eq__(self, o): return self == o
class H:
    def __hash__(self): return hash(self)
class L:
    def __lt__(self, o): return o < self
class C:
    def __call__(self): return self()
class G:
    def __getattr__(self, n): return getattr(self, n)
class S:
    def __str__(self): return f'{self}'
class N:
    def __len__(self): return len(self)
class I:
    def __iter__(self): return iter(self)
class B:
    def __bool__(self): return not self
class A:
    def __add__(self, o): return self + o
for name, f in dict(repr=lambda: repr(R()), eq=lambda: E() == 1, hash=lambda: hash(H()), sort=lambda: sorted([L(), L()]), call=lambda: C()(), getattr=lambda: G().x, str=lambda: str(S()), len=lambda: len(N()), iter=lambda: iter(I()), bool=lambda: bool(B()), add=lambda: A() + 1, container=lambda: repr([R()]),
                    key=lambda: {H(): 1}, member=lambda: 1 in [E()], lam=lambda: (lambda f: f(f))(lambda f: f(f))).items():
    try:
        f()
        print(name, 'no error')
    except RecursionError as e:
        print(name, type(e).__name__, str(e).split(' while')[0])
print(len(nest(lambda v: [v])), 'still running', [1, [2, [3]]] == [1, [2, [3]]])
