# limits: --max-steps 200000000
# expect: status=0 last=ok
# Natives that call functions that call the native again, without end.
import functools
import itertools
def attempt(what, f):
    try:
        f()
    except RecursionError:
        print(what, 'RecursionError')
    else:
        bad.append(what)
bad = []
def by_sorted(x=0): return sorted([2, 1], key=by_sorted)
def by_sort(x=0): return [2, 1].sort(key=by_sort)
def by_map(x=0): return list(map(by_map, [1]))
def by_filter(x=0): return list(filter(by_filter, [1]))
def by_min(x=0): return min([1, 2], key=by_min)
def by_max(x=0): return max(1, 2, key=by_max)
def by_any(): return any(by_any() for _ in [1])
def by_all(): return all(by_all() for _ in [1])
def by_sum(): return sum(by_sum() for _ in [1])
def by_list(): return [by_list() for _ in [1]]
def by_dict(): return {k: by_dict() for k in [1]}
def by_join(): return ''.join(by_join() for _ in [1])
def by_next(): return next(by_next() for _ in [1])
def by_iter(): return next(iter(by_iter, None))
def by_reduce(a=0, b=0): return functools.reduce(by_reduce, [1, 2])
def by_partial(): return functools.partial(by_partial)()
def by_eval(): return eval('by_eval()')
def by_exec(): exec('by_exec()')
def by_lambda(): return (lambda: by_lambda())()
def by_star(*a, **k): return by_star(*a, 1, **k)
def by_cmp(a=0, b=0): return sorted([1, 2], key=functools.cmp_to_key(by_cmp))
def by_generator():
    yield from by_generator()
def by_getattr(): return getattr(A(), 'p')
class A:
    @property
    def p(self): return by_getattr()
@functools.lru_cache
def by_cache(): return by_cache()
def by_accumulate(a=0, b=0): return list(itertools.accumulate([1, 2], by_accumulate))
def by_groupby(k=0): return [list(g) for _, g in itertools.groupby([1], by_groupby)]
def by_handler():
    try:
        1 / 0
    except ZeroDivisionError:
        by_handler()
def by_finally():
    try:
        pass
    finally:
        by_finally()
for name, f in list(globals().items()):
    if name.startswith('by_'):
        attempt(name, lambda: list(f()) if name == 'by_generator' else f())
print('ok' if not bad else bad)
