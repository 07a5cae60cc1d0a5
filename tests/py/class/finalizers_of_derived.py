# __del__ of classes that derive from builtin ones.
import functools
import gc

ended = []


def make(base, *args):
    class Derived(base):
        def __del__(self):
            ended.append(base.__name__)

    class Below(Derived):
        pass

    Derived(*args)
    Below(*args)


for base in (object, list, dict, set, frozenset, tuple, str, int, float, complex, bytes, bytearray,
             Exception, ValueError, OSError):
    make(base)
make(functools.partial, print)
gc.collect()
gc.collect()
print(sorted(ended))


class Again(list):
    def __del__(self):
        kept.append(self)


kept = []
Again([1, 2])
gc.collect()
print(kept)
