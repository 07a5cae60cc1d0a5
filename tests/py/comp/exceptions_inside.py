# An exception inside a comprehension leaves no partial result.
out = 'unchanged'
try:
    out = [10 // (2 - i) for i in range(5)]
except ZeroDivisionError as e:
    print(e, out)
def g(x):
    if x == 2:
        raise ValueError(f'bad {x}')
    return x
for make in (lambda: [g(x) for x in range(5)], lambda: {g(x) for x in range(5)}, lambda: {g(x): x for x in range(5)}, lambda: list(g(x) for x in range(5)), lambda: [x for x in range(5) if g(x)]):
    try:
        make()
    except ValueError as e:
        print(e)
try:
    [a for a, b in [(1, 2), 3]]
except TypeError as e:
    print(e)
try:
    {[]: 1 for _ in range(1)}
except TypeError as e:
    print(e)
try:
    [undefined for _ in range(1)]
except NameError as e:
    print(e)
