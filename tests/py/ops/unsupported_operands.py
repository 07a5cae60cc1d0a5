# TypeErrors of every operator on operands that do not support it.
import operator
names = ['add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'matmul', 'lshift', 'rshift', 'and_', 'or_', 'xor']
for name in names:
    op = getattr(operator, name)
    iop = getattr(operator, 'i' + name.rstrip('_'))
    for a, b in ((1, 'a'), ('a', None), ([], {})):
        for f in (op, iop):
            try:
                print(name, f(a, b))
            except TypeError as e:
                print(name, e)
for f in (operator.neg, operator.pos, operator.invert):
    for a in ('a', None, [], 1.5):
        try:
            print(f(a))
        except TypeError as e:
            print(e)
