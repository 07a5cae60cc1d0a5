# Small things that random programs found.
import copy
import fnmatch
import json
import math
import re
import struct
import types
import unicodedata


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class IndexedBytes(bytearray):
    def __index__(self):
        return 3


class IndexedFloat(float):
    def __index__(self):
        return 65


show(lambda: (bytes(IndexedBytes(b'abc')), bytearray(IndexedBytes(b'abc'))))
show(lambda: '%c' % IndexedFloat(2.0))
show(lambda: b'%c' % IndexedFloat(2.0))
show(lambda: hash(int | str) == hash(str | int))
show(lambda: {int | str: 1}[str | int])
show(lambda: copy.copy(u := int | str) is u)
show(lambda: copy.deepcopy(u := int | str) is u)
show(lambda: int.__new__(bool, 1))
for e in AttributeError('m', name='n', obj=1), AttributeError('m'), NameError('m', name='n'), ImportError('m', name='n'):
    show(e.__reduce__)
    show(e.__getstate__)
    show(lambda: delattr(e, 'missing'))
    show(e.__reduce__)
e = ValueError()
for args in ('ab', {1: 2}, range(3), iter([1]), 5, [1], b'a', map(str, [1])):
    show(lambda: setattr(e, 'args', args))
    print(e.args)


class Holder:
    @staticmethod
    def function():
        return 1


static = Holder.__dict__['function']
show(lambda: setattr(static, '__dict__', {'a': 1}))
show(lambda: (static.a, static.__dict__, Holder.function()))
show(lambda: delattr(static, '__dict__'))
show(lambda: type('N', (), {'__slots__': 'é'}).__slots__)
show(lambda: type('N', (), {'__slots__': '😀'}))
show(lambda: type('N', (types.ModuleType('m'),), {}))
show(lambda: type('N', (), {}).__annotate__)
namespace = types.SimpleNamespace(a=1)
show(lambda: setattr(namespace, '__dict__', {}))
show(lambda: namespace.__module__)
show(lambda: setattr(types.SimpleNamespace, 'x', 1))
show(lambda: namespace < 5)
show(lambda: type((lambda: 0).__code__)())
show(lambda: (lambda x: lambda: x).__code__._varname_from_oparg(1))
show(lambda: slice(str, 7, 0).indices(10))
show(lambda: list[int].__deepcopy__({}))
show(lambda: struct.pack('e', 10 ** 6))
show(lambda: struct.pack('e', 1e6))
show(lambda: math.log(0, None))
show(lambda: re.subn('a*', lambda m: 5, 'x', count=1))
show(lambda: re.subn(rb'\w+', '', 'a', count=-1))
show(lambda: fnmatch.translate(b'bytes'))
show(lambda: unicodedata.normalize('x', ''))
for encoder in json.JSONEncoder(indent=1), json.JSONEncoder(skipkeys=True):
    for value in [1, [2, {}]], {'a': 1, 'b': [{'c': ()}]}, {'a': {(1,): 1}}:
        show(lambda: list(encoder.iterencode(value)))
show(lambda: NotImplemented.__hash__() == hash(NotImplemented))
show(lambda: type('N', (int,), {'__slots__': ('x', '__dict__'), 'x': 1}))


def generic[A, *B, **C]():
    pass


print([p.__module__ for p in generic.__type_params__])
