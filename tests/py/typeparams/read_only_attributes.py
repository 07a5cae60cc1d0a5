"""What type variables are made with cannot be set later, and their classes count arguments in words of their own."""
import types
from typing import *
def show(t):
    try: print(t, '->', eval(t))
    except BaseException as e: print(t, '!!', type(e).__name__, e)
for t in ("setattr(TypeVar('T'), '__name__', 1)", "setattr(TypeVar('T'), '__bound__', 1)", "setattr(TypeVar('T'), '__module__', 'x')",
          "setattr(TypeVar('T'), '__covariant__', 1)", "delattr(TypeVar('T'), '__name__')", "delattr(TypeVar('T'), '__default__')",
          "setattr(ParamSpec('T'), '__name__', 1)", "setattr(ParamSpec('T'), '__bound__', 1)", "setattr(ParamSpec('T').args, '__origin__', 1)",
          "setattr(TypeVarTuple('T'), '__name__', 1)", "ParamSpec('P', 1)", "TypeVarTuple('P', 1)", "TypeVar('T', x=1)", "ParamSpec('P', x=1)",
          "ParamSpec()", "TypeVarTuple()", "TypeVar()", "TypeAliasType()", "TypeAliasType('A')", "TypeAliasType('A', 1, 2)", "TypeAliasType(None, 1)",
          "TypeVar.__new__(TypeVar)", "TypeVar.__init__ is object.__init__", "NewType([1], int)", "NewType(1, int)",
          "types.SimpleNamespace.__text_signature__", "types.SimpleNamespace().__text_signature__", "type(...).__text_signature__",
          "types.GenericAlias.__text_signature__", "setattr(int | str, '__module__', 1)", "delattr(int | str, '__module__')", "(int | str).__module__",
          "ExceptionGroup('g', [KeyError()]).__module__"):
    show(t)
