# limits: --max-steps 500000000
# expect: status=0 last=ok
# Special methods that need themselves.
def attempt(what, f):
    try:
        f()
    except RecursionError:
        print(what, 'RecursionError')
    except Exception as e:
        print(what, type(e).__name__, e)
    else:
        print(what, 'ended')
class R:
    def __repr__(self): return repr(self)
    def __str__(self): return str(self)
    def __format__(self, s): return format(self, s)
    def __eq__(self, o): return self == o
    def __lt__(self, o): return self < o
    def __hash__(self): return hash(self)
    def __bool__(self): return bool(self)
    def __len__(self): return len(self)
    def __call__(self): return self()
    def __getitem__(self, i): return self[i]
    def __setitem__(self, i, v): self[i] = v
    def __contains__(self, x): return x in self
    def __iter__(self): return iter(self)
    def __add__(self, o): return self + o
    def __radd__(self, o): return o + self
    def __neg__(self): return -self
    def __index__(self): return [0][self]
    def __int__(self): return int(self)
    def __float__(self): return float(self)
    def __enter__(self): self.__enter__()
    def __exit__(self, *a): pass
    def __round__(self): return round(self)
    def __abs__(self): return abs(self)
    def __reversed__(self): return reversed(self)
    def __bytes__(self): return bytes(self)
    def __complex__(self): return complex(self)
    def __divmod__(self, o): return divmod(self, o)
    def __dir__(self): return dir(self)
    def __fspath__(self): return open(self)
r = R()
def with_it():
    with r: pass
def set_it(): r[0] = 1
for what, f in dict(repr=lambda: repr(r), str=lambda: str(r), fstring=lambda: f'{r}', format=lambda: format(r), eq=lambda: r == 1, ne=lambda: r != 1, lt=lambda: r < r, sort=lambda: sorted([r, r]), hash=lambda: hash(r), key=lambda: {r: 1},
                    bool=lambda: bool(r), ifs=lambda: 1 if r else 2, len=lambda: len(r), call=lambda: r(), item=lambda: r[0], setitem=set_it, contains=lambda: 1 in r, iter=lambda: list(r), add=lambda: r + 1, sum=lambda: sum([r], 1), radd=lambda: 1 + r,
                    neg=lambda: -r, index=lambda: [1][r], hexed=lambda: hex(r), int=lambda: int(r), float=lambda: float(r), enter=with_it, round=lambda: round(r), abs=lambda: abs(r), reversed=lambda: reversed(r), bytes=lambda: bytes(r), complex=lambda: complex(r),
                    divmod=lambda: divmod(r, 1), dir=lambda: dir(r), open=lambda: open(r), in_list=lambda: 5 in [r], print=lambda: print(r), join=lambda: ''.join(r), unpack=lambda: [*r], percent=lambda: '%s' % r, container=lambda: repr([r])).items():
    attempt(what, f)
print('ok')
