# zip: lengths, strict, laziness, errors.
print(list(zip([1, 2, 3], 'ab')), list(zip()), list(zip([1])), list(zip('ab', [1, 2], (True, False))), dict(zip('ab', [1, 2])), list(zip(*[(1, 2), (3, 4)])), list(zip([], [1])))
a = iter([1, 2, 3])
print(list(zip(a, a)), list(zip(range(3), range(5), strict=False)))
z = zip([1, 2], [3, 4])
print(next(z), type(z).__name__, iter(z) is z, list(z), list(z))
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: list(zip([1], [1, 2], strict=True)))
show(lambda: list(zip([1, 2], [1], strict=True)))
show(lambda: list(zip([1], [1], [1, 2], strict=True)))
show(lambda: list(zip([1, 2], [1, 2], [1], strict=True)))
show(lambda: list(zip([1, 2], [3, 4], strict=True)))
show(lambda: zip(5))
show(lambda: zip([1], 5))
show(lambda: zip([1], x=2))
def gen():
    yield 1
    raise ValueError('inside')
show(lambda: list(zip(gen(), 'ab')))
first, second = iter([1, 2, 3]), iter('a')
list(zip(first, second))
print(next(first), next(second, 'end'))
