# gc: what collect() finalizes, and the switches.
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        print("del", self.name)


def make(name):
    node = Node(name)
    return weakref.ref(node, lambda r: print("ref", name))


refs = [make("a"), make("b")]
gc.collect()
print([r() for r in refs])
held = Node("c")
r = weakref.ref(held)
gc.collect()
print(r() is held)
del held
gc.collect()
print(r())
print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled())
print(gc.is_tracked([]), gc.is_tracked(1), gc.is_tracked("a"), gc.is_tracked(Node), gc.is_tracked({}))
print(gc.get_debug(), gc.set_debug(0), gc.garbage, len(gc.get_threshold()), len(gc.get_count()), len(gc.get_stats()))
gc.callbacks.append(lambda phase, info: print(phase, sorted(info), info["generation"]))
gc.collect(1)
gc.callbacks.clear()
gc.freeze()
gc.unfreeze()
for bad in (3, -1, "x"):
    try:
        gc.collect(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
