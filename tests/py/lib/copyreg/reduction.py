# copyreg, and how objects are reduced.
import copyreg


class Plain:
    def __init__(self):
        self.a = 1


class Slots:
    __slots__ = ("x", "__private")

    def __init__(self):
        self.x = 1


r = Plain().__reduce_ex__(2)
print(r[0] is copyreg.__newobj__, r[1:], Plain().__reduce_ex__(0)[0] is copyreg._reconstructor, Plain().__getstate__())
print(Slots().__reduce_ex__(4)[2], copyreg._slotnames(Slots), Slots().__getstate__())
print([1].__reduce_ex__(2)[1], list([1].__reduce_ex__(2)[3]), list({1: 2}.__reduce_ex__(2)[4]))
copyreg.pickle(Plain, lambda p: (Plain, ()), Plain)
print(Plain in copyreg.dispatch_table, complex in copyreg.dispatch_table)
copyreg.add_extension("m", "n", 5)
for bad in (lambda: copyreg.pickle(int, 5), lambda: copyreg.constructor(5), lambda: copyreg.add_extension("m", "n", 6), lambda: copyreg.add_extension("a", "b", 5),
            lambda: copyreg.add_extension("a", "b", 0), lambda: copyreg.remove_extension("x", "y", 1), lambda: Slots().__reduce_ex__(0)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
copyreg.remove_extension("m", "n", 5)
