# What a sequence of pairs is blamed for, with a note about the element.
for a in ([1], [(1,)], [(1,2,3)], ["ab", 3], [["x"]], 5, [None]):
    for f in (dict, {}.update, {}.__ior__):
        try: f(a)
        except Exception as e: print(type(e).__name__, e, getattr(e, "__notes__", None))
import traceback
try: dict([1])
except TypeError: traceback.print_exc()
def badgen():
    yield "key"
    raise TypeError("oops")
def worse():
    yield "key"
    raise ValueError("other")
for make in badgen, worse:
    for f in (dict, {}.update):
        try: f([("a", 1), make()])
        except Exception as e: print(repr(e), getattr(e, "__notes__", None))
class NoIter:
    def __iter__(self): raise TypeError("mine")
try: dict([NoIter()])
except TypeError as e: print(repr(e), e.__notes__, repr(e.__context__))
shared = TypeError("shared")
class Again:
    def __iter__(self): return self
    def __next__(self): raise shared
for i in range(2):
    try: dict([Again()])
    except TypeError as e: print(e.__notes__)
shared.__notes__ = 5
try: dict([Again()])
except TypeError as e: print(repr(e))
