# id() and the numbers in reprs are serial numbers, not addresses: the same in every run.
class C: pass


o = C()
print(id(o) == id(o), id(o) < 2**40, hash(o) == hash(o))
