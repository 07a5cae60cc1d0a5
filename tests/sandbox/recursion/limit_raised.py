# limits: --max-steps 100000000 --max-memory 134217728
# expect: status=0|1|3 error=MemoryError|RecursionError kind=memory|depth|steps
# A guest that raises its own recursion limit gets memory errors, not a crash.
import sys
try:
    sys.setrecursionlimit(10**8)
except (ValueError, OverflowError, RecursionError) as e:
    print(type(e).__name__)
def down(n):
    return down(n + 1) + 1
try:
    down(0)
except (RecursionError, MemoryError) as e:
    print(type(e).__name__)
class R:
    def __repr__(self):
        return repr([self])
try:
    repr(R())
except (RecursionError, MemoryError) as e:
    print(type(e).__name__)
print('ok')
