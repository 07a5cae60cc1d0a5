# A generator that nobody holds any more is closed at a later collection, not at once.
def g():
    try:
        yield 1
    finally:
        print("closed")


for x in g():
    break
print("behind the loop")
h = g()
next(h)
h.close()


class CM:
    def __enter__(self): pass
    def __exit__(self, *exc): print("left")


def first():
    def inner():
        with CM():
            yield 1
            yield 2
    for x in inner():
        return x


print(first(), "behind the function")
