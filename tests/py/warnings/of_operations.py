# What operations of builtin types warn of.
import warnings
class I:
    def __int__(self): return True
    def __index__(self): return False
class J:
    def __index__(self): return True
class X(float): pass
class F:
    def __float__(self): return X(2)
def f(name, call):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            print(name, repr(call()), [(w.category.__name__, str(w.message), w.lineno) for w in caught])
        except Warning as e:
            print('raised', e)
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        try:
            print(call())
        except DeprecationWarning as e:
            print(name, 'raised', str(e)[:40])
yes = True
f('invert', lambda: ~yes)
f('invert', yes.__invert__)
f('int', lambda: int(I()))
f('int of index', lambda: int(J()))
f('index', lambda: [1, 2][I()])
f('float', lambda: float(F()))
f('range', lambda: range(J()))
f('plain', lambda: int(X(3)))
