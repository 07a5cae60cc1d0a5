# types: names of built-in types, SimpleNamespace, classes made at run time, generics, coroutine.
import types


def f():
    pass


def g():
    yield


print(type(f) is types.FunctionType, type(g()) is types.GeneratorType, type(len) is types.BuiltinFunctionType,
      type([].append) is types.BuiltinMethodType, type(f.__code__) is types.CodeType,
      type(types) is types.ModuleType, type(None) is types.NoneType, type(...) is types.EllipsisType,
      type(NotImplemented) is types.NotImplementedType, type(int | str) is types.UnionType,
      type(list[int]) is types.GenericAlias, type(int.__dict__) is types.MappingProxyType,
      types.LambdaType is types.FunctionType)
n = types.SimpleNamespace(a=1, b="x")
n.c = [n]
print(n, n == types.SimpleNamespace(a=1), types.SimpleNamespace({"q": 1}, z=2))
print(types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1))
m = types.MappingProxyType({"a": 1})
print(m["a"], len(m), list(m), m | {"b": 2}, m.get("z"), repr(m), str(m))
try:
    m["x"] = 1
except TypeError as e:
    print("TypeError", e)


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, bases, kw)
        return {"prepared": True}

    def __new__(mcs, name, bases, ns, **kw):
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)


C = types.new_class("C", (), {"metaclass": Meta, "k": 1}, lambda ns: ns.update(x=5))
print(C.x, C.prepared, type(C).__name__, C.__module__)
D = types.new_class("D", (list[int],))
print(D.__bases__, D.__orig_bases__, types.get_original_bases(D), types.get_original_bases(int))
print(types.resolve_bases((list[int], dict)), types.prepare_class("E", (C,), {"k": 2})[0].__name__)
bound = types.MethodType(lambda self, y: (self, y), 7)
print(bound(8), bound.__self__)
mod = types.ModuleType("mod", "Its text.")
mod.v = 1
print(mod.__name__, mod.__doc__, mod.v, repr(mod))


class WithAttr:
    @types.DynamicClassAttribute
    def v(self):
        return "instance"


print(WithAttr().v)
try:
    WithAttr.v
except AttributeError as e:
    print("AttributeError", e)


@types.coroutine
def old_style():
    x = yield "asked"
    return x * 2


async def main():
    return await old_style()


co = main()
print(co.send(None))
try:
    co.send(21)
except StopIteration as e:
    print(e.value)
cell = types.CellType(5)
print(cell.cell_contents, types.FunctionType(f.__code__, {}, "named").__name__)
