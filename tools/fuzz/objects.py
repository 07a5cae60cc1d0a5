"""What objects say of themselves and how they are made by hand: reduce, copies and state of iterators half way through,
descriptors called directly, views of namespaces, aliases, unions, templates, code objects, functions and classes from parts.
"""
import matrix
from maker import Maker

PRELUDE = '''\
import collections, copy, operator, traceback, types, sys, string
from string.templatelib import Template, Interpolation
from typing import TypeVar, ParamSpec, TypeVarTuple, Unpack
T, S, P, Ts = TypeVar('T'), TypeVar('S'), ParamSpec('P'), TypeVarTuple('Ts')
def function(a, b=1, *c, d=2, **e): return a
def annotated(a: int, b: 'str' = 1) -> list: return a
def generic[U](a: U) -> list[U]: return [a]
def maker(x):
    def inner(y=0): return x, y
    return inner
def generator(n=3):
    try:
        while n:
            got = yield n
            n -= 1
    finally: print('closed')
async def coroutine(): return 1
async def agen():
    yield 1
    yield 2
class Plain:
    attr: int = 1
    def __init__(self, x=0): self.x = x
    def method(self, y=0): return y
    @property
    def prop(self): return self.x
    @prop.setter
    def prop(self, v): self.x = v
    @prop.deleter
    def prop(self): del self.x
    @property
    def fixed(self): return 5
    @classmethod
    def cm(cls, y=0): return cls.__name__, y
    @staticmethod
    def sm(y=0): return y
    def __repr__(self): return '%s(%r)' % (type(self).__name__, self.__dict__)
class Slotted:
    __slots__ = ('a', 'b')
class Child(Plain):
    def parent(self): return super()
class Meta(type):
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, o): return o is int
    def meta_method(cls): return cls.__name__
class Made(metaclass=Meta): pass
class Stated:
    def __getstate__(self): return {'s': 1}
    def __setstate__(self, s): self.got = s
class Args:
    def __new__(cls, *a): o = object.__new__(cls); o.a = a; return o
    def __getnewargs__(self): return (1, 2)
class ArgsEx:
    def __new__(cls, *a, **k): o = object.__new__(cls); o.a = a; o.k = k; return o
    def __getnewargs_ex__(self): return ((1,), {'k': 2})
class MyList(list): pass
class MyDict(dict): pass
class MyInt(int): pass
class MyStr(str): pass
class MyTuple(tuple): pass
class MySet(set): pass
class MyBytes(bytes): pass
class MyArray(bytearray): pass
class MyFloat(float): pass
class MyComplex(complex): pass
class MyError(ValueError):
    def __init__(self, a, b=2): super().__init__(a); self.b = b
class Items:
    def __getitem__(self, i): return 'abc'[i]
class SizedItems(Items):
    def __len__(self): return 3
class Mapping:
    def __getitem__(self, k): return k * 2
    def keys(self): return ['a', 'b']
    def __len__(self): return 2
    def __contains__(self, k): return k == 'a'
    def __iter__(self): return iter('ab')
    def __reversed__(self): return iter('ba')
    def __eq__(self, o): return o == 1
    def __or__(self, o): return 'or', o
    def get(self, k, d=None): return 'get', k, d
    def items(self): return [('a', 'aa')]
    def values(self): return ['aa']
    def copy(self): return 'copied'
    def __hash__(self): return 7
    def __str__(self): return 'a mapping'
    def __repr__(self): return 'Mapping()'
def raised():
    try: 1 / 0
    except ZeroDivisionError as e: return e
def said(x):
    return sorted(map(repr, x)) if isinstance(x, (set, frozenset)) else x
def rebuilt(o, how):
    r = o.__reduce_ex__(how) if how >= 0 else o.__reduce__()
    if isinstance(r, str): return r
    n = r[0](*r[1])
    if len(r) > 2 and r[2] is not None:
        if hasattr(n, '__setstate__'): n.__setstate__(r[2])
        elif isinstance(r[2], tuple): n.__dict__.update(r[2][0] or {}); [setattr(n, k, v) for k, v in r[2][1].items()]
        else: n.__dict__.update(r[2])
    if len(r) > 3 and r[3] is not None:
        for x in r[3]: n.append(x)
    if len(r) > 4 and r[4] is not None:
        for k, v in r[4]: n[k] = v
    return type(n), list(n) if hasattr(type(n), '__next__') else n, getattr(n, '__dict__', None)
def parts(o, how):
    r = o.__reduce_ex__(how)
    return r if isinstance(r, str) else [list(p) if hasattr(p, '__next__') else p for p in r]
def after(o, *actions):
    for a in actions:
        try: print(' ', repr(a(o)))
        except Exception as e: print(' ', type(e).__name__, e)
    return o
def deletes(how):
    global gone
    gone = kept = own = 1
    if how == 1: del gone
    def inner():
        nonlocal kept
        if how == 2: del kept
        return kept
    if how == 3: del own
    def other(): return own
    return gone, inner(), other()
def grows(n, text='x'):
    s = t = ''
    for i in range(n):
        s += text
        t = t + s[:3]
        if i == 3: kept = s, t
    return s, t, kept if n > 3 else None
def failing(text):
    try: exec(text, {'__name__': 'm', 'value': 1, 'import_me': 2})
    except BaseException as e: return ''.join(traceback.format_exception_only(e))
def run(step, *sent):
    try: return step.send(*sent or (None,))
    except BaseException as e: return type(e).__name__, e.args
def wide(x):
@STORES@
    def inner(): return v3 + v299
    return [@LOADS@][x], inner()
'''.replace("@STORES@", "\n".join("    v%d = x + %d" % (i, i) for i in range(300))).replace("@LOADS@", ", ".join("v%d" % i for i in range(0, 300, 7)))

