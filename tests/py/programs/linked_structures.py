# Linked list, binary tree, heap, trie and LRU cache made by hand.
class Node:
    __slots__ = ('value', 'next')
    def __init__(self, value, next=None): self.value, self.next = value, next
class LinkedList:
    def __init__(self, items=()):
        self.head = None
        for x in reversed(list(items)): self.head = Node(x, self.head)
    def __iter__(self):
        n = self.head
        while n: yield n.value; n = n.next
    def reverse(self):
        prev, n = None, self.head
        while n: n.next, prev, n = prev, n, n.next
        self.head = prev
        return self
    def __len__(self): return sum(1 for _ in self)
    def __repr__(self): return ' -> '.join(map(str, self)) or 'empty'
l = LinkedList('abc')
print(l, len(l), l.reverse(), LinkedList(), 'b' in l, list(l), max(l))
class Tree:
    def __init__(self): self.root = None
    def add(self, k):
        def ins(n): return [k, None, None] if n is None else [n[0], ins(n[1]), n[2]] if k < n[0] else [n[0], n[1], ins(n[2])]
        self.root = ins(self.root)
    def walk(self, n='root'):
        n = self.root if n == 'root' else n
        if n: yield from self.walk(n[1]); yield n[0]; yield from self.walk(n[2])
    def depth(self, n='root'):
        n = self.root if n == 'root' else n
        return 0 if n is None else 1 + max(self.depth(n[1]), self.depth(n[2]))
t = Tree()
for k in (5, 2, 8, 1, 9, 3): t.add(k)
print(list(t.walk()), t.depth(), t.root)
def push(h, x):
    h.append(x)
    i = len(h) - 1
    while i and h[(i - 1) // 2] > h[i]: h[i], h[(i - 1) // 2] = h[(i - 1) // 2], h[i]; i = (i - 1) // 2
def pop(h):
    h[0], h[-1] = h[-1], h[0]
    x, i = h.pop(), 0
    while (c := min((j for j in (2 * i + 1, 2 * i + 2) if j < len(h)), key=lambda j: h[j], default=None)) is not None and h[c] < h[i]: h[i], h[c], i = h[c], h[i], c
    return x
h = []
for x in (5, 3, 8, 1, 9, 2): push(h, x)
print(h, [pop(h) for _ in range(6)])
trie = {}
for w in ('car', 'cart', 'cat', 'dog'):
    n = trie
    for c in w: n = n.setdefault(c, {})
    n['$'] = True
def complete(prefix):
    n = trie
    for c in prefix:
        if c not in n: return []
        n = n[c]
    def rec(n, acc):
        for k, v in sorted(n.items()):
            if k == '$': yield prefix + acc
            else: yield from rec(v, acc + k)
    return list(rec(n, ''))
print(complete('ca'), complete('d'), complete('x'), trie['d'])
class LRU:
    def __init__(self, n): self.n, self.d = n, {}
    def get(self, k):
        if k not in self.d: return None
        self.d[k] = self.d.pop(k)
        return self.d[k]
    def put(self, k, v):
        self.d.pop(k, None)
        self.d[k] = v
        if len(self.d) > self.n: del self.d[next(iter(self.d))]
c = LRU(2)
c.put('a', 1), c.put('b', 2), c.get('a'), c.put('c', 3)
print(c.d, c.get('b'), c.get('a'), list(c.d))
