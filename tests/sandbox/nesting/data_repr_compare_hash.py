# limits: --max-steps 2000000000 --max-memory 268435456
# expect: status=0 last=ok
# repr, ==, <, hash and str of data nested 100,000 deep.
def nested(wrap, n=100000):
    x = wrap(0)
    for _ in range(n):
        x = wrap(x)
    return x
def attempt(what, f):
    try:
        f()
    except (RecursionError, MemoryError, TypeError, ValueError) as e:
        print(what, type(e).__name__)
    else:
        print(what, 'done')
lists = nested(lambda v: [v]), nested(lambda v: [v])
tuples = nested(lambda v: (v,)), nested(lambda v: (v,))
dicts = nested(lambda v: {'k': v}), nested(lambda v: {'k': v})
frozen = nested(lambda v: frozenset([v]))
for name, pair in (('lists', lists), ('tuples', tuples), ('dicts', dicts)):
    a, b = pair
    attempt(name + ' repr', lambda: repr(a))
    attempt(name + ' str', lambda: f'{a}')
    attempt(name + ' eq', lambda: a == b)
    attempt(name + ' ne', lambda: a != b)
    attempt(name + ' lt', lambda: a < b)
    attempt(name + ' hash', lambda: hash(a))
    attempt(name + ' in', lambda: a in [b])
    attempt(name + ' index', lambda: [b].index(a))
    attempt(name + ' sorted', lambda: sorted([a, b]))
    attempt(name + ' percent', lambda: '%s %r' % (a, a))
    attempt(name + ' key', lambda: {a: 1})
attempt('frozen repr', lambda: repr(frozen))
attempt('frozen hash', lambda: hash(frozen))
attempt('isinstance', lambda: isinstance(1, tuples[0]))
attempt('max', lambda: max(tuples))
attempt('exception', lambda: repr(ValueError(lists[0])))
del lists, tuples, dicts, frozen, pair, a, b
print('ok')
