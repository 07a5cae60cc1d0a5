# Lists as stacks, queues, matrices; searching and rearranging.
stack = []
for i in range(4): stack.append(i)
print(stack.pop(), stack.pop(), stack)
queue = [1, 2, 3]
queue.append(4)
print(queue.pop(0), queue.pop(0), queue)
m = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*m)], [sum(r) for r in m], [[a + b for a, b in zip(*p)] for p in zip(m, m)], sum(m, []), [r[::-1] for r in m[::-1]])
def rotate(l, n): return l[-n % len(l):] + l[:-n % len(l)]
print(rotate([1, 2, 3, 4], 1), rotate([1, 2, 3, 4], -1), rotate([1, 2, 3, 4], 6))
def bubble(a):
    a = a[:]
    for i in range(len(a)):
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]: a[j], a[j + 1] = a[j + 1], a[j]
    return a
def quick(a): return a if len(a) < 2 else quick([x for x in a[1:] if x < a[0]]) + [a[0]] + quick([x for x in a[1:] if x >= a[0]])
def merge(a, b): return (a or b) if not (a and b) else [a[0]] + merge(a[1:], b) if a[0] <= b[0] else [b[0]] + merge(a, b[1:])
def msort(a): return a if len(a) < 2 else merge(msort(a[:len(a) // 2]), msort(a[len(a) // 2:]))
data = [5, 2, 9, 1, 5, 6, -3]
print(bubble(data), quick(data), msort(data), data)
def search(a, x):
    lo, hi = 0, len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if a[mid] < x: lo = mid + 1
        else: hi = mid
    return lo
print([search([1, 3, 5, 7], x) for x in range(9)])
def flatten(x): return [z for y in x for z in (flatten(y) if isinstance(y, list) else [y])]
print(flatten([1, [2, [3, [4]], 5], [], [[]]]))
def uniq(a): return [x for i, x in enumerate(a) if x not in a[:i]]
def chunks(a, n): return [a[i:i + n] for i in range(0, len(a), n)]
print(uniq([3, 1, 3, 2, 1]), chunks(list(range(7)), 3), [a for a, b in zip(data, data[1:]) if a < b], max(range(len(data)), key=data.__getitem__))
def perms(a): return [[x] + p for i, x in enumerate(a) for p in perms(a[:i] + a[i + 1:])] if a else [[]]
def powerset(a): return [[]] if not a else (lambda r: r + [[a[0]] + s for s in r])(powerset(a[1:]))
print(perms([1, 2, 3]), powerset('abc'))
