# complex(a, b): when the methods of the parts are asked, and in which order.
def show(f, *args):
    try:
        r = f(*args)
        print(type(r).__name__, repr(r))
    except BaseException as e:
        print(type(e).__name__, e)

class F(float):
    def __float__(self):
        print('float')
        return 2.0
class I:
    def __index__(self):
        print('index')
        return 3
class C(complex):
    def __complex__(self):
        print('complex')
        return 4j
class CF:
    def __complex__(self):
        print('complex')
        return 4j
    def __float__(self):
        print('float')
        return 2.0
class Bad(float):
    def __float__(self): return 5
import warnings
warnings.simplefilter('ignore')
parts = [F(), F(7), I(), C(1j), CF(), Bad(), 1.5, 2, True, 1j, '1', None]
for a in parts:
    show(complex, a)
    show(complex.from_number, a)
    for b in parts:
        show(complex, a, b)
    show(lambda: complex(imag=a))

