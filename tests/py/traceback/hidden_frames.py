# What is in C in CPython is in no traceback: its calls of Python functions follow each other.
import collections, functools, itertools, operator, traceback, warnings


def bad(*args):
    raise ValueError("bad")


def show(f):
    try:
        f()
    except Exception:
        print(traceback.format_exc().replace(__file__, "FILE"), end="")


show(lambda: functools.reduce(bad, [1, 2]))
show(lambda: functools.partial(bad, 1)(2))
show(lambda: functools.lru_cache(bad)(1))
show(lambda: sorted([2, 1], key=functools.cmp_to_key(bad)))
show(lambda: list(itertools.accumulate([1, 2], bad)))
show(lambda: list(itertools.starmap(bad, [(1, 2)])))
show(lambda: list(itertools.takewhile(bad, [1])))
show(lambda: list(itertools.groupby([1], bad)))
show(lambda: collections.defaultdict(bad)[1])
show(lambda: operator.methodcaller("index", 5)([]))
show(lambda: operator.itemgetter(5)([]))
show(lambda: collections.deque([]).popleft())
show(lambda: collections.deque(map(bad, [1])))
type Alias = missing
show(lambda: Alias.__value__)


def warn():
    warnings.simplefilter("error")
    warnings.warn("a warning")


show(warn)
