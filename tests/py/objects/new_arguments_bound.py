# __getnewargs__ is bound as special methods are: by the class, whatever descriptor it is.
import copy
import pickle


class A(int):
    def __new__(cls, a, b, *, value=0):
        self = super().__new__(cls, value)
        self.both = a, b
        return self

    @classmethod
    def __getnewargs_ex__(cls):
        return (1, 2), {"value": 3}


class B(tuple):
    def __new__(cls, *items):
        return super().__new__(cls, items)

    @staticmethod
    def __getnewargs__():
        return 7, 8


class C(str):
    def __getnewargs__(self):
        return (str(self).upper(),)


for obj in A(5, 6, value=7), B(1, 2, 3), C("x"):
    for again in copy.copy(obj), pickle.loads(pickle.dumps(obj, 2)), pickle.loads(pickle.dumps(obj, 5)):
        print(type(again).__name__, again == obj, again, getattr(again, "both", None))
c = C("y")
c.__dict__["__getnewargs__"] = lambda: ("never",)
print(copy.copy(c))
