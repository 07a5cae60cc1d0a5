"""Each method of StringIO in each state with arguments of all kinds: what is looked at first, and what is left."""
import io
class Idx:
    def __index__(self): return 2
class Bad:
    def __index__(self): raise KeyError('i')
def fresh(): return io.StringIO('one\ntwo\n')
def closed():
    b = fresh(); b.close(); return b
def word(a): return type(a).__name__ + (':' + str(a) if isinstance(a, (int, str, float, tuple)) and '0x' not in str(a) else '')
SIZES = [(), (None,), (2,), (-1,), (-5,), (True,), (Idx(),), (Bad(),), (1.5,), ('a',), (10**30,), (-10**30,), (2**63,), ([],), (1, 2)]
DATA = [('xy',), ('',), (b'q',), (5,), (None,), ([],), (), ('a\r\nb',)]
LINES = [(['a', 'b'],), ('ab',), ([b'a'],), (5,), (None,), ([],), (('x' for _ in 'ab'),), (['a', b'b'],)]
INITS = DATA[:-1] + [('a', '\n'), ('a', 'x'), ('a', 5), ('a', None), (5, 'x'), (5, 5), ('a\r\nb', ''), ('a', '\ud800'), ('a', '\r\n\n'), ('a', '', 1), (None, None)]
SEEKS = [(), (1,), (0, 2), (-1,), (-1, 1), (1, 2), (0, 3), (0, -1), (1.5,), ('a',), (0, 1.5), (0, 'a'), (Idx(),), (0, Idx()), (10**30,), (0, 10**30), (-10**30,), (2**63 - 1, 1), (None,), (0, None), (Bad(), 'a')]
STATES = [(('zz', None, 1, None),), (('zz', '\n', 1, {'y': 1}),), ((None, '', 1, None),), ((b't', '', 1, None),), (('zz', '', -1, None),), (('zz', '', 1.5, None),), (('zz', 5, 'a', 5),), (('zz', 'x', 'a', 5),), (('zz', '\n', 10**30, None),), (('zz', '\n', -10**30, None),), (('zz', '', True, 5),), (('zz', '', Idx(), {}),), (('zz', '', 1),), (5,), (None,), (['zz', '', 1, None],), (('zz', '', 1, None, 2),), (('zz', '', 9, {1: 2}),), (('a\r\nb\n', '\r', 0, {}),), (('a\r\nb\n', None, 0, {}),)]
CALLS = {'read': SIZES, 'readline': SIZES, 'readlines': SIZES, 'truncate': SIZES, 'write': DATA, 'writelines': LINES, 'seek': SEEKS, '__setstate__': STATES, '__init__': INITS,
  'tell': [(), (1,)], 'getvalue': [(), (1,)], 'close': [()], 'flush': [(), (1,)], 'isatty': [()], 'readable': [()], 'writable': [()], 'seekable': [()], 'fileno': [()], 'detach': [()], '__enter__': [()], '__exit__': [(), (None, None, None), (1,)], '__iter__': [()], '__next__': [()], '__getstate__': [()], '__sizeof__': [(1,)]}
for name, argss in CALLS.items():
    for make in (fresh, closed):
        for args in argss:
            b = make()
            try: r = getattr(b, name)(*args)
            except Exception as e: r = '%s: %s' % (type(e).__name__, e)
            if name in ('__iter__', '__enter__'): r = r is b or r
            try: after = b.getvalue(), b.tell(), b.newlines, b.__dict__
            except Exception as e: after = str(e)
            print(make.__name__ + '.' + name, str([word(a) for a in args])[:70].encode('ascii', 'backslashreplace').decode(), '->', str(r) if isinstance(r, str) and name not in ('read', 'readline', 'getvalue', '__next__') else repr(r), after)
for text in ('b.closed', 'b.name', 'b.mode', 'b.x', 'b.newlines', 'b.encoding', 'b.errors', 'b.line_buffering', 'io.StringIO(initial_value="a").read()', 'io.StringIO(x=1)', 'io.StringIO(1, 2, 3)', 'io.StringIO(b"a")', 'io.StringIO(newline=5)'):
    for make in (fresh, closed):
        b = make()
        try: r = eval(text)
        except Exception as e: r = '%s: %s' % (type(e).__name__, e)
        print(make.__name__, text, '->', r)
