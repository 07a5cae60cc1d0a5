# __setstate__ of iterators: what it takes, and where they go on; what they are reduced to.
class I:
    def __index__(self): return 1
class Items:
    def __getitem__(self, i): return 'abc'[i]
class Sized(Items):
    def __len__(self): return 3
MAKERS = [lambda: iter([1, 2, 3]), lambda: reversed([1, 2, 3]), lambda: iter('abc'), lambda: iter('aé😀'), lambda: iter(b'abc'), lambda: iter(bytearray(b'abc')),
          lambda: iter((1, 2, 3)), lambda: iter(range(5)), lambda: iter(range(10**30, 10**30 + 5)), lambda: iter(Items()), lambda: reversed(Sized()),
          lambda: zip('ab', 'cd'), lambda: map(str, [1]), lambda: reversed('abc'), lambda: iter(range(10**30, 10**30 - 9, -4)), lambda: iter(memoryview(b'abc'))]
for make in MAKERS:
    name = type(make()).__name__
    for state in ('a', 1.5, None, True, 0, 2, 3, 7, -1, -2, 10**30, -10**30, 2**40, I()):
        for used in (0, 1, 9):
            it = make()
            for _ in range(used): next(it, None)
            try:
                r = it.__setstate__(state)
                text = repr(it.__reduce__()[1:]) if not isinstance(it, (zip, map)) else ''
                print(name, repr(state)[:12], used, r, '...' if '<' in text else text, list(it)[:4])
            except Exception as e:
                print(name, repr(state)[:12], used, type(e).__name__, e)
    it = make()
    for _ in range(9): next(it, None)
    if name != 'memory_iterator': print(it.__reduce__()[:2] if '<' not in repr(it.__reduce__()[1]) else it.__reduce__()[0])
