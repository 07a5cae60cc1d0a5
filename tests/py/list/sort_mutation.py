# A list changed during its own sort raises ValueError.
a = [3, 1, 2]
def key(x):
    a.append(9)
    return x
try:
    a.sort(key=key)
except ValueError as e:
    print(e)
b = [2, 1]
def peek(x):
    print('during', b)
    return x
b.sort(key=peek)
print(b)
class Evil:
    def __lt__(self, other):
        c.clear()
        return False
c = [Evil(), Evil(), Evil()]
try:
    c.sort()
except ValueError as e:
    print(e)
print(len(c))
