# repr of lists that contain themselves, and nested containers.
a = [1]
a.append(a)
print(a, repr(a))
b = [a]
print(b)
t = ([],)
t[0].append(t)
print(t)
d = {}
d['me'] = d
d['list'] = [d]
print(d)
print(str([1, 'a', None, 2.5, [b'x', (1,)], {'k': {2}}]))
a.clear()
class R:
    def __repr__(self):
        return repr([1, 'inner'])
print([R(), [R()]])
x = []
y = [x, x]
print(y)
