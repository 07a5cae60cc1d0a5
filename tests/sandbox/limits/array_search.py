# limits: --max-steps 200000
# expect: status=0 last=ok
# Searching an array costs its length, not its length for each hit.
from array import array


class Equal:
    def __eq__(self, other):
        return other % 2 == 0


a = array("i", [1] * 20000)
print(a.count(1), a.count(2), a.count(1.0), 1 in a, a.index(1), array("i", range(2000)).count(Equal()))
print("ok")
