# __index__ results, and int subclasses keep working as ints.
class MyInt(int):
    def __repr__(self):
        return 'MyInt(%d)' % self
    def __add__(self, other):
        return MyInt(int(self) + other)
a = MyInt(5)
print(a, repr(a), a + 1, 1 + a, a * 2, type(a + 1), type(a * 2), -a, type(-a))
print([10, 20, 30][MyInt(1)], 'abc' * MyInt(2), range(MyInt(3)))
print(a == 5, hash(a) == hash(5), {5: 'x'}[a], isinstance(a, int), int(a), type(int(a)))
class Bad:
    def __index__(self):
        return 1.5
try:
    [1][Bad()]
except TypeError as e:
    print(e)
class Idx:
    def __index__(self):
        return 2
print([1, 2, 3][Idx()], hex(Idx()), bin(Idx()), range(10)[Idx()], 'abcdef'[Idx():])
try:
    [1, 2][str()]
except TypeError as e:
    print(e)
