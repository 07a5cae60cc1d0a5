# A metaclass must hand __classcell__ on; what a class's attributes may be.
def attempt(make):
    try:
        print(make())
    except Exception as e:
        print(type(e).__name__, e)


class Drops(type):
    def __new__(meta, name, bases, namespace, **keywords):
        namespace.pop("__classcell__", None)
        return super().__new__(meta, name, bases, namespace)


class Puts(type):
    def __new__(meta, name, bases, namespace, cell):
        namespace["__classcell__"] = cell
        return super().__new__(meta, name, bases, namespace)


class Twice(type):
    def __new__(meta, name, bases, namespace):
        made = super().__new__(meta, name, bases, namespace)
        type("Other", (), namespace)
        return made


def dropped():
    class Uses(metaclass=Drops):
        def f(self):
            return __class__


def unused():
    class Plain(metaclass=Drops):
        pass
    return Plain.__name__


def twice():
    class Uses(metaclass=Twice):
        def f(self):
            return __class__


attempt(dropped)
attempt(unused)
attempt(twice)
for cell in (None, 0, "x"):
    def put():
        class Uses(metaclass=Puts, cell=cell):
            pass
    attempt(put)
attempt(lambda: type("A", (), {"__doc__": "x\udcdcy"}))
made = type("A", (), {"__firstlineno__": 42})
print(made.__firstlineno__)
made.__module__ = "elsewhere"
print("__firstlineno__" in made.__dict__)


class BadMeta:
    @staticmethod
    def __prepare__(*args):
        return None


def prepared():
    class A(metaclass=BadMeta()):
        pass


attempt(prepared)


class NoHash(type):
    __hash__ = None


class A(metaclass=NoHash):
    pass


attempt(lambda: hash(A | int))
attempt(lambda: (A | int).__args__ == (A, int))
attempt(lambda: super(int, A()))


class Far:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


attempt(lambda: len(Far(1 << 70)))
attempt(lambda: len(Far(-1 << 70)))


def known():
    pass


known.attribute = 1
print("attribute" in dir(known))


class Holder:
    m = known


print("attribute" in dir(Holder().m))
