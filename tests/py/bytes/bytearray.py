# bytearray is a mutable sequence of bytes.
a = bytearray(b'abc')
a[0] = 88
a.append(100)
a.extend(b'ef')
a.extend([103, 104])
a.insert(0, 33)
a += b'!'
print(a, len(a), a.pop(), a.pop(0), a)
a[1:3] = b'123456'
print(a)
del a[0]
del a[::2]
print(a)
a.reverse()
a.remove(a[0])
print(a, a.copy() is a, a * 2, a + b'x', b'x' + a, type(a + b''), type(b'' + a))
a.clear()
print(a, bytearray(3), bytearray('é', 'utf-8'), bytearray([1, 2]), bytearray(b'a') == b'a', bytearray.fromhex('ff00'), bytearray(b'x').hex())
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
b = bytearray(b'xyz')
show(lambda: b.append(256))
show(lambda: b.append('a'))
show(lambda: b.__setitem__(0, 300))
show(lambda: b.__setitem__(9, 1))
show(lambda: b.__setitem__(0, 'a'))
show(lambda: b.__setitem__(slice(0, 1), 'a'))
show(lambda: b.__setitem__(slice(0, 3, 2), b'a'))
show(lambda: b.remove(0))
show(lambda: bytearray().pop())
show(lambda: b.pop(9))
show(lambda: hash(b))
show(lambda: bytearray('a'))
show(lambda: b.extend(5))
show(lambda: b.extend('a'))
show(lambda: b.insert('a', 1))
