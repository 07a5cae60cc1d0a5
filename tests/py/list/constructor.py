# list() and its subclasses.
print(list(), list('abc'), list((1, 2)), list({'a': 1}), list(range(3)), list(x * 2 for x in (1, 2)), list({5}), list(b'ab'), list(map(str, [1])))
a = [1, 2]
b = list(a)
print(b == a, b is a)
class L(list):
    def __init__(self, *a):
        super().__init__(a)
        self.extra = 'attr'
    def __getitem__(self, i):
        return 'item %r' % (i,)
l = L(1, 2, 3)
print(l, l[0], l[1:], len(l), l.extra, isinstance(l, list), l == [1, 2, 3], l + [4], type(l + [4]), type(l[:]), sorted(l), [x for x in l])
class It:
    def __iter__(self):
        yield from (1, 2)
    def __len__(self):
        print('len asked')
        return 10
print(list(It()))
a.__init__([9, 9])
print(a)
a.__init__()
print(a)
