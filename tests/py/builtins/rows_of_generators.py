# for loops over zip and enumerate of generators: rows, ends, errors, and generators that enter the loop's iterator.
def numbers(n, name="g", fail=-1):
    for i in range(n):
        if i == fail:
            raise ValueError(name, i)
        yield i
    print("end of", name)


def show(rows):
    try:
        for row in rows:
            print(row, end=" ")
        print("over")
    except (ValueError, RuntimeError) as e:
        print(type(e).__name__, e)


show(zip(numbers(3, "a"), numbers(3, "b")))
show(zip(numbers(3, "a"), numbers(2, "b")))
show(zip(numbers(2, "a"), numbers(3, "b")))
show(zip(numbers(2, "a"), "xyz", numbers(2, "b")))
show(zip("xyz", numbers(2, "a")))
show(zip(numbers(3, "a"), [7, 8, 9]))
show(zip(numbers(3, "a", 1), numbers(3, "b")))
show(zip(numbers(3, "a"), numbers(3, "b", 1)))
show(zip(numbers(2, "a"), numbers(2, "b"), strict=True))
show(zip(numbers(2, "a"), numbers(3, "b"), strict=True))
show(zip(numbers(3, "a"), numbers(2, "b"), strict=True))
show(enumerate(numbers(3, "a")))
show(enumerate(numbers(3, "a", 2), 10**20))
show(zip(enumerate(numbers(2, "a")), zip(numbers(2, "b"))))
for a, b in zip(numbers(4, "a"), numbers(4, "b")):
    if a == 2:
        continue
    if a == 3:
        break
    print(a + b)
for i, (a, b) in enumerate(zip(numbers(3, "a"), numbers(3, "b"))):
    print(i, a, b, end=" ")
print()


def enters():
    for i in range(6):
        if i == 2:
            try:
                print("inner", next(rows))
            except ValueError as e:
                print(e)
        yield i


rows = zip(enters(), range(10, 20))
for a, b in rows:
    print(a, b, end=" ")
print()
rows = enumerate(enters())
for a, b in rows:
    print(a, b, end=" ")
print()
z = zip(numbers(5, "a"), numbers(5, "b"))
for a, b in z:
    if a == 1:
        break
print(next(z), list(z))


def handled():
    for i in range(2):
        try:
            raise KeyError(i)
        except KeyError:
            yield i


try:
    raise IndexError
except IndexError as e:
    import sys
    for a, b in zip(handled(), handled()):
        print(a, b, sys.exception() is e)
print(list(zip(numbers(2, "a"), numbers(2, "b"))), dict(zip(numbers(2, "a"), numbers(2, "b"))), list(enumerate(numbers(2))))
