# reprlib: limits by kind and depth, indentation, recursive_repr.
import reprlib

print(reprlib.repr(list(range(20))), reprlib.repr({i: i for i in range(9)}), reprlib.repr({9, 1, 5}),
      reprlib.repr("x" * 50), reprlib.repr(10**60), reprlib.repr((1,)), reprlib.repr(frozenset([1])), reprlib.repr(set()))
r = reprlib.Repr(maxlevel=2, maxlist=2, maxstring=10, maxdict=1, fillvalue="~~")
print(r.repr([[[[1]]], 2, 3]), r.repr("abcdefghijklmnop"), r.repr({1: 2, 3: 4}), r.repr([]), r.repr([[], [[]]]))
for indent in (2, "--", ""):
    print(reprlib.Repr(indent=indent, maxlist=3).repr([1, {"a": (2, 3)}, [], [4, 5, 6, 7]]))
import collections
print(reprlib.repr(collections.deque(range(10))))


class Node:
    def __init__(self):
        self.kids = [self]

    @reprlib.recursive_repr("<again>")
    def __repr__(self):
        return f"Node({self.kids})"


class Broken:
    def __repr__(self):
        raise ValueError


class Mine(reprlib.Repr):
    def repr_Node(self, x, level):
        return "a node"


print(Node(), Node.__repr__.__name__, Mine().repr([Node()]), reprlib.repr(Broken())[:21])
