# A list iterator follows the live list.
a = [1, 2, 3]
out = []
for x in a:
    out.append(x)
    if x < 3 and len(a) < 6:
        a.append(x * 10)
print(out, a)
b = [1, 2, 3, 4]
for x in b:
    b.remove(x)
print(b)
c = [1, 2, 3]
it = iter(c)
print(next(it))
c.clear()
print(next(it, 'end'))
c.extend([7, 8, 9])
print(next(it, 'still at its end'))
d = [1, 2, 3]
r = reversed(d)
print(next(r))
del d[1:]
print(list(r))
e = [1, 2]
it = iter(e)
print(it.__length_hint__(), list(it), it.__length_hint__())
