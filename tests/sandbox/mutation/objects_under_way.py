# limits: --max-steps 100000000
# expect: status=0 last=ok
# Classes, instances, functions and buffers changed while they are in use.
def attempt(what, f):
    try:
        print(what, str(f())[:60])
    except Exception as e:
        print(what, type(e).__name__, str(e)[:60])
class A:
    def __init__(self): self.x = 1
    def become(self):
        self.__class__ = B
        self.__dict__.clear()
        return type(self).__name__, hasattr(self, 'x')
class B: pass
attempt('class change', lambda: A().become())
class D:
    def __get__(self, o, c):
        del C.d
        C.d = 5
        return C.d
class C:
    d = D()
attempt('descriptor removes itself', lambda: (C().d, C().d))
def f(x=1):
    f.__code__ = g.__code__
    f.__defaults__ = (1, 2, 3)
    return x
def g(a, b, c): return a, b, c
attempt('code change', lambda: (f(), f()))
def loop():
    out = []
    for i in range(5):
        globals()['loop'] = None
        out.append(i)
    return out
attempt('function rebinds itself', loop)
b = bytearray(b'abcdef')
m = memoryview(b)
attempt('resize exported', lambda: b.extend(b'x'))
attempt('delete exported', lambda: b.__delitem__(0))
attempt('clear exported', b.clear)
m.release()
class I:
    def __index__(self):
        b.clear()
        return 0
b = bytearray(b'abcdef')
attempt('bytearray index clears', lambda: b[I()])
b = bytearray(b'abcdef')
attempt('bytearray set clears', lambda: b.__setitem__(2, I()))
l = [1, 2, 3]
class L:
    def __index__(self):
        l.clear()
        return 1
attempt('list index clears', lambda: l[L()])
l = [1, 2, 3]
attempt('list set clears', lambda: l.__setitem__(L(), 9))
l = [1, 2, 3]
attempt('list slice clears', lambda: l[L():])
l = [1, 2, 3]
attempt('list insert clears', lambda: l.insert(L(), 9))
l = [1, 2, 3]
attempt('list pop clears', lambda: l.pop(L()))
l = [1, 2, 3]
attempt('list repeat clears', lambda: l * L())
class S:
    __slots__ = ('a',)
s = S()
attempt('slot of another class', lambda: S.a.__get__(A()))
attempt('slot set', lambda: S.a.__set__(A(), 1))
attempt('method of another type', lambda: list.append({}, 1))
attempt('unbound dict', lambda: dict.__getitem__([], 1))
class Bases: pass
class X(Bases): pass
def rebase():
    X.__bases__ = (A,)
    return X().x
attempt('bases change', rebase)
def gen():
    me.close()
    yield 1
me = gen()
attempt('generator closes itself', lambda: next(me))
class Evil(dict):
    def keys(self): return [1, 2]
    def __getitem__(self, k): self.clear(); return k
attempt('mapping', lambda: {**Evil()})
import sys
class Out:
    def write(self, s): sys.stdout = old; old.write('redirected ' + s)
    def flush(self): pass
old, sys.stdout = sys.stdout, Out()
print('hello')
sys.stdout = old
print('ok')
