# Messages name the classes that CPython has in C with their modules.
import itertools, collections, operator, io, csv, typing, functools
def bad():
    raise ValueError("bad")


for o in (itertools.count(), collections.deque(), io.StringIO(), io.BytesIO(), csv.reader([]), typing.TypeVar("T"), itertools.chain(), itertools.groupby([]), collections.Counter(), collections.OrderedDict(), collections.defaultdict(), functools.partial(bad), enumerate([]), typing.ParamSpec("P")):
    for f in (lambda: o + 1, lambda: o(), lambda: o.nope, lambda: o[0:1], lambda: int(o)):
        try: f(); print("fine")
        except Exception as e: print(type(e).__name__, e)
