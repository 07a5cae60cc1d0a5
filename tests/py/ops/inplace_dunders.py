# __iop__ falls back to __op__, and rebinding happens either way.
class In:
    def __init__(self):
        self.log = []
    def __iadd__(self, other):
        self.log.append(other)
        return self
class Plain:
    def __add__(self, other):
        return ('plain', other)
class Refuses:
    def __iadd__(self, other):
        return NotImplemented
    def __add__(self, other):
        return 'from __add__'
a = b = In()
a += 1
a += 2
print(a is b, a.log)
p = Plain()
p += 5
print(p)
r = Refuses()
r += 1
print(r)
class Returns:
    def __isub__(self, other):
        return 'anything'
x = Returns()
x -= 1
print(x)
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e)
print(t)
d = {'k': 1}
d['k'] += 1
d['k'] **= 5
print(d)
try:
    d['missing'] += 1
except KeyError as e:
    print('KeyError', e)