ITERATORS = """iter([1, 2, 3]);iter([]);reversed([1, 2, 3]);iter('abc');iter('aé😀');iter('');iter(b'abc');iter(bytearray(b'abc'));iter((1, 2, 3));
    iter({1: 2, 3: 4});iter({1: 2}.keys());iter({1: 2, 3: 4}.values());iter({1: 2, 3: 4}.items());reversed({1: 2, 3: 4});reversed({1: 2}.items());
    reversed({1: 2}.values());iter({1, 2, 3});iter(frozenset([1]));iter(range(5));iter(range(10, 0, -3));iter(range(0));iter(range(10**30, 10**30 + 5));
    iter(range(10**30, 10**30 - 9, -4));reversed(range(4));enumerate('abc');enumerate([1, 2], 10**30);enumerate('ab', -1);zip('abc', [1, 2]);
    zip('ab', 'cd', strict=True);zip('a', 'cd', strict=True);zip();map(str, [1, 2]);map(operator.add, [1, 2], (3, 4));map(str, [1], strict=True);
    map(lambda *a: a, 'ab', 'c', strict=True);filter(None, [0, 1, 2]);filter(str.isalpha, 'a1b');iter(Items());iter(SizedItems());reversed(SizedItems());
    iter([1, 2, 0, 3].pop, 0);iter(int, 0);iter(memoryview(b'abc'));iter(memoryview(b'abcd').cast('H'));reversed('abc');reversed((1, 2));
    reversed(b'ab');generator();iter(t'a{1}b');iter(MyList([1, 2]));iter(MyDict(a=1));iter(SizedItems().__getitem__, 'c')""".split(";")
ACTIONS = """next(o, 'end');next(o);next(o, 'end');o.__length_hint__();operator.length_hint(o);operator.length_hint(o, 7);o.__reduce__();o.__reduce__();
    o.__reduce_ex__(2);o.__reduce_ex__(4);o.__setstate__({n});o.__setstate__({n});o.__setstate__({v});copy.copy(o);list(copy.copy(o));rebuilt(o, -1);
    rebuilt(o, 2);list(o);tuple(o);[*o];{v} in o;o.__iter__() is o;next(iter(o), 'end');o.__next__();copy.deepcopy(o);list(copy.deepcopy(o));
    type(o).__name__;type(o).__new__(type(o));sum(1 for _ in o);max(o, default=0);list(zip(o, 'ab'));type(o).__setstate__;type(o).__doc__ is None;
    o.__sizeof__() > 0;o.__dir__() is None;o.__class__ is type(o);isinstance(o, type(o));o == copy.copy(o)""".split(";")
OBJECTS = """Plain();Plain(3);Child(2);Slotted();Stated();Args(5);ArgsEx(5);MyList([1, 2]);MyDict(a=1);MyInt(5);MyStr('x');MyTuple((1, 2));MySet([1]);
    MyBytes(b'x');MyArray(b'x');MyFloat(1.5);MyComplex(1j);MyError(1);ValueError(1, 2);KeyError('k');OSError(2, 'x', 'f');OSError(2, 'x');OSError(9);
    StopIteration(5);SystemExit(3);UnicodeDecodeError('utf-8', b'ab', 0, 1, 'r');UnicodeEncodeError('ascii', 'é', 0, 1, 'r');UnicodeTranslateError('é', 0, 1, 'r');
    SyntaxError('m', ('f', 1, 2, 't'));SyntaxError('m', ('f', 1, 2, 't', 3, 4));ImportError('m', name='n', path='p');AttributeError('m', name='n', obj=1);
    NameError('m', name='n');ExceptionGroup('g', [ValueError(1)]);BaseExceptionGroup('g', [KeyboardInterrupt()]);5;2**70;True;1.5;1j;'abc';b'abc';
    bytearray(b'abc');[1, [2]];(1, [2]);{'a': [1]};{1, 2};frozenset([1]);range(5);range(10**30);slice(1, 2, 3);None;...;NotImplemented;int;Plain;len;
    [].append;'a'.upper;str.join;int.__add__;(1).__add__;function;Plain().method;Plain.cm;Plain.sm;Child.cm;object();type;list[int];dict[str, T];int | str;
    int | None;list[T] | None;generic.__type_params__[0];t'a{1!r:>{2}}b';t'';Interpolation(1, 'x', 'r', 's');types.SimpleNamespace(a=1);
    types.MappingProxyType({1: 2});memoryview(b'abc');property(len);classmethod(function);staticmethod(function);super(Child, Child());{}.keys();{1: 2}.items();
    Plain.__dict__;Meta;Made;math_like;function.__code__;(lambda: 0);generator;sys;types.CellType(1);maker(1).__closure__[0];raised().__traceback__ is None;
    Slotted.a;int.real;Plain.prop;dict.fromkeys;type.mro;object.__init_subclass__;(1).__class__.__init__;coroutine;agen;enumerate;zip('a', 'b');
    Mapping();Stated""".replace("math_like", "types.ModuleType('m')").split(";")
