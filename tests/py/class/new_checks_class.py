"""__new__ of a builtin class looks at the class before it looks at its other arguments."""
import types
def show(t):
    try: print(t, '->', eval(t))
    except BaseException as e: print(t, '!!', type(e).__name__, e)
class Child(int): pass
for t in (
 "enumerate.__new__(type)","enumerate.__new__(5)","enumerate.__new__()","int.__new__(type)","int.__new__(type, 1,2,3)","zip.__new__(type,1)","map.__new__(int)","reversed.__new__(int)","property.__new__(int,1,2,3,4,5,6)","str.__new__(int, x=1)","bytes.__new__(str, q=1)", "super.__new__(int, 1, x=2)","list.__new__(int, x=2)","dict.__new__(int)","object.__new__(5)","type.__new__(int)","slice.__new__(int)","range.__new__(int)","memoryview.__new__(int)","classmethod.__new__(int)","types.ModuleType.__new__(int)","types.FunctionType.__new__(int)","types.MethodType.__new__(int)","types.CellType.__new__(int)","types.CodeType.__new__(int)","BaseException.__new__(int)","filter.__new__(zip)","complex.__new__(int,1,2,3)","float.__new__(int,1,2)","bool.__new__(int,1,2)","frozenset.__new__(set,1,2)","tuple.__new__(list,1,2)","set.__new__(list)","bytearray.__new__(bytes)","types.MappingProxyType.__new__(int)","types.GenericAlias.__new__(int)","ExceptionGroup.__new__(int)","ExceptionGroup.__new__(ValueError)","ImportError.__new__(KeyError)",
 "int.__new__(bool, 1, 2, 3)", "int.__new__(Child, '5')", "str.__new__(Child)", "BaseException.__new__(OSError)", "Exception.__new__(KeyError)"):
    show(t)
