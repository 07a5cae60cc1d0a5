# Changing a set during iteration.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
def add():
    s = {1, 2, 3}
    for x in s:
        s.add(x + 10)
def discard():
    s = {1, 2, 3}
    for x in s:
        s.discard(x)
def same():
    s = {1, 2, 3}
    for x in s:
        s.add(x)
    return s
show(add)
show(discard)
show(same)
it = iter({1})
print(it.__length_hint__(), next(it), next(it, 'end'))
class Evil:
    def __init__(self, s):
        self.s = s
    def __hash__(self):
        return 1
    def __eq__(self, o):
        self.s.clear()
        return False
s = {1, 2}
print(Evil(s) in s, s)
