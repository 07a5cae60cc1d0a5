# `is` and `is not` on objects that must and must not be the same.
a = []
b = a
c = []
print(a is b, a is c, a is not c, a == c)
print(None is None, True is True, type is type, int is type(5))
def f():
    return f
print(f() is f, f is not None)
x = y = object()
print(x is y, x is not object())
d = {'k': a}
print(d['k'] is a, [a][0] is a, (a,)[0] is b)
a += [1]
print(a is b, b)
a = a + [2]
print(a is b, b)
s = 'hello'
t = s
print(s is t, s[:] == s)
