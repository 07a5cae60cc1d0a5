"""Views of several dimensions: slices, casts, look-ups, what is looked at first."""
import array
class Idx:
    def __index__(self): return 1
def show(text):
    try: r = eval(text)
    except Exception as e: r = '%s: %s' % (type(e).__name__, e)
    print(text, '->', r)
def about(m): return m.shape, m.strides, m.nbytes, len(m), m.contiguous, m.c_contiguous, m.f_contiguous, m.tolist(), m.tobytes()
m1 = memoryview(bytearray(b'abcdef')); ro = memoryview(b'abcdef')
m2 = memoryview(bytearray(range(12))).cast('B', [3, 4]); m3 = memoryview(bytearray(range(24))).cast('B', [2, 3, 4])
wide = memoryview(array.array('i', range(6))).cast('B').cast('i', [3, 2])
m0 = memoryview(bytearray(b'x')).cast('B', []); line = memoryview(bytearray(4)).cast('B', [1, 4]); column = memoryview(bytearray(4)).cast('B', [4, 1])
for m in ('m2', 'm3', 'wide', 'line', 'column'):
    for s in ('', '[:]', '[1:]', '[::2]', '[::-1]', '[1:1]', '[-1:]', '[::-2]', '[5:]', '[0:2][::-1]', '[::-1][::-1]', '[Idx():]', '[::0]', '[1.0:]', '[None:None]'): show('about(%s%s)' % (m, s))
for t in ('m2[::-1][0, 1]', 'm2[::-1][2, 3]', 'm2[1:][1, -1]', 'm2[::2][1, 0]', 'm2[1:][2, 0]', 'm2[::2] == m2[::2]', 'm2[::-1] == m2', 'm2[::-1][::-1] == m2', 'm2[:1] == m2[1:2]', 'bytes(m2[::-1])', "b''.join([m2[::-1]])", 'm2[::-1].cast("B")',
  'm2[1:].cast("B").tolist()', 'm2[1:].cast("B", [2, 4])', 'm2[1:].cast("B", [8]).tolist()', 'm2[1:1].cast("B")', 'm1[1:1].cast("B", [1])', 'm1[1:1].cast("B").tolist()', 'm2.cast("b", [2, 6])', 'm2.cast("b", [5])', 'm1.cast("B", [2, 2])', 'm1.cast("B", [2, 3]).tolist()', 'm1.cast("B", [1] * 65)', 'm2.cast("B", 5)',
  'm2.index(1)', 'm2.index(1, None)', 'm0.index(1)', 'm1.index(98, Idx())', 'm1.index(98, 0, 10**30)', 'm1.index(98, 1.0)', 'm2.count(1)', 'm0.count(1)', 'm1.count(97)', 'm2[0]', 'm2[10**30]', 'm2[Idx()]', 'm2[1, 2]', 'm2[:, 1]', 'm2[:, :]', 'm2[1,]', 'm2[1, 2, 3]', 'm2["a"]', 'm0[:]', 'm0[()]', 'm0[...] is m0',
  'm2.__setitem__(0, 1)', 'm2.__setitem__(slice(1), b"abcd")', 'm2.__setitem__(slice(1.0, 2), b"abcd")', 'm1.__setitem__(slice(1.0, 2), [1])', 'm1.__setitem__(slice(1.0, 2), b"a")', 'ro.__setitem__(slice(1.0, 2), b"a")', 'ro.__setitem__("a", 1)', 'm1.__setitem__(slice(0, 2), b"abc")', 'm2.__setitem__((1, 1), 99)', 'm2[::-1].__setitem__((0, 0), 77) or m2[2, 0]', 'm2.__delitem__(slice(1))',
  'm2[::2].tolist()', 'list(m2[1:])', 'hash(memoryview(b"abcd").cast("B", [2, 2])[::-1]) == hash(b"cdab")', 'm2[::-1].toreadonly().tolist()', 'm2[1:].hex()', 'm2[::-1].hex()', 'memoryview(m2[::-1]).shape', 'bytearray(m2[::2])', 'm2[0:1].obj is m2.obj', 'm2[::-1].nbytes', 'reversed(m1[1:3]).__next__()'): show(t)
b = bytearray(range(6)); v = memoryview(b).cast('B', [3, 2])[1:]
show('v.tolist()'); b[3] = 200; show('v.tolist()'); v.release(); show('v.tolist()'); show('v.index(1, None)'); show('v[0:1]')
