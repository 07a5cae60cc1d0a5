"""list.__init__ and bytearray.__init__ drop what was there before they look at what is to come."""
def told(o, *a, **k):
    try: r = o.__init__(*a, **k)
    except BaseException as e: r = type(e).__name__ + ': ' + str(e)
    print(type(o).__name__, r, o)
class L(list): pass
class Hint:
    def __init__(self, n): self.n = n
    def __length_hint__(self): print('hint'); return self.n
    def __iter__(self): return iter([7, 8])
class BadHint(Hint):
    def __length_hint__(self): raise KeyError('hint')
class Index:
    def __index__(self): print('index'); return 2
for make in (lambda: [1, 2, 3], lambda: L([1, 2, 3])):
    for args in ((5,), (None,), (), ([],), ([4],), ('ab',), ((9,),), ({1: 2},), (Hint(3),), (Hint(-1),), (Hint('a'),), (BadHint(1),), (1, 2), (range(3),), ({5},)):
        told(make(), *args)
    l = make(); told(l, l); l = make(); told(l, (x for x in l)); l = make(); told(l, iter(l)); l = make(); told(l, iterable=[1])
    l = make(); seen = []
    def looks():
        seen.append(len(l)); yield 1
    told(l, looks()); print(seen)
for args in ((5,), (None,), (), (b'',), (b'x',), ('ab',), ('ab', 'ascii'), ('é', 'ascii'), ('a', 'nope'), (1.5,), (-1,), (10**30,), (Index(),), (Hint(2),), (b'x', 'ascii'), (5, 'ascii'), (memoryview(b'q'),)):
    told(bytearray(b'old'), *args)
b = bytearray(b'old'); told(b, b); b = bytearray(b'old'); told(b, (x for x in b))
b = bytearray(b'old'); m = memoryview(b); told(b, b'x'); told(b, 5.5); m.release(); told(b, b'y')
