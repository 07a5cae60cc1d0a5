# Descriptors of builtin classes called with objects they are not for; states that are no dicts; functions of odd parts.
import types
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
name = type.__dict__['__name__']
t(lambda: name.__set__('ab', 'x')); t(lambda: name.__get__('ab')); t(lambda: name.__delete__('ab')); t(lambda: name.__set__(int, 'x')); t(lambda: name.__get__(int)); t(lambda: name.__delete__(int))
args = BaseException.__dict__['args']
t(lambda: args.__set__(5, ())); t(lambda: args.__set__(ValueError(), 5)); t(lambda: args.__get__(ValueError(1)))
t(lambda: list.append.__get__('a')); t(lambda: list.append.__get__([1])(2)); t(lambda: int.__add__.__get__('a')); t(lambda: int.__add__.__get__(1)(2)); t(lambda: list.append.__get__(None)); t(lambda: list.append.__get__(None, list) is list.append)
class S:
    __slots__ = ('x',)
t(lambda: S.x.__set__(5, 1)); t(lambda: S.x.__get__(5)); t(lambda: S.x.__delete__(S()))
class C: pass
d = C.__dict__['__dict__']
t(lambda: d.__get__(5)); t(lambda: d.__set__(5, {})); t(lambda: d.__set__(C(), 5)); t(lambda: d.__get__(C()))
for state in (None, {}, {'a': 1, 'args': (2,)}, 5, [], {1: 2}, 'ab'):
    e = ValueError('x')
    t(lambda: (e.__setstate__(state), e.args, e.__dict__))
def f(a): return a
F = types.FunctionType
for rest in ((5,), (None, 5), (None, None, 5), (None, None, (1,)), (None, None, None, 5), ('n', (1,)), (b'n',)):
    t(lambda: F(f.__code__, {}, *rest)())
t(lambda: F(5, {})); t(lambda: F(f.__code__, 5))
p = types.MappingProxyType({1: 2})
t(lambda: [] in p); t(lambda: 1 in p); t(lambda: p[[]])
t(lambda: len == len); t(lambda: len.__eq__(5)); t(lambda: len.__eq__(abs)); t(lambda: [].append == [].append); a = []; t(lambda: a.append == a.append); t(lambda: hash(len) == hash(len))
