# breakpoint() calls sys.breakpointhook with its arguments.
import sys, warnings
sys.modules["pdb"] = None
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(breakpoint())
    print([(w.category.__name__, str(w.message)) for w in caught])
sys.breakpointhook = lambda *args, **kws: (args, kws)
print(breakpoint(1, x=2), breakpoint())
sys.breakpointhook = sys.__breakpointhook__
del sys.breakpointhook
try:
    breakpoint()
except RuntimeError as e:
    print(e)
