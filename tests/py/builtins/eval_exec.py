# eval and exec with namespaces; what they see and leave.
x = 10
print(eval('x + 1'), eval('x + y', {'x': 1, 'y': 2}), eval('x + y', {'x': 1}, {'y': 5}), eval(' 1 + 1 '), eval('[i for i in range(3)]'), eval('(lambda a: a * 2)(4)'))
ns = {}
exec('a = 1\ndef f(): return a + 1\nclass C: z = 3', ns)
print(ns['f'](), ns['C'].z, '__builtins__' in ns, sorted(k for k in ns if k != '__builtins__'))
exec('x = 99')
print(x, exec('pass'))
def g():
    y = 1
    exec('y = 2; w = 3')
    return y, 'w' in locals(), eval('y')
print(g())
loc = {}
exec('p = 1; q = p + x', globals(), loc)
print(loc, 'p' in globals())
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: eval('1 +'))
show(lambda: eval('a = 1'))
show(lambda: eval(''))
show(lambda: eval('undefined_name'))
show(lambda: exec('x ='))
show(lambda: eval(5))
show(lambda: exec('1', 5))
show(lambda: eval('1', {}, 5))
show(lambda: eval('len([1])', {'__builtins__': {}}))
show(lambda: eval('x', {'__builtins__': {'x': 'from builtins'}}))
show(lambda: exec(b'print("bytes source")'))
show(lambda: eval(compile('1 + 2', 'f', 'eval')))
class Loc(dict):
    def __missing__(self, k): return 'missing ' + k
print(eval('anything', {}, Loc()))
