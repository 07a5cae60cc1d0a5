# Which builtin functions, methods and wrappers know one another in a comparison.
import itertools


class A:
    def m(self):
        pass


a = A()
callables = {"len": len, "append": [].append, "hook": object.__init_subclass__, "fromkeys": dict.fromkeys, "add": int.__add__,
             "bound add": (1).__add__, "upper": str.upper, "method": dict.__dict__["fromkeys"], "m": a.m, "init": A.__init__}
for (n, x), (m, y) in itertools.product(callables.items(), repeat=2):
    print(n, m, x.__eq__(y), x.__ne__(y), x == y)
print(a.m == a.m, a.m == A().m, a.m.__eq__(len))
