# Data and non-data descriptors and their precedence.
class Data:
    def __get__(self, obj, cls):
        return ('data get', obj is None, cls.__name__)
    def __set__(self, obj, v):
        print('data set', v)
    def __delete__(self, obj):
        print('data delete')
class NonData:
    def __get__(self, obj, cls):
        return ('nondata get', obj is None)
class NoGet:
    def __set__(self, obj, v):
        obj.__dict__['noget'] = v * 2
class SetOnly:
    __set__ = None
class A:
    data, nondata, noget = Data(), NonData(), NoGet()
a = A()
a.__dict__['data'] = a.__dict__['nondata'] = 'instance'
print(a.data, a.nondata, A.data, A.nondata)
a.data = 1
del a.data
a.noget = 5
print(a.noget, type(A.noget).__name__, a.__dict__)
a.nondata = 'plain'
print(a.nondata)
del a.nondata
print(a.nondata)
class RO:
    def __get__(self, o, c): return 1
    def __set__(self, o, v): raise AttributeError('read only')
class B:
    x = RO()
for f in (lambda: setattr(B(), 'x', 1), lambda: delattr(B(), 'x')):
    try:
        f()
    except AttributeError as e:
        print(e)
B.x = 'class assignment replaces it'
print(B().x)
class F:
    def __get__(self, o, c=None): return lambda *args: (o is not None, args)
class G:
    m = F()
print(G().m(1, 2), G.m(3))
