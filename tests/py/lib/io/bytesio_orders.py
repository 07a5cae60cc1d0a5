"""Each method of BytesIO in each state with arguments of all kinds: what is looked at first, and what is left."""
import io
class Idx:
    def __index__(self): return 2
class Bad:
    def __index__(self): raise KeyError('i')
def show(text, f):
    try: r = f()
    except Exception as e: r = '%s: %s' % (type(e).__name__, e)
    print(text, '->', repr(r)[:150] if not isinstance(r, str) else r)
def fresh(): return io.BytesIO(b'one\ntwo\n')
def closed():
    b = fresh(); b.close(); return b
keep, kept = [], []
def viewed():
    b = fresh(); keep.append(b.getbuffer()); return b
SIZES = [(), (None,), (2,), (-1,), (-5,), (True,), (Idx(),), (Bad(),), (1.5,), ('a',), (10**30,), (-10**30,), (2**63,), ([],), (1, 2)]
DATA = [(b'xy',), (b'',), (bytearray(b'q'),), (memoryview(b'm'),), ('text',), (5,), (None,), ([],), (), (memoryview(b'abcd')[::2],), (memoryview(bytearray(b'abcd'))[::2],)]
TARGETS = [(bytearray(3),), (bytearray(0),), (b'abc',), (memoryview(b'abc'),), (memoryview(bytearray(3)),), (memoryview(bytearray(6))[::2],), ('t',), (5,), (None,), ()]
LINES = [([b'a', b'b'],), (b'ab',), (['a'],), (5,), (None,), ([],), ((b'x' for _ in 'ab'),), ([b'a', 'b'],)]
SEEKS = [(), (1,), (0, 2), (-1,), (-1, 1), (-1, 2), (0, 3), (0, -1), (1.5,), ('a',), (0, 1.5), (0, 'a'), (Idx(),), (0, Idx()), (10**30,), (0, 10**30), (-10**30,), (2**63 - 1, 1), (2**63-1,1), (None,), (0, None), (Bad(), 'a')]
STATES = [((b'zz', 1, None),), ((b'zz', 1, {'y': 1}),), ((None, 1, None),), (('t', 1, None),), ((b'zz', -1, None),), ((b'zz', 1.5, None),), ((b'zz', 'a', 5),), ((b'zz', 10**30, None),), ((b'zz', True, 5),), ((b'zz', Idx(), {}),), ((b'zz', 1),), (5,), (None,), ([b'zz', 1, None],), ((b'zz', 1, None, 2),), (('t', 'a', 5),), ((b'zz', 9, {1: 2}),), ((bytearray(b'q'), 0, {}),)]
CALLS = {'read': SIZES, 'read1': SIZES, 'readline': SIZES, 'readlines': SIZES, 'truncate': SIZES, 'write': DATA, 'writelines': LINES, 'readinto': TARGETS, 'readinto1': TARGETS, 'seek': SEEKS, '__setstate__': STATES, '__init__': DATA + [(b'a', b'b')],
  'tell': [(), (1,)], 'getvalue': [(), (1,)], 'getbuffer': [()], 'close': [()], 'flush': [(), (1,)], 'isatty': [()], 'readable': [()], 'writable': [()], 'seekable': [()], 'fileno': [()], 'detach': [()], '__enter__': [()], '__exit__': [(), (None, None, None), (1,)], '__iter__': [()], '__next__': [()], '__getstate__': [()], '__sizeof__': [(1,)], '__copy__': [()]}
for name, argss in CALLS.items():
    for make in (fresh, closed, viewed):
        for args in argss:
            b = make(); kept.append(b)
            def f():
                try: r = getattr(b, name)(*args)
                except Exception as e: r = '%s: %s' % (type(e).__name__, e)
                if name in ('__iter__', '__enter__'): r = r is b or r
                if type(r) is memoryview: keep.append(r); r = bytes(r)
                try: after = b.getvalue(), b.tell(), b.__dict__
                except Exception as e: after = str(e)
                return '%s; %s' % (r if isinstance(r, str) else repr(r), after)
            show('%s.%s%s' % (make.__name__, name, str([type(a).__name__ + ':' + (str(a) if isinstance(a, (int, str, float, tuple)) and "Idx" not in str(a) and "0x" not in str(a) else "") for a in args])[:70]), f)
for text in ('b.closed', 'b.name', 'b.mode', 'b.x', 'io.BytesIO(initial_bytes=b"a").read()', 'io.BytesIO(x=1)', 'io.BytesIO(1, 2)', 'io.BytesIO("a")', 'io.BytesIO(5)'):
    for make in (fresh, closed):
        b = make()
        show(make.__name__ + ' ' + text, lambda: eval(text))
for m in keep: m.release()
