# limits: --max-steps 200000000 --max-memory 268435456
# expect: status=0 last=ok
# Recursion to a depth of 20,000 through natives works when the limit allows it.
import sys
sys.setrecursionlimit(100000)
def plain(n): return 0 if n == 0 else 1 + plain(n - 1)
def by_sorted(n): return 0 if n == 0 else 1 + sorted([n - 1], key=lambda v: keep.append(by_sorted(v)) or 0)[0] * 0 + keep.pop()
def by_map(n): return 0 if n == 0 else 1 + next(map(by_map, [n - 1]))
class R:
    def __init__(self, n): self.n = n
    def __repr__(self): return '.' if self.n == 0 else '.' + repr(R(self.n - 1))
    def __eq__(self, o): return True if self.n == 0 else R(self.n - 1) == o
keep = []
for f in (plain, by_sorted, by_map):
    print(f.__name__, f(20000))
print(len(repr(R(5000))), R(20000) == 1)
print('ok')
