# dir and vars of instances, classes and modules.
class A:
    x = 1
    def __init__(self): self.y = 2
    def m(self): pass
class B(A):
    z = 3
print([n for n in dir(A()) if not n.startswith('__')], [n for n in dir(B) if not n.startswith('__')], sorted(vars(A())), [n for n in vars(B) if not n.startswith('__')])
print([n for n in dir(object()) if n.startswith('__')])
print([n for n in dir([]) if not n.startswith('_')], [n for n in dir('') if not n.startswith('_')][:10], [n for n in dir({}) if not n.startswith('_')], [n for n in dir(1) if not n.startswith('_')])
print([n for n in dir(set()) if not n.startswith('_')], [n for n in dir(()) if not n.startswith('_')], [n for n in dir(1.5) if not n.startswith('_')], [n for n in dir(b'') if not n.startswith('_')][:8])
import math
print('pi' in dir(math), vars(math)['pi'] == math.pi)
class D:
    def __dir__(self): return ['b', 'a', 'c']
print(dir(D()))
class Bad:
    def __dir__(self): return 5
try:
    dir(Bad())
except TypeError as e:
    print(e)
for bad in (5, [], object()):
    try:
        vars(bad)
    except TypeError as e:
        print(e)
def f():
    local = 1
    return dir(), sorted(vars())
print(f())
