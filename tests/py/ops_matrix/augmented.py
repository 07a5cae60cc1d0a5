# Augmented assignment between values of every pair of types: result and identity.
VALUES = [5, 2.5, 'ab', b'xy', [1], (1, 2), {'a': 1}, {1, 2}, None, range(2)]
import copy, operator
for name in ('iadd', 'isub', 'imul', 'ior', 'iand', 'ixor', 'imod'):
    op = getattr(operator, name)
    for a in VALUES:
        for b in VALUES:
            x = a.copy() if hasattr(a, 'copy') else a
            try:
                r = op(x, b)
                print(name, a, b, '->', repr(r), r is x if type(x) is not float else '')
            except Exception as e:
                print(name, a, b, type(e).__name__, e)
