# Values as bytes; sorting a graph; timing.
import marshal, graphlib, timeit
for v in (None, True, 5, -2**40, 2**100, 1.5, 2j, 'ascii', 'é\ud800', 'x'*300, b'b', (1,(2,)), [1,[2]], {'a':1,2:None}, {1}, frozenset('a'), ..., StopIteration):
    d = marshal.dumps(v); assert marshal.loads(d) == v, v
    print(marshal.dumps(v, 2) if type(v) in (int, float, bool, type(None), bytes) else len(d) > 0)
for bad in (b'', b'i\x01', b'?', b'(\xff\xff\xff\xff', b'r\x00\x00\x00\x00', b'0'):
    try: print(marshal.loads(bad))
    except (ValueError, EOFError, TypeError) as e: print(type(e).__name__, e)
try: marshal.dumps(object())
except ValueError as e: print(e)
print(marshal.loads(b'\xdb\x02\x00\x00\x00i\x01\x00\x00\x00r\x00\x00\x00\x00')[0])
ts = graphlib.TopologicalSorter({'d': {'b', 'c'}, 'b': ['a'], 'c': ['a']})
print([sorted(x) for x in [list(ts.static_order())]])
g = graphlib.TopologicalSorter({2: [1], 3: [2]}); g.prepare(); print(g.get_ready(), g.is_active(), bool(g)); g.done(1); print(g.get_ready())
for bad in (lambda: graphlib.TopologicalSorter({1: [2], 2: [1]}).prepare(), lambda: g.add(5), lambda: g.done(9), lambda: g.done(3), lambda: graphlib.TopologicalSorter().get_ready()):
    try: print(bad())
    except ValueError as e: print(type(e).__name__, e.args)
print(timeit.timeit('x+1', 'x=1', number=10) >= 0, len(timeit.repeat(lambda: 1, number=5, repeat=3)), timeit.timeit('y', globals={'y': 1}, number=3) >= 0)
