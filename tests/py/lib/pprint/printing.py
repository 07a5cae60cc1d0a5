# pprint: widths, depths, kinds.
import collections
import dataclasses
import pprint
import types

data = {"key": ["a long string number " + str(i) for i in range(3)], "b": {"nested": (1, 2, (3,))}, "set": {3, 1, 2}, 5: None}
pprint.pprint(data)
pprint.pprint(data, width=30, indent=2)
pprint.pprint(data, depth=1)
pprint.pprint(data, compact=True, sort_dicts=False, width=50)
pprint.pp(list(range(30)), width=40, compact=True)
pprint.pprint(1234567, underscore_numbers=True)
print(pprint.pformat("word " * 30, width=40))
print(pprint.pformat(b"bytes " * 20, width=40))


@dataclasses.dataclass
class Point:
    x: int
    label: str = "a label that is long enough to be broken over lines"
    hidden: int = dataclasses.field(default=3, repr=False)


pprint.pprint(Point(1), width=30)
pprint.pprint(types.SimpleNamespace(a="x" * 30, b=list(range(5)), c={"k": "v" * 20}), width=40)
pprint.pprint(collections.OrderedDict((str(i), "v" * 10) for i in range(4)), width=30)
pprint.pprint(collections.defaultdict(list, a=["x" * 20, "y" * 20]), width=30)
pprint.pprint(collections.Counter("abracadabra" * 3), width=20)
pprint.pprint(collections.deque(["x" * 10] * 3, maxlen=5), width=20)
pprint.pprint(collections.ChainMap({"a": "x" * 20}, {"b": "y" * 20}), width=30)
pprint.pprint(frozenset(range(20)), width=20, compact=True)
pprint.pprint({"a": 1}.keys())
loop = [1]
loop.append(loop)
print(pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable([1, {"a": (2,)}]), pprint.isrecursive([1]))
print(pprint.saferepr({"b": 1, "a": "it's"}), pprint.pformat(loop)[:22])
pprint.pprint((1,))
pprint.pprint([])
pprint.pprint({(1, 2): "t", "s": 1, 3: 2})
for bad in (lambda: pprint.PrettyPrinter(indent=-1), lambda: pprint.PrettyPrinter(width=0), lambda: pprint.PrettyPrinter(depth=0)):
    try:
        bad()
    except ValueError as e:
        print(e)
