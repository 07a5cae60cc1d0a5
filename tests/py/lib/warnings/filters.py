# Filters, recording, categories, deprecated.
import warnings

with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    warnings.warn("plain")
    warnings.warn("old", DeprecationWarning)
    warnings.warn(RuntimeWarning("made"))
print([(str(w.message), w.category.__name__) for w in log], log[0].lineno)

with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("now an error", UserWarning)
    except UserWarning as e:
        print(repr(e))

with warnings.catch_warnings(record=True) as log:
    warnings.resetwarnings()
    warnings.filterwarnings("ignore", message="skip.*")
    warnings.filterwarnings("once", category=FutureWarning)
    for _ in range(3):
        warnings.warn("skip this")
        warnings.warn("future", FutureWarning)
        warnings.warn("same place")
print([str(w.message) for w in log])

for bad in (lambda: warnings.warn("x", 5), lambda: warnings.simplefilter("nonsense"),
            lambda: warnings.warn("x", int), lambda: warnings.filterwarnings("ignore", 5),
            lambda: warnings.simplefilter("ignore", lineno=-1)):
    try:
        bad()
    except (TypeError, ValueError, AssertionError) as e:
        print(type(e).__name__, e)


@warnings.deprecated("use other")
def old(x):
    return x


@warnings.deprecated("no such class any more", category=FutureWarning)
class Old:
    def __init__(self, v):
        self.v = v


with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    print(old(3), Old(4).v, old.__deprecated__, Old.__deprecated__)

    class Child(Old):
        pass
print([(w.category.__name__, str(w.message)) for w in log])
print(warnings.formatwarning("text", UserWarning, "file.py", 3, "the line\n"), end="")
w = warnings.WarningMessage("m", UserWarning, "f.py", 1)
print(w)
