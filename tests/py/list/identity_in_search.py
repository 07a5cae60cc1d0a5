# in, index, count and remove test identity before equality.
nan = float('nan')
a = [nan, 1]
print(nan in a, a.index(nan), a.count(nan), a == [nan, 1])
class E:
    def __eq__(self, other):
        print('eq called')
        return True
e = E()
print(e in [e], 1 in [e], [e].count(e), [1, 2].index(e))
class Raises:
    def __eq__(self, other):
        raise RuntimeError('compare')
try:
    5 in [Raises()]
except RuntimeError as x:
    print(x)
l = [1, 2, 3]
class Shrinks:
    def __eq__(self, other):
        l.clear()
        return False
print(Shrinks() in l, l)
