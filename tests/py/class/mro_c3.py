# C3 linearisation, cooperative super, and impossible orders.
class O:
    def run(self): return ['O']
class A(O):
    def run(self): return ['A'] + super().run()
class B(O):
    def run(self): return ['B'] + super().run()
class C(A, B):
    def run(self): return ['C'] + super().run()
class D(B, A):
    def run(self): return ['D'] + super().run()
print(C().run(), D().run(), [k.__name__ for k in C.__mro__], C.mro() == list(C.__mro__))
class X(O): pass
class Y(X): pass
class Z(Y, C): pass
print([k.__name__ for k in Z.__mro__])
def show(f):
    try:
        f()
    except TypeError as e:
        print(e)
show(lambda: type('E', (C, D), {}))
show(lambda: type('F', (O, A), {}))
show(lambda: type('G', (A, A), {}))
show(lambda: type('H', (5,), {}))
show(lambda: type('I', (int, str), {}))
show(lambda: type('J', (type(None),), {}))
show(lambda: type('K', (range,), {}))
show(lambda: type('L', (object, O), {}))
print(type('M', (A, B), {'q': 1}).__mro__[1:3], type('M', (), {})().__class__.__name__)
