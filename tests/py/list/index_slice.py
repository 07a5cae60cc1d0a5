# Reading by index and slice.
a = list(range(10))
print(a[0], a[-1], a[2:5], a[:3], a[7:], a[:], a[::2], a[1::3], a[::-1], a[-3:], a[:-3], a[8:2:-2], a[20:], a[-20:2], a[5:2], a[None:None:None])
print(a[True], a[slice(1, 4)], a[:] is a, a[2:100:4], a[-1:-5:-1], a[9:0:-4])
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: a[10])
show(lambda: a[-11])
show(lambda: a['x'])
show(lambda: a[1.0])
show(lambda: a[None])
show(lambda: a[::0])
show(lambda: a['a':])
show(lambda: a[1, 2])
show(lambda: a[10 ** 30])
show(lambda: a[10 ** 30:])
show(lambda: a[:10 ** 30:10 ** 29])
show(lambda: a[-10 ** 30:2])
