# with: enter, exit, several managers, as-targets, swallowing.
class CM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print('enter', self.name)
        return self.name.upper()
    def __exit__(self, t, v, tb):
        print('exit', self.name, t and t.__name__, v, tb is not None)
        return self.swallow
with CM('a'):
    print('body')
with CM('a') as x, CM('b') as y:
    print(x, y)
with (CM('p') as p,
      CM('q') as q,):
    print(p, q)
with CM('s', True):
    1 / 0
print('continued')
try:
    with CM('r'):
        raise KeyError('k')
except KeyError as e:
    print('through', e)
def f():
    with CM('ret'):
        return 'value'
print(f())
for i in range(2):
    with CM(str(i)):
        if i == 0:
            continue
        break
d = {}
with CM('t') as d['k'], CM('u') as (a, *b):
    print(d, a, b)
with CM('outer', True):
    with CM('in'):
        raise ValueError('nested')
