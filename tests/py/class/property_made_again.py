"""A property that is made again has no name any more; classes in C have docs."""
import types


class C:
    @property
    def p(self):
        return 1


o = C.__dict__["p"]
for again in False, True:
    if again:
        o.__init__()
    for act in (lambda: o.__set__(C(), 1), lambda: o.__delete__(C()), lambda: setattr(C(), "p", 1), lambda: o.__name__, lambda: o.__get__(C())):
        try:
            print(act())
        except AttributeError as e:
            print(e)
print(types.CellType.__doc__ is None, types.TracebackType.__doc__ is None, types.GenericAlias.__doc__ is None)
try:
    C.__sizeof__()
    type.__sizeof__()
except TypeError as e:
    print(e)
o.__name__ = [1]
for act in (lambda: o.__set__(C(), 1), lambda: setattr(C(), "p", 1)):
    try:
        print(act())
    except AttributeError as e:
        print(e)
import copy
for c in copy.copy, copy.deepcopy:
    try:
        s = super(C, C())
        print(c(s) is s)
    except Exception as e:
        print(type(e).__name__, e)
print(types.ModuleType.__text_signature__)
