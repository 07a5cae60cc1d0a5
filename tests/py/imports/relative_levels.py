# __import__ at a level above 0: what says the package, and what is wrong with it.
def show(f, *args):
    try:
        r = f(*args)
        print(type(r).__name__, repr(r))
    except BaseException as e:
        print(type(e).__name__, e)

class Spec:
    def __init__(self, parent): self.parent = parent
for space in ({}, {'k': 1}, None, 5, (3,), {'__name__': 'x.y', '__package__': None}, {'__name__': 5}, {'__name__': 'x'}, {'__name__': 'x.y'},
              {'__package__': 5}, {'__package__': ''}, {'__package__': 'nope'}, {'__spec__': 5}, {'__spec__': Spec(5)}, {'__spec__': Spec('')},
              {'__spec__': Spec('nope.sub')}, {'__spec__': None, '__name__': 'q.r'}, {'__name__': 'x.y', '__path__': None},
              {'__name__': 'json', '__path__': []}):
    for level in (1, 2, 4):
        show(__import__, 'missing', space, {}, None, level)
show(lambda: __import__('a', level=1))
show(lambda: __import__('a', level=-1))
show(lambda: __import__(''))
show(lambda: __import__(5))
import inspect
print(str(inspect.signature(__import__))[:20])
show(lambda: __import__(None, None, {}, None, 3))
