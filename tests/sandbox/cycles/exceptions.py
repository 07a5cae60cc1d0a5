# limits: --max-steps 100000000
# expect: status=1 error=KeyError
# Exceptions whose cause and context lead back to themselves.
a, b, c = ValueError('a'), TypeError('b'), KeyError('c')
a.__cause__, b.__cause__, c.__context__ = b, a, a
a.__context__ = a
g = ExceptionGroup('g', [a, b])
a.__context__ = g
try:
    raise a from a
except ValueError as e:
    print(e.__cause__ is e)
try:
    raise g from g
except ExceptionGroup as e:
    print(e.__cause__ is e)
c.args = (c,)
try:
    print(len(repr(c)) < 1000)
except RecursionError:
    print('RecursionError')
c.args = ('c',)
raise c
