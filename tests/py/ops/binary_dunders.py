# The order in which __op__ and __rop__ are tried.
class A:
    def __init__(self, name):
        self.name = name
    def __add__(self, other):
        print('A.add', self.name)
        return NotImplemented
    def __radd__(self, other):
        print('A.radd', self.name)
        return 'A.radd result'
class B(A):
    def __radd__(self, other):
        print('B.radd', self.name)
        return 'B.radd result'
class C:
    def __add__(self, other):
        print('C.add')
        return 'C.add result'
print(A('x') + A('y') if False else 'same type tries only __add__')
try:
    A('x') + A('y')
except TypeError as e:
    print(e)
print(A('a') + B('b'))
print(B('b') + A('a'))
print(1 + A('a'))
print(C() + A('a'))
try:
    A('a') + 1
except TypeError as e:
    print(e)
class S(B):
    pass
print(A('a') + S('s'))
print(B('b') + S('s') if False else 'inherited __radd__ gives no priority')
