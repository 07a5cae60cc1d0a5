# sorted: any iterable, key, reverse, stability, errors.
print(sorted([3, 1, 2]), sorted('hello'), sorted({3: 'c', 1: 'a'}), sorted((x * x % 7 for x in range(7))), sorted({5, 3, 9}), sorted(range(5, 0, -1)), sorted([]))
print(sorted(['b', 'A', 'c'], key=str.lower), sorted([-3, 2, -1], key=abs), sorted([3, 1, 2], reverse=True), sorted('banana', key=lambda c: (c != 'n', c)))
data = [('b', 2), ('a', 2), ('c', 1)]
print(sorted(data, key=lambda p: p[1]), sorted(data, key=lambda p: p[1], reverse=True), sorted(data, key=lambda p: (p[1], p[0])))
print(sorted([True, False, 2, 0.5]), sorted([(1, 'b'), (1, 'a')]), sorted([[2], [1, 9], [1]]), sorted(['10', '9', '1']), sorted([b'b', b'a']), sorted([1, 2], key=None))
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: sorted([1, 'a']))
show(lambda: sorted([None, 1]))
show(lambda: sorted([{}, {}]))
show(lambda: sorted([1j, 2j]))
show(lambda: sorted(5))
show(lambda: sorted([1], key=5))
show(lambda: sorted([[1], ['a']]))
show(lambda: sorted([1, 2], key=lambda: 0))
show(lambda: sorted([3, 1], reverse=None))
show(lambda: sorted([3, 1], reverse=[]))
show(lambda: sorted(key=len))
original = [2, 1]
print(sorted(original) is original, original)
