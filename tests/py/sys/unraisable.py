# What __del__ and weak-reference callbacks raise goes to sys.unraisablehook, and by default to sys.stderr.
import gc, io, re, sys, weakref
class D:
    def __del__(self):
        raise ValueError('in del')
class W: pass
def make():
    D()
def forget():
    w = W()
    return weakref.ref(w, lambda r: 1 / 0)
def shown(f):
    sys.stderr = io.StringIO()
    try:
        kept = f()
        gc.collect()
        print(re.sub('0x[0-9a-f]+', '0x', re.sub('File ".*?"', 'File', sys.stderr.getvalue())))
    finally:
        sys.stderr = sys.__stderr__
shown(make)
shown(forget)
def bad(u):
    raise KeyError(1)
sys.unraisablehook = bad
shown(make)
def hook(u):
    print(type(u).__name__, u.exc_type, u.exc_value, type(u.exc_traceback).__name__, re.sub('0x[0-9a-f]+', '0x', u.err_msg), u.object, len(u))
sys.unraisablehook = hook
shown(make)
shown(forget)
sys.unraisablehook = None
shown(make)
sys.unraisablehook = sys.__unraisablehook__
shown(make)
try:
    sys.unraisablehook(5)
except TypeError as e:
    print(e)