ON_OBJECTS = """o.__reduce__();o.__reduce_ex__({n});parts(o, {n});parts(o, 2);rebuilt(o, {n});rebuilt(o, 4);copy.copy(o);copy.copy(o) is o;copy.deepcopy(o);
    copy.deepcopy(o) is o;copy.replace(o);copy.replace(o, a=5);o.__getstate__();o.__setstate__({v});o.__getnewargs__();o.__getnewargs_ex__();o.__sizeof__() > 0;
    sys.getsizeof(o) > 0;o.__copy__();o.__deepcopy__({{}});o.__replace__(a=1);o.__format__('');o.__format__({v});o.__str__();o.__repr__();o.__hash__() == hash(o);
    o.__init__();o.__init__({v});o.__new__(type(o));type(o).__new__(type(o), {v});object.__new__(type(o));object.__reduce_ex__(o, {n});object.__reduce__(o);
    object.__getstate__(o);object.__init__(o);object.__init__(o, 1);object.__repr__(o);object.__str__(o);object.__eq__(o, {v});object.__ne__(o, o);
    object.__hash__(o) is None;object.__dir__(o) is None;object.__format__(o, '');object.__getattribute__(o, 'x');object.__setattr__(o, 'x', 1);
    object.__delattr__(o, 'x');object.__sizeof__(o) > 0;object.__subclasshook__(o);object.__init_subclass__();type(o).__subclasshook__(int);
    type(o).__init_subclass__(a=1);o.__class__;o.__class__ is type(o);setattr(o, '__class__', Plain);setattr(o, '__class__', Child);setattr(o, '__class__', {v});o.__dict__;
    setattr(o, '__dict__', {{}});setattr(o, '__dict__', {v});vars(o);o.__doc__ is None;o.__module__;o.__weakref__;o.__slots__;o.__eq__({v});o.__ne__({v});
    o.__lt__({v});o.__getattribute__('__class__');o.__getattribute__({v});o.__setattr__('y', 2);o.__setattr__({v}, 1);o.__delattr__('x');o.__delattr__({v});
    type(o).__mro__[-1];type(o).__bases__;type(o).__base__;type(o).__basicsize__ > 0;type(o).__itemsize__ >= 0;type(o).__flags__ > 0;type(o).__name__;
    type(o).__qualname__;type(o).__module__;type(o).__text_signature__;type(o).mro()[0];type(o).__subclasses__()[:0];type(o).__instancecheck__(type(o), o);
    type(type(o)).__subclasscheck__(type(o), {t});type(o).__call__;type(type(o)).__call__(type(o));type(o).__prepare__();type(type(o)).__prepare__('x', ());
    isinstance(o, {t});issubclass(type(o), {t});o.__instancecheck__({v});o.__subclasscheck__({t});o | {t};o[{t}];o.__class_getitem__({t});o.__mro_entries__(());
    o.__origin__;o.__args__;o.__parameters__;o.__unpacked__;o.__typing_unpacked_tuple_args__;o.__or__({t});o.__ror__({t});o[T];o[P];o();o({v});o({v}, {v});
    type('N', (o,), {{}});type('N', (type(o),), {{}});callable(o);dir(o) is None;o.__name__;o.__qualname__;o.__self__;o.__func__;o.__objclass__;o.__wrapped__;
    o.__text_signature__;o.__annotations__;o.__annotate__ is None;o.__type_params__;o.__defaults__;o.__kwdefaults__;o.__closure__ is None;o.__code__ is None;
    o.__globals__ is None;o.__builtins__ is None;setattr(o, '__defaults__', {v});setattr(o, '__kwdefaults__', {v});setattr(o, '__name__', {v});
    setattr(o, '__qualname__', {v});setattr(o, '__annotations__', {v});setattr(o, '__annotate__', {v});setattr(o, '__type_params__', {v});
    setattr(o, '__code__', (lambda: 1).__code__);setattr(o, '__doc__', {v});setattr(o, '__module__', {v});delattr(o, '__name__');delattr(o, '__annotations__');
    delattr(o, '__defaults__');delattr(o, '__doc__');setattr(o, '__bases__', ({t},));setattr(o, '__closure__', {v});setattr(o, '__abstractmethods__', {v});
    o.__abstractmethods__;o.__isabstractmethod__;o.__get__(Plain(1), Plain);o.__get__(None, Plain);o.__get__({v});o.__get__(None);o.__get__({v}, {v});o.__set__(Plain(1), {v});
    o.__set__({v}, {v});o.__delete__(Plain(1));o.__delete__({v});o.__set_name__(Plain, 'n');o.__set_name__(1);o.fget;o.getter(len);o.setter(len);o.deleter(None);
    o.__call__({v});o.__buffer__(0);o.__buffer__({v});o.__release_buffer__(memoryview(b''));o.add_note({v});o.with_traceback({v});o.with_traceback(None);o.args;
    setattr(o, 'args', {v});delattr(o, 'args');setattr(o, '__cause__', {v});setattr(o, '__context__', {v});setattr(o, '__traceback__', {v});
    setattr(o, '__suppress_context__', {v});setattr(o, '__notes__', {v});o.__dict__ is o.__dict__;o.__or__;o.strings;o.interpolations;o.values;o + o;o + 'x';
    o.value;o.expression;o.conversion;o.format_spec;o.isoformat;match_args(o);o.cell_contents;setattr(o, 'cell_contents', {v});delattr(o, 'cell_contents');
    o == types.CellType(1);o < types.CellType(2);o.__reversed__();reversed(o);o.__ior__({{}});o | {{}};{{}} | o;o.copy();o.__contains__({v});o.__getitem__({v});
    o.indices({v});o.start;hash(o) == hash(o);len(o);iter(o);o.__len__();o.__iter__();o.__bool__();bool(o);next(o);o.keys();list(o.items());o.get({v}, {v});str(o)""".replace(
        "match_args(o)", "type(o).__match_args__").split(";")
