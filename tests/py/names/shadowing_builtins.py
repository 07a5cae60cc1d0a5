# Builtins can be shadowed in every scope and come back.
list = [1, 2]
print(list, __builtins__ is not None)
del list
print(list('ab'))
def f():
    len = lambda x: 'local len'
    return len([1])
print(f(), len([1]))
def g(print): return print
print(g('shadowed parameter'))
class C:
    int = str
    x = int(5)
    def m(self): return int('7')
print(repr(C.x), C().m())
sum = 0
for sum in range(3): pass
print(sum)
del sum
print(sum([1, 2]))
def h():
    try:
        max
    except UnboundLocalError as e:
        print(e)
    max = 1
    return max
print(h())
import builtins
original = builtins.abs
builtins.abs = lambda x: ('patched', x)
print(abs(-1))
builtins.abs = original
print(abs(-1))
def outer():
    id = 'outer id'
    def inner(): return id
    return inner()
print(outer(), [str for str in 'ab'], str(5))
True_ = True
for name in ('True', 'None', 'False', '__debug__'):
    try:
        exec(f'{name} = 1')
    except SyntaxError as e:
        print(name, e.msg)
