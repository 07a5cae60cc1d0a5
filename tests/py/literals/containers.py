# Displays of every container, empty and with trailing commas.
print([], [1], [1, ], [1, 2, 3, ])
print((), (1,), (1, 2), (1, 2, ))
print({}, {'a': 1}, {'a': 1, 'b': 2, })
print(set(), {1}, {1, 2, 3})
print(1, (2), (3,), ((4)))
t = 1, 2, 3
print(t)
u = 5,
print(u)
print([[], [[]], ()], {(): []}, ([],))
print({1: 'a', 1.0: 'b', True: 'c'})
print({1, 1.0, True})
print([*range(3), *'ab'], (*[1], *(2,)), {**{'x': 1}, 'y': 2})
