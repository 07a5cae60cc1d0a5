# Sums of complex numbers keep what floats lose, part by part.
print(sum([0.1j] * 10), sum([0.1, 0.2j] * 10), sum([2 + 1j, 10E100j, 1j, -10E100j]))
print(sum([1j, 1, 10E100j, 1j, 1.0, -10E100j]), sum([2j, 1.0, 10E100, 1.0, -10E100]))
print(sum([1.0, 10E100, 1.0, -10E100, 2j]), sum([2j, 1.0, 10**100, 1.0, -10**100]))
print(sum([1j, float("inf")]), sum([complex(1e308, 1)] * 3), sum([1, 2j, True, 2**100]))
print(sum([2j], 1.0), sum([0.0j, -0.0]), sum([], 1j), sum([1j, 1], 0.5))


class Derived(complex):
    pass


class Adds:
    def __radd__(self, other):
        return ("added to", other)


print(sum([Derived(0.1), 0.1j, 0.1]), sum([0.1j] * 10 + [Adds()]), sum([0.1] * 10 + [Adds()]))
print(sum(x for x in [0.1j] * 10), sum(iter([1e100, 1j, 1.0, -1e100])))
for items in ([1j, 10**400], [1j, "a"]):
    try:
        print(sum(items))
    except (OverflowError, TypeError) as error:
        print(error)
