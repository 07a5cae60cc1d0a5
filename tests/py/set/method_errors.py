# Errors of set and its methods.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
s = {1, 2}
show(lambda: s.remove(9))
show(lambda: s.remove('x'))
show(lambda: set().pop())
show(lambda: s.add([]))
show(lambda: {[]})
show(lambda: {{}})
show(lambda: [] in s)
show(lambda: s.discard({}))
show(lambda: s | [1])
show(lambda: s & (1,))
show(lambda: s - 'a')
show(lambda: s + s)
show(lambda: s < [1])
show(lambda: s.union(5))
show(lambda: s.add())
show(lambda: s.add(1, 2))
show(lambda: set(5))
show(lambda: set(1, 2))
show(lambda: set(x=1))
show(lambda: hash(s))
show(lambda: s[0])
show(lambda: s.issubset(5))
show(lambda: frozenset().add(1))
show(lambda: frozenset([[]]))
show(lambda: s.update(5))
show(lambda: s.pop(0))
try:
    s |= [1]
except TypeError as e:
    print(e)
