class _C:
    res = [lambda: __class__ for _ in [1]]
print(_C.res[0]())
class _D:
    res = [(lambda: __classdict__)() for _ in [1]]
print("res" in _D.res[0])
try:
    class E:
        res = [__class__ for _ in [1]]
except NameError as e: print(repr(e))
try:
    class E:
        res = [(__class__, lambda: __class__) for _ in [1]]
except NameError as e: print(repr(e))
class F:
    res = [[lambda: __class__ for _ in [1]] for a in [2]]
print(F.res[0][0]())
class G:
    res = [[x for x in [lambda: __class__]] for a in [2]]
print(G.res[0][0]())
class G:
    res = list((lambda: __class__) for a in [2])
print(G.res[0]())
class G:
    def f(self): return [__class__ for a in [2]]
print(G().f())
try:
    class E:
        x = 1
        res = [lambda: [__class__ for y in (1,)] for _ in [1]]
    print(E.res[0]())
except NameError as e: print(repr(e))
def f():
    l = [None]
    return [1 for (l[0], l) in [[1, 2]]]
try: print(f())
except Exception as e: print(repr(e))
l = [1, 2]
def g():
    y=0
    print([locals()["x"] for x in l], [sorted(vars()) for x in l], [dir() for x in l], [eval("x") for x in l])
    [exec("y = x") for x in l]
    print(y, locals())
g()
class K:
    y=0
    print([locals()["x"] for x in l], [vars()["x"] for x in l], [("x" in dir()) for x in l], [eval("x") for x in l])
    [exec("y = x") for x in l]
    print(y, "x" in locals())
y=0
print([locals()["x"] for x in l], [vars()["x"] for x in l], [("x" in dir()) for x in l], [eval("x") for x in l])
[exec("y = x") for x in l]
print(y, "x" in locals())
print([locals() is globals() for x in l], locals() is globals())
print([globals().get("x") for x in l])
x = 5
print([globals().get("x") for x in l], [locals()["x"] for x in l], x)
print([[sorted(k for k in locals() if len(k)==1) for p in l] for q in l])
class K2:
    a=3
    z = [locals() for b in l]
    print([sorted(i for i in d if len(i)==1) for d in z], z[0] is z[1], z[0] is locals())
    def m(): pass
import sys
print([sys._getframe().f_locals["a"] for a in [0]])
print("a" in [sys._getframe().f_locals for a in [0]][0])
def h():
    print([sys._getframe().f_locals["a"] for a in [0]])
    print("a" in [sys._getframe().f_locals for a in [0]][0])
h()
