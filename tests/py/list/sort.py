# Stability, key, reverse, and exceptions inside a sort.
a = [5, 2, 9, 1, 5, 6]
a.sort()
print(a)
a.sort(reverse=True)
print(a)
words = ['banana', 'Apple', 'cherry', 'apple', 'Banana']
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True))
pairs = [(1, 'b'), (0, 'z'), (1, 'a'), (0, 'y')]
print(sorted(pairs), sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))
print(sorted('hello'), sorted({3: 'a', 1: 'b'}), sorted((3, 1.5, True)), sorted([]), sorted([[2], [1, 5], [1]]))
calls = []
sorted([3, 1, 2], key=lambda x: calls.append(x) or x)
print(calls)
b = [3, 'a', 1]
try:
    b.sort()
except TypeError as e:
    print(e, sorted(map(str, b)))
def boom(x):
    if x == 2:
        raise ValueError('key failed')
    return x
c = [3, 2, 1]
try:
    c.sort(key=boom)
except ValueError as e:
    print(e, c)
try:
    sorted([1], [2])
except TypeError as e:
    print(e)
class K:
    def __init__(self, v):
        self.v = v
    def __lt__(self, o):
        return self.v > o.v
print([k.v for k in sorted([K(1), K(3), K(2)])])
