# Assigning to and deleting items and slices.
a = list(range(6))
a[0] = 'x'
a[-1] = 'y'
a[1:3] = ['p', 'q', 'r']
print(a)
a[2:2] = (1, 2)
a[:0] = 'ab'
a[len(a):] = [99]
print(a)
a[1:4] = []
a[::2] = [0] * len(a[::2])
print(a)
del a[0]
del a[-1], a[0]
del a[1:3]
print(a)
b = list(range(10))
del b[::3]
print(b)
del b[::-2]
print(b)
b[:] = b
b[:] = (i * i for i in range(4))
print(b)
b[1:1] = b
b[::-1] = list(b)
print(b)
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: b.__setitem__(50, 1))
show(lambda: b.__delitem__(50))
show(lambda: b.__setitem__(slice(0, 4, 2), [1]))
show(lambda: b.__setitem__(slice(0, 1), 5))
show(lambda: b.__setitem__(slice(0, 4, 2), 5))
show(lambda: b.__setitem__('a', 1))
show(lambda: b.__delitem__('a'))
print(b)
