# Special methods are looked up on the type, not the instance.
class A: pass
a = A()
a.__len__ = lambda: 5
a.__call__ = lambda: 'called'
a.__iter__ = lambda: iter([1])
a.__eq__ = lambda o: 'eq'
a.__str__ = lambda: 'str'
a.__add__ = lambda o: 'add'
a.__enter__ = lambda: 1
a.__bool__ = lambda: False
a.__hash__ = lambda: 1
a.__getitem__ = lambda i: i
def show(f):
    try:
        print(f())
    except TypeError as e:
        print(e)
show(lambda: len(a))
show(lambda: a())
show(lambda: list(a))
show(lambda: a == 1)
show(lambda: str(a).startswith('<__main__.A object'))
show(lambda: a + 1)
show(lambda: bool(a))
show(lambda: a[0])
print(a.__len__(), a.__call__(), a.__add__(1), a.__str__())
A.__len__ = lambda self: 9
A.__call__ = lambda self, *x: ('type call', x)
A.__getitem__ = lambda self, i: ('item', i)
print(len(a), a(1), a[2], a[1:2], bool(a), [*zip(range(2), a)])
A.__len__ = None
show(lambda: len(a))
del A.__len__, A.__call__
show(lambda: a())
show(lambda: len(a))
class M(type):
    def __len__(cls): return 3
    def __iter__(cls): return iter('meta')
    def __str__(cls): return 'class ' + cls.__name__
class C(metaclass=M):
    def __len__(self): return 1
print(len(C), len(C()), list(C), str(C), f'{C}', repr(C))
