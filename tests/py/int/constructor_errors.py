# What int() refuses, and how it says so.
def show(*a, **k):
    try:
        print(int(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
for text in ('', ' ', 'abc', '1.5', '1e3', '0x', '1__0', '_1', '1_', '--1', '12 3', '\x00', 'é', '9a'):
    show(text)
show('2', 2)
show('g', 16)
show('10', 1)
show('10', 37)
show('10', -5)
show('077', 0)
show(5, 10)
show(b'xyz')
show(None)
show([])
show(float('nan'))
show(float('inf'))
show('5', base='10')
show(base=10)
show(1, 2, 3)
show(x=5)
show(1j)
class Bad:
    def __int__(self):
        return 'no'
show(Bad())
