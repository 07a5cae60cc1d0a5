# limits: --max-steps 500000000 --max-memory 268435456 --max-output 100000000
# expect: status=1 error=KeyError
# A chain of 20,000 causes is reported without deep recursion.
e = ValueError('first')
for i in range(20000):
    new = KeyError(i)
    if i % 2:
        new.__cause__ = e
    else:
        new.__context__ = e
    e = new
g = ValueError('inner')
for _ in range(3000):
    g = ExceptionGroup('g', [g])
try:
    repr(g), str(g), g.split(ValueError), g.subgroup(KeyError)
except RecursionError:
    print('RecursionError')
e.__context__ = g
raise e
