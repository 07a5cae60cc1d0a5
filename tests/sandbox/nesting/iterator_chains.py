# limits: --max-steps 2000000000 --max-memory 268435456
# expect: status=0 last=ok
# Iterators and callables wrapped in one another many times.
import functools
import itertools
import types
def attempt(what, f):
    try:
        f()
    except (RecursionError, MemoryError) as e:
        print(what, type(e).__name__)
    else:
        print(what, 'done')
def wrap(f, x, n=50000):
    for _ in range(n):
        x = f(x)
    return x
attempt('map', lambda: next(wrap(lambda i: map(int, i), iter([1]))))
attempt('filter', lambda: next(wrap(lambda i: filter(None, i), iter([1]))))
attempt('zip', lambda: next(wrap(lambda i: zip(i), iter([1]))))
attempt('enumerate', lambda: next(wrap(enumerate, iter([1]))))
attempt('chain', lambda: next(wrap(itertools.chain, iter([1]))))
attempt('islice', lambda: next(wrap(lambda i: itertools.islice(i, 1), iter([1]))))
attempt('genexp', lambda: next(wrap(lambda i: (v for v in i), iter([1]))))
attempt('list', lambda: list(wrap(lambda i: map(int, i), iter([1]))))
attempt('sum', lambda: sum(wrap(lambda i: filter(None, i), iter([1]))))
attempt('partial', lambda: wrap(functools.partial, int)())
attempt('method', lambda: wrap(lambda f: types.MethodType(f, 1), print.__class__)())
attempt('staticmethod', lambda: wrap(staticmethod, int)())
attempt('classmethod', lambda: wrap(classmethod, int).__get__(1))
attempt('wrapper', lambda: wrap(lambda f: lambda: f(), int)())
attempt('alias', lambda: repr(wrap(lambda t: list[t], int)))
attempt('union', lambda: repr(wrap(lambda t: list[t] | None, int)))
attempt('slice', lambda: repr(wrap(slice, 1)))
attempt('property', lambda: wrap(property, 1))
attempt('memoryview', lambda: wrap(memoryview, b'abc')[0])
attempt('reversed', lambda: wrap(lambda v: list(reversed(v)), [1, 2]))
print('ok')
