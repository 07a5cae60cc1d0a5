# Arguments are evaluated left to right; containers are shared, not copied.
def v(x):
    print('v', x)
    return x
def f(*a, **k): return a, k
print(f(v(1), *v([2]), v(3), a=v(4), **v({'b': 5}), c=v(6)))
print(v(max)(v(1), v(2), key=v(None)))
def append(x, to=[]):
    to.append(x)
    return to
print(append(1), append(2), append(3, []), append(4))
def change(l, d, s, n):
    l.append(9)
    d['k'] = 9
    s += 'x'
    n += 1
    l = ['rebound']
a, b, c, d = [1], {}, 's', 1
change(a, b, c, d)
print(a, b, c, d)
def star(*args, **kw):
    kw['new'] = 1
    return args, kw
orig = {'o': 1}
print(star(*a, **orig), orig)
t = (1, 2)
print(star(*t)[0] is t)
def swap(x, y): return y, x
print(swap(*swap(1, 2)))
x = [1, 2, 3]
def aug(y):
    y += [4]
    y = y + [5]
    return y
print(aug(x), x)
l = [[]] * 2
l[0].append(1)
print(l)
print((lambda a, b=v('default'): (a, b))(v('arg')))