TYPES = "int str Plain Child list[int] object Made 5 None bool dict T type (int,str) (int,5) int|str list".split()
# things made from parts, each written out
PARTS = """
    deletes({n});grows({n});grows(5, {v});wide({n});failing('valeu');failing('value.nothing');failing('x = ');failing('whlie 1: pass');failing('improt os');failing('f(a b)');failing('(1');failing('print 1');failing('if 1:\\nx');failing('class A: x = y');    failing('import no_such_module');failing('raise ExceptionGroup("g", [ValueError(1), TypeError(2)])');failing('def f(): f()\\n1 / 0');failing('async def f(): yield from x');failing('compile("(", "f", "exec", 0x4000)');failing('[].appendd');failing('from math import sqr');failing('1 + "a"');    run(anext(agen()));run(anext(agen(), 5));after(anext(agen(), 5).__await__(), lambda s: s.send(None), lambda s: next(s));after(anext(agen(), 5), lambda s: s.throw(ValueError('t')), lambda s: s.close());after(anext(agen(), 5).__await__(), lambda s: s.close(), lambda s: s.send(None));    after(anext(agen(), 5).__await__(), lambda s: s.throw(KeyError('k')), lambda s: iter(s) is s);next(anext(agen(), {v}).__await__());aiter(agen()) is None;aiter({v});anext({v});anext({v}, {v});after(agen(), lambda a: aiter(a) is a, lambda a: run(a.__anext__()), lambda a: run(a.asend(3)), lambda a: run(a.aclose()), lambda a: run(a.__anext__()));    after(coroutine().__await__(), lambda w: iter(w) is w, lambda w: w.send(None));after(coroutine().__await__(), lambda w: w.throw(ValueError('t')), lambda w: w.close());after(coroutine().__await__(), lambda w: w.close(), lambda w: next(w));next(coroutine().__await__());after(generator(), lambda g: next(g), lambda g: g.__del__(), lambda g: next(g));    after(coroutine(), lambda c: c.__del__(), lambda c: c.send(None));after(agen(), lambda a: run(a.__anext__()), lambda a: a.__del__(), lambda a: run(a.__anext__()));raised().__traceback__.tb_frame.clear();sys._getframe().clear();hash(int | str) == hash(str | int);(int | str).__hash__() == hash(int | str);    list[int].__eq__(list[int]);list[int] == list[T];hash(list[T]) == hash(list[T]);list[int].__hash__() == hash(list[int]);{{list[int]: 1}}[list[int]];delattr(Plain, '__annotate__');delattr(staticmethod(annotated), '__annotate__');bytearray(b'abc').__buffer__(0).tolist();b'abc'.__buffer__({n});memoryview(b'abc').__buffer__(0)[1];    after(bytearray(b'abc'), lambda b: b.__release_buffer__(b.__buffer__(0)), lambda b: b.__release_buffer__({v}), lambda b: b.append(1));types.MappingProxyType({m}).__getitem__({v});types.MappingProxyType({m}).__contains__({v});    after(collections.deque([1, 2, 3, 2], {n}), lambda d: d + d, lambda d: d.__add__({v}), lambda d: d.index(2), lambda d: d.remove(2), lambda d: d.count(2), lambda d: operator.iadd(d, {v}), lambda d: operator.imul(d, {n}), lambda d: list(reversed(d)), lambda d: iter(d).__reduce__(), lambda d: reversed(d).__reduce__(), lambda d: 2 in d, lambda d: d.__setitem__(0, 9), lambda d: d.__delitem__(0), lambda d: d, lambda d: d.clear(), len);    ConnectionError(1);BrokenPipeError(32, 'x');ConnectionResetError();FutureWarning('f');OSError(32, 'x');OSError(104, 'y');OSError(111, 'z');
    types.FunctionType({code}, {space});types.FunctionType({code}, {space}, {v});types.FunctionType({code}, {space}, 'n', {v});
    types.FunctionType({code}, {space}, 'n', None, {v});types.FunctionType({code}, {space}, closure={closure});types.FunctionType({code}, {space}, kwdefaults={v});
    types.FunctionType({code}, {space})({v});types.FunctionType(maker(1).__code__, {space}, closure={closure})();types.FunctionType(function.__code__, {{}}, 'n', (1, 2))();
    types.MethodType({f}, {v});types.MethodType({f}, {v})();types.MethodType({f}, None);types.MethodType({v}, {v});types.MethodType({f}, 1) == types.MethodType({f}, 1);
    types.MethodType({f}, 1).__func__;types.MethodType({f}, 1).__self__;types.MethodType({f}, 1).__reduce__();types.MethodType(len, [1])();hash(types.MethodType(len, 'a')) == 0;
    types.MethodType(function, 5).__get__(1)(2);types.CellType();types.CellType({v});types.CellType({v}).cell_contents;types.CellType() == types.CellType();
    types.CellType(1) < types.CellType(2);types.CellType().cell_contents;types.CellType(1) == 1;hash(types.CellType(1));
    types.ModuleType({v});types.ModuleType('m', {v}).__doc__;types.ModuleType('m').__dict__;types.ModuleType('m').x;types.ModuleType('m').__dir__();
    after(types.ModuleType('m'), lambda m: setattr(m, '__getattr__', lambda n: n * 2), lambda m: m.foo, lambda m: setattr(m, '__dir__', lambda: ['b', 'a']), dir);
    types.ModuleType.__new__(types.ModuleType).__name__;types.ModuleType.__init__(sys, 'sys', sys.__doc__);types.ModuleType('m').__annotations__;
    types.ModuleType('m').__class__;after(types.ModuleType('m'), lambda m: setattr(m, '__annotations__', {v}), lambda m: m.__annotations__, lambda m: delattr(m, '__annotations__'));
    after(types.ModuleType('m'), lambda m: setattr(m, '__annotate__', {v}), lambda m: m.__annotate__, lambda m: m.__annotations__);
    after(types.ModuleType('m'), lambda m: setattr(m, '__annotate__', lambda f: {{'x': f}}), lambda m: m.__annotations__);
    after(type('N', (), {{}}), lambda c: setattr(c, '__annotate__', lambda f: {{'x': f}}), lambda c: c.__annotations__, lambda c: setattr(c, '__annotations__', {v}), lambda c: c.__annotate__);
    after(function, lambda f: setattr(f, '__annotate__', lambda f: {{'x': f}}), lambda f: f.__annotations__, lambda f: setattr(f, '__annotations__', {v}), lambda f: f.__annotate__);
    after(annotated, lambda f: f.__annotations__, lambda f: f.__annotate__(1), lambda f: f.__annotate__(3), lambda f: f.__annotate__({v}), lambda f: delattr(f, '__annotations__'), lambda f: f.__annotations__);
    types.MappingProxyType({m});types.MappingProxyType({m})[{v}];types.MappingProxyType({m}).get({v});types.MappingProxyType({m}).get({v}, {v});
    {v} in types.MappingProxyType({m});len(types.MappingProxyType({m}));list(types.MappingProxyType({m}));list(reversed(types.MappingProxyType({m})));
    types.MappingProxyType({m}) | {m};{m} | types.MappingProxyType({m});types.MappingProxyType({m}) == {m};types.MappingProxyType({m}) != {m};types.MappingProxyType({m}) < {m};
    str(types.MappingProxyType({m}));repr(types.MappingProxyType({m}));hash(types.MappingProxyType({m}));types.MappingProxyType({m}).copy();
    list(types.MappingProxyType({m}).keys());list(types.MappingProxyType({m}).values());list(types.MappingProxyType({m}).items());
    types.MappingProxyType({m}).__ior__({m});after(types.MappingProxyType({m}), lambda p: operator.ior(p, {m}));types.MappingProxyType({m}).__reversed__();
    types.MappingProxyType({m}).__or__({v});types.MappingProxyType({m}).__ror__({m});types.MappingProxyType[int];types.MappingProxyType({m}).__class_getitem__(int);
    types.SimpleNamespace({m});types.SimpleNamespace({m}, a=1);types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1);types.SimpleNamespace(a=1) < types.SimpleNamespace(a=1);
    copy.replace(types.SimpleNamespace(a=1, b=2), a={v});types.SimpleNamespace(a=1).__reduce__();types.SimpleNamespace(**{{'a b': {v}}});
    types.GenericAlias({t}, {v});types.GenericAlias({t}, ({t}, {t}));types.GenericAlias(list, (T,))[{t}];types.GenericAlias(dict, (T, S))[{t}, {t}];types.GenericAlias(list, T)[{v}];
    types.GenericAlias(list, (int,)) == list[int];hash(list[int]) == hash(types.GenericAlias(list, int));types.GenericAlias(list, int).__reduce__();
    types.GenericAlias(list, int)([1]);types.GenericAlias({t}, int)({v});types.GenericAlias({t}, int)();types.GenericAlias(list, int).__mro_entries__((1,));isinstance([], list[{t}]);issubclass(list, list[int]);
    types.GenericAlias(list, int).append;types.GenericAlias(list, int).__class__;types.GenericAlias(Plain, int).attr;types.GenericAlias(Plain, int)(4).__orig_class__;
    setattr(list[int], 'x', 1);dir(list[int]) == dir(list);list[int] | None;None | list[int];list[int].__getitem__({t});(*list[int],);*tuple[int, str],;
    list[int].__unpacked__;next(iter(list[int])).__unpacked__;next(iter(tuple[T, ...]))[int];tuple[*Ts][{t}];tuple[int, *tuple[T, ...]][{t}];list[T][{t}];dict[T, list[S]][{t}, {t}];
    dict[T, T][{t}];list[list[T]][{t}][0];list[T].__parameters__;tuple[()];tuple[()].__args__;list[()];dict[int];type[{t}];list[{v}];list[int, {v}];copy.copy(list[int]);copy.deepcopy(list[int]);
    int | {t};{t} | int;int | {v};(int | str) | {t};int | str == str | int;hash(int | str) == hash(str | int);(int | str).__args__;(int | None).__args__;isinstance({v}, int | str);
    isinstance({v}, int | None);isinstance({v}, int | list[int]);issubclass({t}, int | str);issubclass(bool, int | {t});(list[T] | int)[{t}];(T | int)[{t}];(T | S)[{t}, {t}];(int | str)[{t}];
    (list[T] | None).__parameters__;types.UnionType[{t}];types.UnionType[{t}, {t}];types.UnionType[int, str, int];(int | str).__origin__;(int | str).__mro_entries__(());type('N', (int | str,), {{}});
    copy.copy(int | str);(int | str).__reduce__();(int | str).__or__({v});(int | list[int]).__eq__({v});repr(int | list[int] | None);int | 'x';'x' | int;T | 'x';
    Template({v});Template('a', {v});Template('a', Interpolation(1, 'x'), 'b');Template('a', 'b').strings;Template(Interpolation(1), Interpolation(2)).strings;Template(Interpolation(1)).interpolations;
    Template('a', Interpolation(1)).values;Template('a') + Template('b');Template('a') + 'b';'a' + Template('b');Template('a') + {v};list(Template('a', Interpolation(2), ''));t'a{{1}}b{{2!r}}'.strings;
    t'{{1+1!s:>5}}'.interpolations[0].__reduce__();t'{{1}}'.__reduce__();rebuilt(t'a{{1!r:x}}b', 2);rebuilt(Interpolation(1, 'x', 'a', 'f'), 2);Interpolation({v});Interpolation({v}, {v});
    Interpolation(1, 'x', {v});Interpolation(1, 'x', 'r', {v});Interpolation(1, 'x', 'q');Interpolation();Interpolation(value=1, expression='e', conversion='s', format_spec='f');
    copy.replace(Interpolation(1, 'x'), value=2);Interpolation.__match_args__;Template.__match_args__;Interpolation[int];Template[int];Template(a=1);t'a'.__iter__().__next__();
    slice({v}, {v}).indices({n});slice({v}, {v}, {v}) == slice({v}, {v}, {v});slice(1, {v}) < slice(1, {v});hash(slice({v}, 1)) == hash(slice({v}, 1));slice({v}).__reduce__();
    slice({v}, {v}, {v}).indices(10);slice(1, 2).__hash__() == hash(slice(1, 2));copy.copy(slice(1, [2]));rebuilt(slice(1, 2, 3), 2);slice[int];{{slice(1): 2}}[slice(1)];
    property({f}).__get__({v});property({f}).__get__({v}, {v});property({f}).__get__(None);property({f}).__get__(None, int) ;property().__get__(1);property().__set__(1, 2);property().__delete__(1);
    property({f}, {f}).__set__({v}, {v});property(None, print).__set__({v}, {v});property(None, None, print).__delete__({v});type(property(fget={f}, doc={v}).__doc__);property({f}).__name__;
    property({f}).__isabstractmethod__;property({v}).__isabstractmethod__;after(property(len), lambda p: p.__set_name__(int, 'nn'), lambda p: p.__name__, lambda p: p.__get__(5), lambda p: p.__set__(1, 2));
    after(property(len), lambda p: setattr(p, '__name__', {v}), lambda p: p.__name__, lambda p: setattr(p, '__doc__', {v}), lambda p: p.__doc__, lambda p: delattr(p, '__name__'));
    property(len).__set_name__(1);property(len).__set_name__(1, 2, 3);property.__new__(property).fget;property(len).getter(abs).fget;property({f}, {v}, {v}, {v});property(1, 2, 3, 4, 5);
    classmethod({f}).__get__({v});classmethod({f}).__get__({v}, int);classmethod({f}).__get__(None, {v});classmethod({f}).__func__;classmethod({f}).__wrapped__;classmethod({f})();
    classmethod({v}).__isabstractmethod__;classmethod(annotated).__annotations__;staticmethod(annotated).__annotations__;classmethod(annotated).__annotate__ is None;staticmethod(function).__annotate__;
    staticmethod({f}).__get__({v});staticmethod({f}).__get__(None);staticmethod({f})({v});staticmethod({f})({v}, {v});staticmethod({v});staticmethod({v}).__get__(1);staticmethod(function).__name__;
    staticmethod({f}).__wrapped__;staticmethod({f}).__doc__ is None;after(classmethod(function), lambda c: setattr(c, 'x', 1), lambda c: c.x, lambda c: c.__dict__);
    after(staticmethod(annotated), lambda c: setattr(c, '__annotations__', {v}), lambda c: c.__annotations__, lambda c: delattr(c, '__annotations__'), lambda c: annotated.__annotations__);
    super({t}, {v});super({t});super(Child, Child(1)).method;super(Child, Child(1)).prop;super(Child, Child).cm();super(Child, Child(1)).__self__;super(Child, Child).__self_class__;
    super(Child, Child(1)).__thisclass__;super(Child).__get__(Child(1));super(Child).__get__({v});super(Child).__get__(None);super(Child).__get__(Child(1), Child);super(Child, Child(1)).missing;
    super(Child, Child(1)).__init__(4);super(Plain, Child(1)).method;super(type, Plain);super(object, 1).x;super(Child, Child(1)).__repr__();super(Child, 5);super(1, 2);super(Child, Child(1)).__class__;
    setattr(super(Child, Child()), 'x', 1);super(bool, True).__add__(2);super(Meta, Made).mro();repr(super(Child));super().__init__();
    int.real.__get__({v});int.real.__get__({v}, int);int.real.__get__(None, int);int.real.__get__(None);int.real.__set__(1, 2);int.real.__delete__(1);int.real.__set__('a', 1);int.real.__objclass__;
    Slotted.a.__get__(Slotted());Slotted.a.__get__({v});Slotted.a.__get__(None, int);after(Slotted(), lambda o: Slotted.a.__set__(o, {v}), lambda o: o.a, lambda o: Slotted.a.__delete__(o), lambda o: Slotted.a.__get__(o));
    Slotted.a.__set__({v}, 1);Slotted.a.__delete__({v});Slotted.a.__reduce__();int.real.__reduce__();type.__dict__['__name__'].__get__(int);type.__dict__['__doc__'].__get__({t}) is None;
    type.__dict__['__module__'].__set__({t}, 1);type.__dict__['__abstractmethods__'].__get__({t});Plain.__dict__['__dict__'].__get__(Plain(1));Plain.__dict__['__dict__'].__set__(Plain(1), {v});
    Plain.__dict__['__dict__'].__get__({v});Plain.__dict__['__weakref__'].__get__(Plain(1));Plain.__dict__['__weakref__'].__get__({v});Plain.__dict__['__weakref__'].__set__(Plain(1), 1);
    str.join.__get__('a');str.join.__get__('a')('bc');str.join.__get__({v});str.join.__get__(None, str);str.join.__get__('a', {v});str.join.__get__(None);str.join({v}, 'ab');str.join.__reduce__();
    int.__add__.__get__(1)(2);int.__add__.__get__({v});int.__add__({v}, 1);int.__add__.__reduce__();(1).__add__.__reduce__();(1).__add__.__self__;(1).__add__ == (1).__add__;(1).__add__.__objclass__;
    [].append.__reduce__();len.__reduce__();len.__get__;dict.fromkeys.__reduce__();dict.__dict__['fromkeys'].__get__(None, dict);dict.__dict__['fromkeys'].__get__({v}, {v});dict.__dict__['fromkeys']('a');
    dict.__dict__['fromkeys'].__get__(None, int);dict.__dict__['fromkeys'].__get__({{}})('a');bytes.__dict__['maketrans'].__get__(1);bytes.maketrans(b'a', b'b')[97];str.__dict__['maketrans'].__func__;
    function.__get__(1);function.__get__(1)();function.__get__(None);function.__get__(None, int);function.__get__(None, None);function.__get__({v}, {v});function.__call__(1);types.FunctionType.__call__(function, {v});
    types.FunctionType.__get__(function, 1)();types.MethodType.__call__(Plain(1).method, 5);types.MethodType.__get__(Plain(1).method, 1, 2)(3);len.__call__('ab');str.upper.__call__('a');(1).__add__.__call__(2);
    type.__call__(int, '5');type.__call__({t});object.__new__({t});object.__new__({t}, 1);object().__init__(1);object.__new__(object, 1);int.__new__(int, {v});int.__new__({t}, 1);
    str.__new__(str, {v});tuple.__new__(MyTuple, {v});list.__new__(list, {v});list.__init__([1], {v});dict.__init__({{}}, {v});set.__init__(set(), {v});bytearray.__init__(bytearray(b'x'), {v});
    float.__new__(float, {v});complex.__new__(complex, {v});bytes.__new__(bytes, {v});frozenset.__new__(frozenset, {v});bool.__new__(bool, {v});type.__new__(type, 'N', ({t},), {{}});
    type.__new__(Meta, 'N', (), {{}});type.__init__(int, 1);type.__init__(int, 'a', (), {{}});type({v}, {v}, {v});type('N', (), {m});type('N', ({t}, {t}), {{}});type('N', (Slotted,), {{'__slots__': {v}}});
    types.new_class('N', ({t},));types.new_class('N', (), {{}}, lambda ns: ns.update(x=1)).x;types.new_class('N', (list[int],)).__orig_bases__;types.prepare_class('N', ({t},));types.resolve_bases((list[int], int));
    types.get_original_bases({t});types.coroutine(generator);types.coroutine({v});types.DynamicClassAttribute(len).__get__(None, int);float.__getformat__({v});float.__getformat__('double');
    int.__sizeof__(2**100) > 0;str.__sizeof__('abc') > 0;bytes.__sizeof__(b'a') > 0;bytearray.__sizeof__(bytearray(5)) > 0;bytearray(5).__alloc__() > 0;object().__sizeof__() > 0;type.__sizeof__(int) > 0;
    list.__sizeof__([1]) > 0;dict.__sizeof__({{}}) > 0;set.__sizeof__(set()) > 0;(5).__sizeof__({v});bytearray(b'abc').__reduce__();bytearray(b'abc').__reduce_ex__({n});bytearray(b'abc').resize({n});
    after(bytearray(b'abc'), lambda b: b.resize(5), lambda b: b.copy(), lambda b: b.insert({n}, 7), lambda b: b.remove(97), lambda b: b.extend({v}), lambda b: b.reverse(), lambda b: b.pop(), lambda b: b.clear());
    after(MyArray(b'abc'), lambda b: setattr(b, 'x', 1), lambda b: b.__reduce_ex__(2), lambda b: b.__reduce__(), copy.copy);after(memoryview(bytearray(b'abc')), lambda m: m.tolist(), lambda m: m.toreadonly().readonly, lambda m: m.cast('b').tolist(), lambda m: m.release(), lambda m: m.tolist());
    memoryview(b'abcd').cast({v}).tolist();memoryview(b'abcd').cast('H').tolist();memoryview(b'abcd').cast('B', [2, 2]).tolist();memoryview(b'abcd')[::2].tolist();memoryview(b'abcd').cast('c').tolist();
    bytes.isupper(b'AB');b'a,b'.partition(b',');b'abab'.rindex(b'b', {n});b'ab'.rjust(5, b'.');b'-5'.zfill(6);b'ab'.__getnewargs__();MyBytes(b'ab').__getnewargs__();bytes.maketrans({v}, {v});
    singleton.__reduce__();None.__reduce__();...;NotImplemented.__reduce__();Ellipsis.__reduce__();type(None)();type(...)();type(NotImplemented)({v});copy.copy(...);MySet([1]).__reduce__();set().__reduce__();frozenset([1]).__reduce_ex__(2);
    after(MySet([1]), lambda s: setattr(s, 'x', 1), lambda s: s.__reduce__(), lambda s: s.clear(), lambda s: copy.copy(s).x);range(5).__reduce__();range(10**30).__reduce__();rebuilt(range(1, 9, 2), 2)
    """.replace("singleton.__reduce__();", "").split(";")
