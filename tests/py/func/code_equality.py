# Code objects are equal when they do the same on the same lines under the same name.
def maker(x):
    def inner(y=0): return x, y
    return inner
c = maker(1).__code__
d = c.replace()
print(c == d, hash(c) == hash(d))
e = maker.__code__
print(e == e.replace())
k = [c for c in maker.__code__.co_consts if hasattr(c, 'co_name')][0]
print(k == k.replace(), k is c)
print(compile('x=1','f','exec') == compile('x=1','f','exec'), compile('x=1','f','exec') == compile('x=1','g','exec'), compile('x=1','f','exec') == compile('\nx=1','f','exec'))
print(compile('lambda: 1','f','eval') == compile('lambda: 1','f','eval'),compile('lambda: 1','f','eval') == compile('lambda: 1.0','f','eval'), compile('1','f','eval') == compile('1.0','f','eval'))
print(compile('0.0','f','eval') == compile('-0.0','f','eval'), compile('(1, 2)','f','eval') == compile('(1.0, 2)','f','eval'), compile('a','f','eval') == compile('b','f','eval'))
print(len({compile('x=1','f','exec'), compile('x=1','f','exec')}))
print(c == 1, c != d)
try: print(c < d)
except TypeError as e: print(e)
