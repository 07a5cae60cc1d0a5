# limits: --max-depth 50
# expect: status=1 error=RecursionError
# The depth the host sets is the first value of the recursion limit.
import sys
print(sys.getrecursionlimit())
def f(): f()
f()
