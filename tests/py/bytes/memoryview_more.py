# memoryview: casts, writing through, comparisons, slices with steps, release.
data = bytearray(range(12))
m = memoryview(data)
print(m[2:8:2].tolist(), m[::-3].tolist(), m[-3:].tobytes(), len(m[1:1]), m[3:6] == b'\x03\x04\x05', m[:2] == memoryview(b'\0\1'), m == data, m != b'')
m[0:3] = b'abc'
m[-1] = 255
m[4:8:2] = b'XY'
print(data, bytes(m[:5]), m.tolist()[:5], 97 in m, list(reversed(m[:3])))
i = m.cast('H')
print(i.format, i.itemsize, len(i), i.nbytes, i[0], i.tolist()[:2], i.shape, i.strides)
i[0] = 0x4142
print(data[:2], m.cast('B')[0], m.cast('b')[-1], m.cast('I')[1], m.cast('c')[0])
g = memoryview(bytes(range(6))).cast('B', (2, 3))
print(g.shape, g.ndim, g.tolist(), g[1, 2], len(g), g.contiguous, g.c_contiguous)
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: m.__setitem__(0, 'a'))
show(lambda: m.__setitem__(slice(0, 2), b'abc'))
show(lambda: memoryview(b'abc').__setitem__(0, 1))
show(lambda: m.cast('Z'))
show(lambda: memoryview(b'abc').cast('H'))
show(lambda: m[100])
show(lambda: m['a'])
show(lambda: memoryview([1]))
show(lambda: g[0])
show(lambda: m + m)
show(lambda: m < m)
show(lambda: m.__delitem__(0))
with m as same: print(same is m, m.obj is data)
show(lambda: m[0])
show(lambda: len(m))
i.release()
print(repr(m).split(' at')[0], memoryview(b'ab').hex(':'), memoryview(b'ab').readonly)
