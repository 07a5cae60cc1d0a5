# limits: --max-memory 67108864 --max-steps 150000000
# expect: status=0|3 last=ok kind=steps
# Containers of any size in one call.
import itertools
def attempt(what, f):
    try:
        f()
    except (MemoryError, OverflowError, ValueError) as e:
        print(what, type(e).__name__)
    else:
        print(what, 'done')
n = 10**12
for m in (n, 2**31 - 1, 2**32, 2**62, 10**30):
    attempt('list repeat', lambda: [0] * m)
    attempt('tuple repeat', lambda: (0,) * m)
    attempt('range list', lambda: list(range(m)))
    attempt('range tuple', lambda: tuple(range(m)))
    attempt('range set', lambda: set(range(m)))
    attempt('range dict', lambda: dict.fromkeys(range(m)))
    attempt('sorted', lambda: sorted(range(m)))
    attempt('comprehension', lambda: [0 for _ in range(m)])
    attempt('dict comprehension', lambda: {i: 0 for i in range(m)})
    attempt('star', lambda: [*range(m)])
    attempt('call', lambda: print(*range(m)))
    attempt('unpack', lambda: exec('a, *b = range(%d)' % m))
    attempt('slice', lambda: list(range(m))[:])
    attempt('join', lambda: ''.join(itertools.repeat('a', m)) if m < 2**63 else [0] * m)
    attempt('bytes', lambda: bytes(itertools.repeat(1, m)) if m < 2**63 else bytes(m))
    attempt('zip', lambda: list(zip(range(m), range(m))))
    attempt('extend', lambda: [].extend(range(m)))
    attempt('slice assign', lambda: [].__setitem__(slice(0, 0), range(m)))
    attempt('update', lambda: set().update(range(m)))
    attempt('product', lambda: list(itertools.product(range(1000), repeat=10)))
    attempt('permutations', lambda: list(itertools.permutations(range(20))))
a = [0]
attempt('double', lambda: [a.extend(a) for _ in range(60)])
a = []
attempt('insert', lambda: [a.insert(0, i) for i in range(10**8)])
a = None
print('ok')
