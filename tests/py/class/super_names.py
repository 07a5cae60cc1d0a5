"""What super() says of an object that does not fit names the class with its module where it is builtin."""
import collections, types
def show(t):
    try: print(t, '->', eval(t))
    except BaseException as e: print(t, '!!', type(e).__name__, e)
class Child: pass
for t in ("super(Child).__get__(list[int])", "super(Child, list[int])", "super(Child).__get__(int | str)",
          "super(Child).__get__(collections.deque())", "super(Child).__get__(types.SimpleNamespace())", "super(Child, 5)",
          "super(int, Child)", "super(Child, Child).x"):
    show(t)
