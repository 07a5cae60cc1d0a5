# Generators at rest and running, closures, exceptions in flight, finally blocks.
def numbers(n):
    try:
        for i in range(n):
            got = yield i * i
            if got:
                yield got
    finally:
        print("numbers closed at", n)


def chained(n):
    yield from numbers(n)
    yield from (x + 0.5 for x in range(n) if x % 2)


def make_counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


step = make_counter()
g = chained(9)
print(next(g), next(g), g.send("sent"), list(g))
for a, b in zip(chained(4), chained(6)):
    print(a, b, step(a and 2))


def fails(depth):
    try:
        if depth == 0:
            raise ValueError("deepest")
        return fails(depth - 1)
    except ValueError as e:
        e.add_note(f"seen at {depth}")
        raise
    finally:
        step()


try:
    fails(12)
except ValueError as e:
    print(len(e.__notes__), e.__notes__[-1], step(0))
