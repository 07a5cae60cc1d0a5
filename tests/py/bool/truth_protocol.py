# Truth testing: __bool__, then __len__, else true.
class B:
    def __init__(self, v):
        self.v = v
    def __bool__(self):
        print('bool', self.v)
        return self.v
class L:
    def __init__(self, n):
        self.n = n
    def __len__(self):
        return self.n
class N:
    pass
print(bool(B(True)), bool(B(False)), bool(L(0)), bool(L(2)), bool(N()))
print('yes' if L(0) else 'no', not L(1), type(B(False) and 1).__name__, type(B(True) or 2).__name__)
while B(False):
    pass
print([x for x in (L(0), L(1), N()) if x][0].n)
class Bad:
    def __bool__(self):
        return 1
class BadLen:
    def __len__(self):
        return -1
class StrLen:
    def __len__(self):
        return 'x'
for c in (Bad, BadLen, StrLen):
    try:
        bool(c())
    except Exception as e:
        print(type(e).__name__, e)
class Off:
    __bool__ = None
try:
    bool(Off())
except TypeError as e:
    print(e)