FUNCTIONS = """len print str int function (lambda*a:a) Plain Plain.method Plain(1).method Plain.cm str.upper operator.add abs annotated None 5 classmethod(len)
    property(len) staticmethod(len) Items().__getitem__ type""".split()
MAPPINGS = """{} {'a':1} {1:2,'b':[3]} Mapping() MyDict(a=1) types.MappingProxyType({'z':1}) [] 5 None 'ab' (1,2) [('a',1)]""".split()
CODES = ["function.__code__", "(lambda: 0).__code__", "(lambda x, *y, z=1, **k: (x, y, z)).__code__", "maker(1).__code__", "generator.__code__", "coroutine.__code__",
         "agen.__code__", "compile('x = 1', 'f', 'exec')", "compile('1 + 1', 'f', 'eval')", "maker.__code__", "(lambda: q).__code__", "[c for c in maker.__code__.co_consts if hasattr(c, 'co_name')][0]"]
SPACES = ["{}", "{'q': 5}", "globals()", "None", "5", "[]", "MyDict(q=6)", "types.MappingProxyType({})", "{'__builtins__': {}}", "{'__name__': 'nn'}"]
CLOSURES = ["None", "()", "(types.CellType(1),)", "(types.CellType(),)", "maker(9).__closure__", "(1,)", "[types.CellType(1)]", "(types.CellType(1), types.CellType(2))", "5"]
ON_CODE = """{c}.replace();{c}.replace(co_name={v});{c}.replace(co_name='nn');{c}.replace(co_filename='ff');{c}.replace(co_filename={v});{c}.replace(co_firstlineno={n});{c}.replace(co_qualname={v});{c}.replace(co_flags={c}.co_flags);
    {c}.replace(co_names={w});{c}.replace(co_varnames={w});{c}.replace(co_consts={c}.co_consts);{c}.replace(co_freevars={c}.co_freevars);{c}.replace(co_argcount={w});{c}.replace(x=1);{c}.replace(1);{c}.replace(co_code={w});
    {c}.replace(co_name='nn').co_name;{c}.replace(co_firstlineno=77).co_firstlineno;{c}.replace(co_filename='ff') == {c};{c} == {c}.replace();hash({c}) == hash({c}.replace());copy.copy({c}) is None;
    {c}.co_argcount;{c}.co_posonlyargcount;{c}.co_kwonlyargcount;{c}.co_name;{c}.co_qualname;{c}.co_filename;{c}.co_varnames;{c}.co_cellvars;{c}.co_freevars;{c}.co_names;{c}.co_flags & 0x3ac;{c}.co_nlocals;
    {c}._varname_from_oparg({n});{c}.co_firstlineno;len(list({c}.co_lines())) > 0;len(list({c}.co_positions())) > 0;list({c}.co_branches()) is None;isinstance({c}.co_code, bytes);isinstance({c}.co_stacksize, int);{c}.__replace__(co_name='r').co_name;
    copy.replace({c}, co_name='z').co_name;exec({c}, {space});exec({c}, {space}, {space});eval({c}, {space});eval({c}, {space}, {space});exec({c}, closure={closure});exec({c}, {{}}, closure={closure});exec('x = 1', {space}, {space});
    eval('q', {space}, {space});eval('q', locals={{'q': 3}});exec('q', globals={space});eval({v});exec({v});eval('1 + ', {space});exec('raise KeyError(1)', {space});eval(' 1', {space});eval('\\n1');eval(b'1+1');eval(bytearray(b'2'));
    eval(memoryview(b'3'));compile({v}, 'f', 'exec');compile('1', 'f', 'exec');compile('1', 'f', {v});compile('1', 'f', 'eval', {n});compile('1', 'f', 'single', flags={v});compile('1', 'f', 'exec', 0, {v});compile('1', 'f', 'exec', optimize={n});
    eval(compile('__debug__', 'f', 'eval', optimize={n}));eval(compile('assert 0', 'f', 'exec', optimize={n}));exec(compile('1 + 1', 'f', 'single'));exec(compile('"doc"\\nprint(__doc__)', 'f', 'exec', optimize={n}), {{'__doc__': 0}});compile('1\\n2', 'f', 'single');
    compile('x = 1', 'f', 'eval');compile('a b', 'f', 'exec');compile('1', 'f', 'exec', dont_inherit=True);compile('x: int', 'f', 'exec', 0x1000000, True).co_flags & 0x1000000 > 0;compile('1\\0', 'f', 'exec');compile(b'\\xff', 'f', 'exec');
    (lambda a=1, *b: locals())();(lambda: (lambda x: locals())(3))();(lambda f: f() is f())(locals);sorted((lambda b, a: vars())(1, 2));(lambda: sorted(dir()))();globals() is globals();
    eval('locals()', {{}}, {{'a': 1}});exec('a = 2; print(sorted(locals()))', {{'a': 1}}, {{}});eval('[a for a in (a, 1)]', {{'a': 5}});exec('def f(): return z', {{'z': 4}});exec('global g1\\ng1 = 3', {space}, {{}});exec('del q', {{'q': 1}});
    exec('class C: x = q', {{'q': 1}});exec('import sys as s', {{}});exec('from math import *', {{}});__build_class__(lambda: None, {v});__build_class__({v}, 'n');__build_class__(lambda: None, 'N', {t});__build_class__(lambda: None, 'N', metaclass={v});__build_class__();
    __build_class__(lambda: None, 'N', ).__name__;input({v});input();[].__class__({v});frozen({v})""".replace(";frozen({v})", "").split(";")
