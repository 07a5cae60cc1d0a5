# limits: --max-steps 500000000 --max-memory 268435456
# expect: status=0 last=ok
# Objects that refer to another of their kind, in long chains: what their types' slots ask of it, they
# ask in C.
import contextvars
import csv
import operator
import types
from asyncio import TimerHandle
from functools import partial


class Loop:
    def get_debug(self):
        return False


LOOP = Loop()


def chain(wrap, inner, n=100000):
    for _ in range(n):
        inner = wrap(inner)
    return inner


def attempt(what, f):
    try:
        f()
    except (RecursionError, MemoryError, AttributeError, csv.Error) as e:
        print(what, type(e).__name__)
    else:
        print(what, 'done')


def variable(value):
    return contextvars.ContextVar('v', default=value)


VAR = contextvars.ContextVar('var')


def context(value):
    made = contextvars.Context()
    made.run(VAR.set, value)
    return made


def timer(when):
    return TimerHandle(when, len, (), LOOP)


def timer_of(callback):
    return TimerHandle(1, callback, (), LOOP)


def method(function):
    return types.MethodType(function, 1)


def nothing(*args):
    return 0


def mixed(function):
    return staticmethod(types.MethodType(classmethod(function).__wrapped__, 1))


def both(what, wrap, inner, *ops):
    for op in ops:
        left, right = chain(wrap, inner), chain(wrap, inner)
        attempt('%s %s' % (what, op.__name__), lambda: op(left, right))


def one(what, wrap, inner, *functions):
    for function in functions:
        made = chain(wrap, inner)
        attempt('%s %s' % (what, function.__name__), lambda: function(made))


def missing(value):
    return hasattr(value, 'missing'), getattr(value, '__doc__', None), getattr(value, '__name__', None)


def is_abstract(value):
    return value.__isabstractmethod__


one('variable', variable, 1, repr)
both('context', context, 1, operator.eq, operator.ne)
one('timer', timer, 1, hash)
both('timer', timer, 1, operator.eq, operator.lt, operator.ge)
both('timer of a timer', timer_of, len, operator.eq)
one('alias', lambda a: list[a], list[int], hash, repr)
both('alias', lambda a: list[a], list[int], operator.eq, operator.ne)
one('alias of an alias', lambda a: types.GenericAlias(a, int), list[int], missing, repr)
both('union', lambda a: list[a] | None, list[int] | None, operator.eq, operator.ne)
one('method', method, nothing, missing, hash)
one('staticmethod', staticmethod, nothing, missing, is_abstract)
one('classmethod', classmethod, nothing, missing, is_abstract)
one('both', mixed, nothing, missing)
one('property', property, None, missing, is_abstract)
one('proxy', types.MappingProxyType, {1: 2}, len, bool, list, repr)
attempt('proxy item', lambda: chain(types.MappingProxyType, {1: 2})[1])
attempt('proxy in', lambda: 1 in chain(types.MappingProxyType, {1: 2}))
both('proxy', types.MappingProxyType, {1: 2}, operator.eq)
one('csv', csv.reader, iter(['a,b']), next)
one('csv and map', lambda it: csv.reader(map(nothing, it)), iter(['a,b']), next)


class Wrapper:  # a bound descriptor whose class is found at the end of a chain
    x = chain(classmethod, nothing, 1000)


attempt('bound', lambda: Wrapper.x)


# Not deep, but the same thing over and over: 2 ** 40 comparisons.
def twice(value):
    made = contextvars.Context()
    made.run(VAR.set, value)
    made.run(OTHER.set, value)
    return made


OTHER = contextvars.ContextVar('other')
try:
    chain(twice, 1, 15) == chain(twice, 1, 15)
except RecursionError:
    pass
print('ok')
