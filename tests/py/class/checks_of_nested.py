# isinstance and issubclass over nested tuples and over what merely has __bases__.
def nested(depth, last):
    for _ in range(depth):
        last = (last,)
    return last


def attempt(check, *args):
    try:
        print(check(*args))
    except (TypeError, RecursionError) as e:
        print(type(e).__name__, e if isinstance(e, TypeError) else "")


attempt(isinstance, "", nested(50, str))
attempt(isinstance, "", nested(50, int))
attempt(issubclass, str, nested(50, str))
attempt(isinstance, "", nested(500000, str))
attempt(issubclass, str, nested(500000, str))
attempt(isinstance, None, (str, (bytes, (int | None, list))))
attempt(isinstance, "", (int, (list, str), 5))
attempt(isinstance, "", (int, (list, 5), str))


class Bases:
    def __init__(self, *bases):
        self.bases = bases

    @property
    def __bases__(self):
        return self.bases


class Itself:
    @property
    def __bases__(self):
        return (self, self)


class Asks:
    @property
    def __bases__(self):
        return self.__bases__


top = Bases()
chain = top
for _ in range(3000):
    chain = Bases(chain)
attempt(issubclass, chain, top)
attempt(issubclass, chain, int)
attempt(issubclass, Bases(Bases(), Bases(Bases(), top)), top)
attempt(issubclass, Bases(Bases(int)), int)
attempt(type.__subclasscheck__, int, Bases(Bases(int)))
attempt(type.__subclasscheck__, int, Bases(Bases(str)))
attempt(type.__subclasscheck__, int, 5)
attempt(issubclass, Itself(), int)
attempt(issubclass, Asks(), int)
attempt(issubclass, int, Asks())
attempt(isinstance, 1, Asks())
