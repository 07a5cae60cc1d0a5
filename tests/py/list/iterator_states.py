# A list's iterator that is set to its end may be set back; one that came to it may not.
import operator


def tell(it):
    print(it.__reduce__()[1:], operator.length_hint(it))


it = iter([1, 2])
for state in (-5, 5, 1, -1):
    it.__setstate__(state)
    tell(it)
print(list(it))
it.__setstate__(0)
print(list(it))
it.__setstate__(0)
print(list(it))
short = iter([1, 2])
short.__setstate__(-1)
print(list(zip(short, "ab")), next(short, "end"))
short.__setstate__(1)
print(list(zip(short, [3])))


class Empty(tuple):
    def __len__(self):
        print("asked")
        return 0


r = reversed(Empty())
print(r.__length_hint__(), list(r))
