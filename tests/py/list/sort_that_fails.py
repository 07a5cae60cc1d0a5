"""A sort whose comparison raises leaves the list as far in order as it came."""


class Odd:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"o{self.n}"

    def __lt__(self, other):
        if other.n == 7:
            raise KeyError("lt")
        return self.n < other.n


for items in ([3, 1, 2, "a", "b"], [1, 2, "x", 0], ["b", "a", 1], [5, 4, 3, None, 1, 2], [2, 1], [1, None],
              [Odd(n) for n in (5, 3, 4, 1, 7, 2, 0)], [Odd(n) for n in (1, 2, 0, 3, 9, 8, 7, 5)],
              [(1, "a"), (0, 2), (1, 3), (0, 1)], [3.5, 1, 2j, 0], [*range(9, 0, -1), "z", 4]):
    for args in ({}, {"reverse": True}, {"key": lambda x: x}, {"key": lambda x: [x], "reverse": True},
                 {"key": lambda x: x / 2}):
        copy = items[:]
        try:
            copy.sort(**args)
            print("sorted", copy)
        except Exception as e:
            print(type(e).__name__, copy)
