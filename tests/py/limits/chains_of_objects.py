# Objects that refer to another of their kind: deeper than the slots in C follow them.
import contextvars
import operator
import types
import csv
from asyncio import TimerHandle

VAR = contextvars.ContextVar('var')


class Loop:
    def get_debug(self):
        return False


LOOP = Loop()


def chain(wrap, inner, n):
    for _ in range(n):
        inner = wrap(inner)
    return inner


def context(value):
    made = contextvars.Context()
    made.run(VAR.set, value)
    return made


def timer(when):
    return TimerHandle(when, len, (), LOOP)


def nothing(*args):
    "Its docstring."
    return 0


COMPARED = {
    'context': (context, 1, 2),
    'timer': (timer, 1, 2),
    'timer of a timer': (lambda t: TimerHandle(1, t, (), LOOP), 1, 2),
    'alias': (lambda a: list[a], list[int], list[str]),
    'union': (lambda a: dict[a, a] | None if a is None else list[a] | None, list[int] | None, list[str] | None),
    'proxy': (types.MappingProxyType, {1: 2}, {1: 3}),
}
for name, (wrap, inner, other) in COMPARED.items():
    for n in (3, 15, 16, 17, 60):
        a, b, c = chain(wrap, inner, n), chain(wrap, inner, n), chain(wrap, other, n)
        row = [a == b, a != b, a == c, a != c, a == wrap(b), a != wrap(b)]
        if name == 'timer':
            row += [a <= b, a < c, c > b, hash(a) == hash(b)]
        if name in ('alias', 'union'):
            row += [hash(a) == hash(b)]
        print(name, n, row)

for n in (3, 15, 16, 17, 60):
    p = chain(types.MappingProxyType, {1: 2}, n)
    print(n, len(p), p[1], 1 in p, 3 in p, list(p), p.get(5), bool(p), len(repr(p)))
    try:
        p[4]
    except KeyError as e:
        print('KeyError', e)
    m = chain(lambda m: types.MethodType(m, 1), nothing, n)
    print(m.__name__, m.__doc__, hasattr(m, 'x'), m())
    s = chain(staticmethod, nothing, n)
    print(s.__name__, s.__doc__, hasattr(s, 'x'), s(), s.__wrapped__.__name__)
    c = chain(classmethod, nothing, n)
    print(c.__name__, c.__doc__, hasattr(c, 'x'))
    a = chain(lambda a: types.GenericAlias(a, int), list, n)
    print(a.append, hasattr(a, 'x'), len(repr(a)))
    v = chain(lambda v: contextvars.ContextVar('v', default=v), 1, n)
    print(repr(v).count('default='), repr(v.set(1)).count('default='))
    d = chain(csv.reader, iter(['a,b']), 1)
    print(next(d))



class Equal:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return self.value == other.value

    __hash__ = None


for wrap in (context, lambda a: list[a], lambda a: list[a] | None, timer):
    print(wrap(Equal(1)) == wrap(Equal(1)), wrap(Equal(1)) == wrap(Equal(2)))
    print(wrap(Equal(1)) != wrap(Equal(1)), wrap(Equal(1)) != wrap(Equal(2)))

nothing.__isabstractmethod__ = True
for wrap in (staticmethod, classmethod, property):
    print([chain(wrap, nothing, n).__isabstractmethod__ for n in (1, 2, 14)])
