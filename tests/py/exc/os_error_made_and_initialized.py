# When OSError and what derives from it take their arguments.
class A(OSError):

    def __init__(self, *a, **k):
        super().__init__(*a)

class B(OSError):

    def __new__(cls, *a, **k):
        return super().__new__(cls, *a)

class C(OSError):
    pass

class D(OSError):

    def __init__(self, *a):
        self.x = a

class E(OSError):

    def __init__(self, *a):
        pass

    def __new__(cls, *a, **k):
        return super().__new__(cls, 1, 2)

def show(f):
    try:
        e = f()
        print(type(e).__name__, e.args, e.errno, e.strerror, e.filename, str(e))
    except Exception as e:
        print(type(e).__name__, e)

def again(e, *a):
    e.__init__(*a)
    return e
for c in (OSError, A, B, C, D, E, FileNotFoundError):
    show(lambda: c(2, 'x', 'f'))
    show(lambda: c(2, 'x', 'f', k=1))
    show(lambda: again(c(2, 'x', 'f'), 3, 4))
    show(lambda: again(c(2, 'x', 'f')))
    show(lambda: OSError.__init__(c(2, 'x', 'f'), 5, 6) or OSError())
    show(lambda: OSError.__new__(c, 5, 6))
    show(lambda: OSError.__new__(c, 5, 6, k=1))