WRONG = "1.5 'a' None [1] {} -1 2**40 1j int {1:2}.keys()".split()    # neither tuples nor bytes: docs/differences.md
NUMBERS = "0 1 2 3 4 5 -1 -5 10 100 True 2**40 10**30 -10**30".split()


BUILTINS = "int type enumerate list[int] dict[str,T]".split() + ["dict[str, T]", "list[T] | None"]
IN_PYTHON = ("types.SimpleNamespace(a=1)", "generic.__type_params__[0]")


class Objects(Maker):
    def fill(self, template):
        pick = self.pick
        out = template.strip()
        for key, choice in (("{n}", lambda: pick(NUMBERS) if self.chance(0.9) else pick(matrix.SMALL)), ("{v}", lambda: pick(matrix.SMALL)), ("{w}", lambda: pick(WRONG)), ("{t}", lambda: pick(TYPES)),
                            ("{f}", lambda: pick(FUNCTIONS)), ("{m}", lambda: pick(MAPPINGS)), ("{code}", lambda: pick(CODES)), ("{c}", lambda: pick(CODES)),
                            ("{space}", lambda: pick(SPACES)), ("{closure}", lambda: pick(CLOSURES))):
            while key in out:
                out = out.replace(key, choice().strip().replace("{", "\1").replace("}", "\2"), 1 if key != "{c}" else -1)
        return out.replace("{{", "{").replace("}}", "}").replace("\1", "{").replace("\2", "}")

    def iterator(self):
        self.emit("o = " + self.pick(ITERATORS).strip())
        for _ in range(7):
            self.show(self.fill(self.pick(ACTIONS)))
        self.emit("if hasattr(o, 'close'): o.close()")    # collected later, not at once: docs/differences.md
        self.emit("del o")

    def thing(self):
        text = self.pick(OBJECTS).strip()
        self.emit("o = " + text)
        for _ in range(7):
            action = self.fill(self.pick(ON_OBJECTS))
            if "setattr(o" in action and text in ("operator", "sys") or action.startswith("o()") and "coroutine" in text:
                continue
            if text in BUILTINS and (action in ("o.__dict__", "vars(o)") or action.startswith("rebuilt(")):
                continue    # the order of builtin namespaces: docs/differences.md
            if "__new__(type(o)" in action and text in IN_PYTHON:
                continue    # object.__new__ makes them here: docs/differences.md
            if text in IN_PYTHON and action == "o.__or__":
                continue    # a function, as the methods of classes in Python are: docs/differences.md
            if "method(" in text and action.startswith("o.__init__("):
                continue    # shows the docstring of what it is given
            if "__module__'," in action and text in ("len", "[].append", "'a'.upper", "(1).__add__", "dict.fromkeys", "type.mro",
                                               "object.__init_subclass__"):
                continue    # a builtin function belongs to its module: docs/differences.md
            self.show(action)

    def program(self):
        kind = self.rng.randrange(4)
        if kind == 0:
            self.iterator()
        elif kind == 1:
            self.thing()
        elif kind == 2:
            for _ in range(6):
                self.show(self.fill(self.pick(PARTS)))
        else:
            for _ in range(6):
                self.show(self.fill(self.pick(ON_CODE)))
        return self.text(PRELUDE)
