# limits: --max-steps 50000000
# expect: status=0 last=ok
# The modules behind re, json, pickle, random and weakref trust nothing that a guest hands them.
import _json, _pickle_trees, _random, _re, _weakref
from weakref import ref
class Odd:
    def __index__(self): return 3
    def __eq__(self, other): return True
    def __hash__(self): return 5
class Text(str): pass
class Table(dict): pass
program = _re.compile('(a)(?P<n>b+)|c', 0)
odd = [0, -1, 7, 2**31, -2**63, 10**30, 1.5, None, ..., True, 'a+', 'é€\ud800', '\\1\\g<n>', b'\xff' * 64, bytearray(b'ab'),
       memoryview(b'abc'), (), (1, 2), ['x'], {}, {'n': 1}, {1: 2}, {'n': 'x'}, Table(n=3), Text('b'), Odd(), int, len,
       program, _random.Random(), ref(Odd), ValueError('x'), (3, tuple(range(625)), None)]
state = 1
def pick(items):
    global state
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return items[(state >> 8) % len(items)]
calls = []
for module in (_json, _pickle_trees, _random, _re, _weakref):
    calls += [value for value in vars(module).values() if callable(value)]
for one in (_random.Random(), program, program.match('abb'), program.scanner('abc')):
    calls += [getattr(one, name) for name in dir(one) if not name.startswith('__') and callable(getattr(one, name))]
for round in range(4000):
    arguments = [pick(odd) for _ in range(pick((0, 1, 2, 3, 3, 7)))]
    try:
        repr(pick(calls)(*arguments))
    except (TypeError, ValueError, OverflowError, MemoryError, AttributeError, KeyError, IndexError, NotImplementedError, RecursionError):
        pass
refused = 0
for attempt in (lambda: type(program)(), lambda: object.__new__(type(program)), lambda: type('P', (type(program),), {})):
    try:
        attempt()
    except TypeError:
        refused += 1
print('ok' if refused == 3 else refused)
