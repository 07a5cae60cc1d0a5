# memoryview over bytes and bytearray.
b = bytearray(b'abcdef')
m = memoryview(b)
print(m[0], m[-1], m[1:3].tobytes(), m[::2].tolist(), len(m), m.nbytes, m.itemsize, m.format, m.ndim, m.shape, m.strides, m.readonly, m.contiguous)
m[0] = 88
m[1:3] = b'YZ'
print(b, m == b, m == b'XYZdef', m.hex(), bytes(m), list(m), 88 in m, m.tobytes(), m[::-1].tobytes())
r = memoryview(b'ro')
print(r.readonly, hash(r) == hash(b'ro'), r.toreadonly().readonly, r.obj)
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: r.__setitem__(0, 1))
show(lambda: m.__setitem__(0, 256))
show(lambda: m.__setitem__(0, 'a'))
show(lambda: m[10])
show(lambda: m.__setitem__(slice(0, 2), b'abc'))
show(lambda: memoryview('abc'))
show(lambda: b.append(1))
show(lambda: hash(m))
c = memoryview(bytes(range(8))).cast('I')
print(c.tolist(), c.itemsize, c.shape, c.format)
with memoryview(b'x') as v:
    print(v[0])
show(lambda: v[0])
m.release()
b.append(1)
print(b)
