# __mro_entries__, __prepare__ with odd namespaces, metaclass by function call.
class Fake:
    def __mro_entries__(self, bases):
        print('entries for', len(bases))
        return (dict,)
class C(Fake()):
    pass
print(C.__bases__, C.__orig_bases__[0].__class__.__name__)
class Nothing:
    def __mro_entries__(self, bases): return ()
class D(Nothing()): pass
print(D.__bases__)
class Bad:
    def __mro_entries__(self, bases): return 5
def show(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
def bad():
    class E(Bad()): pass
show(bad)
class Log(dict):
    def __setitem__(self, k, v):
        if not k.startswith('__'): print('set', k)
        super().__setitem__(k, v)
    def __getitem__(self, k):
        if k == 'magic': return 'from namespace'
        return super().__getitem__(k)
class Meta(type):
    @classmethod
    def __prepare__(m, name, bases): return Log()
class F(metaclass=Meta):
    x = magic
    def f(self): pass
print(F.x, type(F.__dict__).__name__)
class NotMap(type):
    def __prepare__(*a): return 5
def notmap():
    class G(metaclass=NotMap): pass
show(notmap)
def unknown():
    class H(metaclass=Meta, key=1): pass
show(unknown)
class Once(type):
    def __setattr__(cls, k, v): raise AttributeError('frozen ' + k)
    def __delattr__(cls, k): raise AttributeError('frozen ' + k)
class I(metaclass=Once): x = 1
show(lambda: setattr(I, 'x', 2))
show(lambda: delattr(I, 'x'))
