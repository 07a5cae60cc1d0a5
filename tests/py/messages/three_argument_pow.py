# pow(a, b, m): whose method is asked, and who refuses.
class R:
    def __rpow__(s, o, m=7): return ('rpow', type(o).__name__, m)


class P:
    def __pow__(s, o, m=7): return NotImplemented


class Q(P):
    def __pow__(s, o, m=7): return ("pow", type(o).__name__, m)

    def __rpow__(s, o, m=7): return ('Q rpow', type(o).__name__, m)


for text in '''pow(1j, False, {}.items());pow(1j, 'a', 3);pow(2, 1j, 3);pow(2.0, 1j, 3);pow('a', 1j, 3);pow(2, 2, 1j);pow(2, 2, 3.0)
pow(2.0, 2, 3);pow(2, 2.0, 3);pow(2, R(), 3);pow(2, 2, R());pow(P(), R(), 3);pow(P(), 2, 3);pow('a', 2, 3);pow(1, 1, [])
pow(True, 2.0, 'a');pow(Q(), 5, 3);pow(P(), Q(), 3);pow(Q(), Q(), 3);pow(2, 2);pow(2, R());pow(Q(), 2);pow(3, 4, 5)
b'a'.hex(':', 2**40);'a'.expandtabs(2**70);memoryview(b'abc').hex(3, 2**31);memoryview(b'abc').cast('é')
memoryview(b'abc').cast('é', 0.0);bytearray().extend('');bytearray().extend('a')'''.replace('\n', ';').split(';'):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, type(e).__name__, e)
