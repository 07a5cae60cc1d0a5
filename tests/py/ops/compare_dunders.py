# Rich comparison: reflected operations, defaults of == and !=, missing order.
class V:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        print('eq', self.n)
        return self.n == other.n if isinstance(other, V) else NotImplemented
    def __lt__(self, other):
        print('lt', self.n)
        return self.n < other.n
print(V(1) == V(1), V(1) != V(2), V(1) < V(2), V(1) > V(2))
print(V(1) == 5, 5 == V(1), V(1) != 5)
try:
    V(1) <= V(2)
except TypeError as e:
    print(e)
try:
    hash(V(1))
except TypeError as e:
    print(e)
class W(V):
    def __eq__(self, other):
        print('W eq')
        return True
print(V(1) == W(2))
class Plain:
    pass
p = Plain()
print(p == p, p == Plain(), p != p, p != 1)
class Odd:
    def __eq__(self, other):
        return 'not a bool'
print(Odd() == 1, Odd() != 1)
