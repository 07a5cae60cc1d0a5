# Subclasses of tools: attributes, __init__ with keywords of its own, __new__, __next__; what tools are as classes.
import itertools
from itertools import *
import copy

ARGS = {"repeat": (1, 2), "filterfalse": (None, "ab"), "starmap": (pow, []), "islice": ("ab", 1), "takewhile": (bool, "ab"),
        "dropwhile": (bool, "ab"), "compress": ("ab", [1]), "batched": ("ab", 2), "combinations": ("ab", 1),
        "combinations_with_replacement": ("ab", 1), "count": (3,)}

def attempt(f, *args, **kw):
    try:
        return f(*args, **kw)
    except Exception as error:
        return f"{type(error).__name__}: {error}"

for name in sorted(dir(itertools)):
    tool = getattr(itertools, name)
    if not isinstance(tool, type) or name[0] == "_" and name[1] == "_":
        continue
    args = ARGS.get(name, ("ab",))
    def derive():
        class Own(tool):
            def __init__(self, *args, mark=None):
                self.mark = mark
        return Own
    own = attempt(derive)
    print(name, tool.__module__, tool.__qualname__, own if isinstance(own, str) else own.__base__ is tool)
    if isinstance(own, str):
        continue
    class Plain(tool):
        pass
    print(" ", attempt(lambda: own(*args, mark=7).mark) if name != "zip_longest" else "", attempt(lambda: own(*args).mark),
          attempt(Plain, *args, mark=7) if name != "zip_longest" else "")
    it = Plain(*args)
    it.note = 5
    print(" ", it.__dict__, iter(it) is it, attempt(lambda: list(islice(it, 2))) if name != "groupby" else "",
          attempt(copy.copy, tool(*args)), attempt(tool(*args).__reduce__), attempt(setattr, tool(*args), "x", 1))
    print(" ", [n for n in ("__iter__", "__next__", "__length_hint__", "__class_getitem__", "__repr__", "__reduce__", "__copy__")
                if n in tool.__dict__], attempt(lambda: tool[int]))

class Fast(count):
    def __next__(self):
        return super().__next__() * 2
c = Fast(5)
print(next(c), list(zip("ab", c)), c, repr(repeat([], 2)), repr(Fast(1.5, 2)))
class F(float):
    def __init__(self, x, unit):
        self.unit = unit
print(F(2, unit="m").unit)
