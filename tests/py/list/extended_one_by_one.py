# What gives its items to a list one by one sees those before them; what was given before an error stays.


def failing():
    yield 1
    yield 2
    raise ValueError


def lengths():
    for _ in range(3):
        yield len(l)


class Sub(list):
    pass


for make in (list, Sub):
    l = make([0])
    for give in (lambda: l.extend(failing()), lambda: l.__iadd__(failing()), lambda: l.__init__(failing()),
                 lambda: l.extend(lengths()), lambda: l.__init__(lengths()), lambda: l.__init__(5), lambda: l.extend(5),
                 lambda: l.__iadd__(None), lambda: l.extend(map(str, range(3))), lambda: l.extend(l), lambda: l.__init__(l)):
        try:
            print(give(), l)
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e, l)


class Hinted:
    def __iter__(self):
        print("iter", l)
        return iter((7, 8))

    def __length_hint__(self):
        print("hint", l)
        return 2


l = [1]
l.extend(Hinted())
l += Hinted()
l.__init__(Hinted())
print(l)
l = []
l += (x for x in "abc" if l.append(0) is None)
print(l)
