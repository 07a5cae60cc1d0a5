# Chained comparisons evaluate each operand once and stop early.
def v(x):
    print('eval', x)
    return x
print(v(1) < v(2) < v(3))
print(v(1) > v(2) < v(3))
print(v(1) < v(5) > v(3) == v(3))
print(v(1) in [1, 2] != [3])
a = b = 1
print(a is b is not None, 1 == 1.0 == True, 'a' < 'b' < 'c' <= 'c')
class C:
    def __lt__(self, other):
        return 'truthy'
    def __gt__(self, other):
        return []
print(C() < 1, C() > 1, C() < 1 < 2, C() > 1 < 2, 0 < 1 < C())
