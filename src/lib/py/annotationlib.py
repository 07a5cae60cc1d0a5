"""Annotations of functions, classes and modules: as values, as text, or with references to what is
not there yet.
"""

import builtins
import enum
import keyword
import sys
import types

__all__ = ["Format", "ForwardRef", "call_annotate_function", "call_evaluate_function",
           "get_annotate_from_class_namespace", "get_annotations", "annotations_to_string",
           "type_repr"]


class Format(enum.IntEnum):
    """In which form annotations are asked for: as values, with forward references for names that
    are not known, or as text.
    """

    VALUE = 1
    VALUE_WITH_FAKE_GLOBALS = 2
    FORWARDREF = 3
    STRING = 4


_sentinel = object()



_PRIVATE_EVALUATE = (
    "{name} is a private API and is retained for compatibility, but will be removed"
    " in Python 3.16. Use ForwardRef.evaluate() or typing.evaluate_forward_ref() instead.")


class ForwardRef:
    """A text that stands for a type, and where it was found, for later evaluation."""

    __slots__ = ("__forward_is_argument__", "__forward_is_class__", "__forward_module__",
                 "__weakref__", "__arg__", "__globals__", "__extra_names__", "__code__",
                 "__shown__", "__cell__", "__owner__")

    def __init__(self, arg, *, module=None, owner=None, is_argument=True, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__arg__ = self.__shown__ = arg
        self.__forward_module__, self.__owner__ = module, owner
        self.__forward_is_argument__, self.__forward_is_class__ = is_argument, is_class
        # Of the scope where the reference was made: its globals; a cell, or {name: cell}.
        self.__globals__ = self.__cell__ = self.__extra_names__ = None
        self.__code__ = None  # of the text, once it was needed

    def __init_subclass__(cls, /, *args, **kwds):
        raise TypeError("Cannot subclass ForwardRef")

    @property
    def __forward_arg__(self):
        return self.__shown__

    @property
    def __forward_code__(self):
        if self.__code__ is None:
            text = self.__arg__
            if text.startswith("*"):
                # `*args: *Ts`: one value, out of something that can be unpacked.
                text = f"({text},)[0]"
            try:
                self.__code__ = compile(text, "<string>", "eval")
            except SyntaxError:
                raise SyntaxError(
                    f"Forward reference must be an expression -- got {self.__arg__!r}")
        return self.__code__

    def evaluate(self, *, globals=None, locals=None, type_params=None, owner=None,
                 format=Format.VALUE):
        """What the text stands for, in the scope where it was found or in those that are given."""
        if format == Format.STRING:
            return self.__shown__
        if format not in (Format.VALUE, Format.FORWARDREF):
            raise NotImplementedError(format)
        lenient = format == Format.FORWARDREF
        if self.__cell__ is not None and not isinstance(self.__cell__, dict):
            try:
                return self.__cell__.cell_contents
            except ValueError:
                pass  # still empty
        if owner is None:
            owner = self.__owner__
        if globals is None and self.__forward_module__ is not None:
            globals = getattr(sys.modules.get(self.__forward_module__), "__dict__", None)
        if globals is None:
            globals = self.__globals__
        if globals is None:
            globals = _namespace_of(owner)
        if globals is None:
            globals = {}
        if type_params is None and owner is not None:
            type_params = getattr(owner, "__type_params__", None)
        if locals is None:
            locals = {}
            if isinstance(owner, type):
                locals.update(vars(owner))
        # What is known of the scope, unless the caller knows better. The type parameters are
        # the farthest out.
        if type_params is not None or isinstance(self.__cell__, dict):
            locals = dict(locals)
        if type_params is not None:
            for param in type_params:
                locals.setdefault(param.__name__, param)
        if isinstance(self.__cell__, dict):
            # The scope around a function; a class's own names come first.
            for name, cell in self.__cell__.items():
                try:
                    locals.setdefault(name, cell.cell_contents)
                except ValueError:
                    pass
        if self.__extra_names__:
            locals = {**locals, **self.__extra_names__}

        arg = self.__arg__
        if arg.isidentifier() and not keyword.iskeyword(arg):
            # A name and no more: no need to compile it.
            for scope in (locals, globals, builtins.__dict__):
                if arg in scope:
                    return scope[arg]
            if lenient:
                return self
            error = NameError(f"name {arg!r} is not defined")
            error.name = arg
            raise error
        code = self.__forward_code__
        try:
            return eval(code, globals, locals)
        except Exception:
            if not lenient:
                raise
        return self._evaluate_partly(globals, locals, owner, type_params)

    def _evaluate_partly(self, globals, locals, owner, type_params):
        # With stand-ins for the names that are not there, as much as can be.
        scope = _Scope({**globals, **locals}, owner=owner, is_class=self.__forward_is_class__)
        scope.add_missing(self.__forward_code__)
        try:
            result = eval(self.__forward_code__, scope.names)
        except Exception:
            return self
        return scope.finish(result, self.__globals__, self.__cell__)

    def _evaluate(self, globalns, localns, type_params=_sentinel, *, recursive_guard):
        import typing
        import warnings
        unknown = type_params is _sentinel
        if unknown:
            typing._deprecation_warning_for_no_type_params_passed("typing.ForwardRef._evaluate")
        warnings._deprecated(
            "ForwardRef._evaluate", _PRIVATE_EVALUATE, remove=(3, 16))
        return typing.evaluate_forward_ref(
            self, globals=globalns, locals=localns, type_params=() if unknown else type_params,
            _recursive_guard=recursive_guard)

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return (self.__shown__ == other.__shown__
                and self.__forward_module__ == other.__forward_module__
                and self.__globals__ is other.__globals__
                and self.__forward_is_class__ == other.__forward_is_class__
                and _same_cells(self.__cell__, other.__cell__)
                and self.__owner__ == other.__owner__
                and (self.__extra_names__ or {}) == (other.__extra_names__ or {}))

    def __hash__(self):
        return hash((self.__shown__, self.__forward_module__, id(self.__globals__),
                     self.__forward_is_class__, self.__owner__))

    def __or__(self, other):
        return types.UnionType[self, other]

    def __ror__(self, other):
        return types.UnionType[other, self]

    def __repr__(self):
        shown = repr(self.__shown__)
        if (module := self.__forward_module__) is not None:
            shown += f", module={module!r}"
        if self.__forward_is_class__:
            shown += ", is_class=True"
        if (owner := self.__owner__) is not None:
            shown += f", owner={owner!r}"
        return f"ForwardRef({shown})"


def _same_cells(one, other):
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(one[key] is other[key] for key in one)
    return one is other


def _namespace_of(owner):
    if isinstance(owner, type):
        return getattr(sys.modules.get(owner.__module__), "__dict__", None)
    if isinstance(owner, types.ModuleType):
        return owner.__dict__
    return getattr(owner, "__globals__", None)


# How tightly the operators bind, for the brackets in the text.
_ATOM, _POWER, _UNARY, _TERM, _SUM, _SHIFT, _AND, _XOR, _OR, _COMPARE = range(10)


class _Stringifier:
    """Stands for a value that is not there; operations on it give stand-ins with longer texts.

    `_text` can be evaluated, with the scope's extra names; `_shown` is for people.
    """

    __slots__ = ("_scope", "_text", "_shown", "_level", "_name")

    def __init__(self, scope, text, shown, level=_ATOM, name=None):
        self._scope = scope
        self._text = text
        self._shown = shown
        self._level = level
        self._name = name

    def _with(self, template, level, *operands):
        # The template has a {} for each operand, and first for this one.
        parts = [self._scope.operand(operand) for operand in (self, *operands)]
        limits = template[1]
        texts = [_bracketed(text, own, limit) for (text, _, own), limit in zip(parts, limits)]
        shown = [_bracketed(show, own, limit) for (_, show, own), limit in zip(parts, limits)]
        return _Stringifier(self._scope, template[0].format(*texts),
                            template[0].format(*shown), level)

    def __getattr__(self, attr):
        if attr.startswith("__typing_") or attr in (
                "__origin__", "__parameters__", "__args__", "__mro_entries__",
                "__forward_arg__"):
            raise AttributeError(attr)
        return self._with((f"{{}}.{attr}", (_ATOM,)), _ATOM)

    def __call__(self, *args, **kwargs):
        return self._with(_call_template(len(args), list(kwargs)), _ATOM, *args,
                          *kwargs.values())

    def __getitem__(self, item):
        text, shown, _ = self._scope.operand(item, index=True)
        head = _bracketed(self._text, self._level, _ATOM)
        head_shown = _bracketed(self._shown, self._level, _ATOM)
        return _Stringifier(self._scope, f"{head}[{text}]", f"{head_shown}[{shown}]")

    def __iter__(self):
        # `*x` takes one step; what is unpacked is written with a star.
        yield _Stringifier(self._scope, f"*{self._text}", f"*{self._shown}", _ATOM)

    def __format__(self, format_spec):
        raise TypeError("Cannot stringify annotation containing string formatting")

    def __hash__(self):
        return id(self)

    def __eq__(self, other):
        return self._with(("{} == {}", (_OR, _OR)), _COMPARE, other)

    def __ne__(self, other):
        return self._with(("{} != {}", (_OR, _OR)), _COMPARE, other)

    def __lt__(self, other):
        return self._with(("{} < {}", (_OR, _OR)), _COMPARE, other)

    def __le__(self, other):
        return self._with(("{} <= {}", (_OR, _OR)), _COMPARE, other)

    def __gt__(self, other):
        return self._with(("{} > {}", (_OR, _OR)), _COMPARE, other)

    def __ge__(self, other):
        return self._with(("{} >= {}", (_OR, _OR)), _COMPARE, other)

    def __neg__(self):
        return self._with(("-{}", (_UNARY,)), _UNARY)

    def __pos__(self):
        return self._with(("+{}", (_UNARY,)), _UNARY)

    def __invert__(self):
        return self._with(("~{}", (_UNARY,)), _UNARY)

    # In a class body the type is asked for these; they are not for the stand-in.
    def __or__(self, other):
        return self._with(("{} | {}", (_OR, _XOR)), _OR, other)

    def __ror__(self, other):
        return self._scope.reverse("{} | {}", (_OR, _XOR), _OR, other, self)


def _bracketed(text, level, limit):
    return text if level <= limit else f"({text})"


def _call_template(n_args, names):
    parts = ["{}"] * n_args + [f"{name}={{}}" for name in names]
    return f"{{}}({', '.join(parts)})", (_ATOM,) + (_COMPARE,) * len(parts)


def _add_operators():
    for name, symbol, level in (("add", "+", _SUM), ("sub", "-", _SUM), ("mul", "*", _TERM),
                                ("matmul", "@", _TERM), ("truediv", "/", _TERM),
                                ("floordiv", "//", _TERM), ("mod", "%", _TERM),
                                ("lshift", "<<", _SHIFT), ("rshift", ">>", _SHIFT),
                                ("and", "&", _AND), ("xor", "^", _XOR), ("pow", "**", _POWER)):
        # Both sides at this level bind to the left, but a power to the right.
        limits = (level, level - 1) if name != "pow" else (_ATOM, _UNARY)
        template = f"{{}} {symbol} {{}}"

        def forward(self, other, template=(template, limits), level=level):
            return self._with(template, level, other)

        def backward(self, other, template=template, limits=limits, level=level):
            return self._scope.reverse(template, limits, level, other, self)

        setattr(_Stringifier, f"__{name}__", forward)
        setattr(_Stringifier, f"__r{name}__", backward)


_add_operators()


class _Scope:
    """The names that an annotation is evaluated with, and what its stand-ins have in common."""

    def __init__(self, known, *, owner=None, is_class=False, all_text=False):
        self.names = dict(known)
        self.owner = owner
        self.is_class = is_class
        self.all_text = all_text
        self.extra = {}  # names for values that no text can stand for

    def stand_in(self, name):
        return _Stringifier(self, name, name, _ATOM, name)

    def add_missing(self, code):
        # Every name that the code may look up has to be there.  Where code does not tell its
        # names, those of builtins are taken first, and others when they are missed.
        names = getattr(code, "co_names", None)
        if names is None:
            names = builtins.__dict__ if self.all_text else ()
        for name in names:
            self.add_name(name)
        for const in code.co_consts:
            if isinstance(const, types.CodeType):
                self.add_missing(const)

    def add_name(self, name):
        """Whether there was need for a stand-in."""
        if name in self.names or not self.all_text and name in builtins.__dict__:
            return False
        self.names[name] = self.stand_in(name)
        return True

    def reverse(self, template, limits, level, left, right):
        parts = [self.operand(left), self.operand(right)]
        return _Stringifier(
            self,
            template.format(*[_bracketed(text, own, limit)
                              for (text, _, own), limit in zip(parts, limits)]),
            template.format(*[_bracketed(shown, own, limit)
                              for (_, shown, own), limit in zip(parts, limits)]), level)

    def operand(self, value, index=False):
        """(text, text to show, level) of any value."""
        if isinstance(value, _Stringifier):
            return value._text, value._shown, value._level
        if value is None or value is ... or type(value) in (bool, int, float, complex, str,
                                                            bytes):
            text = "..." if value is ... else repr(value)
            level = _UNARY if text.startswith("-") else _ATOM
            return text, text, level
        if isinstance(value, slice):
            return self._join([part for part in (value.start, value.stop)], ":", "", "",
                              value.step)
        if type(value) is tuple:
            if index and value:
                return self._join(value, ", ", "", "," if len(value) == 1 else "")
            return self._join(value, ", ", "(", ",)" if len(value) == 1 else ")")
        if type(value) is list:
            return self._join(value, ", ", "[", "]")
        if type(value) is set and value:
            return self._join(value, ", ", "{", "}")
        if type(value) is dict:
            pairs = [(self.operand(key), self.operand(item)) for key, item in value.items()]
            return tuple("{" + ", ".join([f"{key[n]}: {item[n]}" for key, item in pairs]) + "}"
                         for n in (0, 1)) + (_ATOM,)
        if isinstance(value, type) and value.__module__ == "builtins" and (
                getattr(builtins, value.__name__, None) is value):
            return value.__name__, value.__name__, _ATOM
        if self.all_text:
            shown = type_repr(value)
            return shown, shown, _ATOM
        for name, known in self.extra.items():
            if known is value:
                return name, type_repr(value), _ATOM
        name = f"__annotationlib_name_{len(self.extra) + 1}__"
        self.extra[name] = value
        return name, type_repr(value), _ATOM

    def _join(self, items, separator, before, after, step=None):
        parts = []
        for n in (0, 1):
            texts = ["" if separator == ":" and item is None else self.operand(item)[n]
                     for item in items]
            if step is not None:
                texts.append(self.operand(step)[n])
            parts.append(before + separator.join(texts) + after)
        return parts[0], parts[1], _ATOM

    def finish(self, value, globals=None, cells=None):
        """The value with references in place of the stand-ins."""
        if isinstance(value, _Stringifier):
            new = ForwardRef(value._text, owner=self.owner, is_class=self.is_class)
            new.__shown__ = value._shown
            new.__globals__ = globals
            if cells:
                new.__cell__ = cells.get(value._name, cells) if isinstance(cells, dict) else cells
            used = {name: kept for name, kept in self.extra.items() if name in value._text}
            new.__extra_names__ = used or None
            return new
        if isinstance(value, types.GenericAlias) or (
                hasattr(value, "copy_with") and hasattr(value, "__args__")):
            args = value.__args__
            new_args = tuple(self.finish(arg, globals, cells) for arg in args)
            if all(one is other for one, other in zip(args, new_args)):
                return value
            if isinstance(value, types.GenericAlias):
                new = types.GenericAlias(value.__origin__, new_args)
                return next(iter(new)) if value.__unpacked__ else new
            return value.copy_with(new_args)
        if isinstance(value, types.UnionType):
            new_args = tuple(self.finish(arg, globals, cells) for arg in value.__args__)
            return types.UnionType[new_args]
        if type(value) in (list, tuple):
            return type(value)([self.finish(item, globals, cells) for item in value])
        return value


def call_evaluate_function(evaluate, format, *, owner=None):
    """Call a function that computes a lazy value, such as a bound, for one of the formats."""
    return call_annotate_function(evaluate, format, owner=owner, _is_evaluate=True)


def call_annotate_function(annotate, format, *, owner=None, _is_evaluate=False):
    """Call a function that computes annotations, for one of the formats. For names that it does not
    find it sees forward references, or texts, in their place.
    """
    if format == Format.VALUE_WITH_FAKE_GLOBALS:
        raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
    try:
        return annotate(format)
    except NotImplementedError:
        pass
    if format in (Format.STRING, Format.FORWARDREF):
        # One that does not take part in this gives its values, and is not run with stand-ins:
        # they could lead its conditions astray.
        try:
            annotate(Format.VALUE_WITH_FAKE_GLOBALS)
        except NotImplementedError:
            found = annotate(Format.VALUE)
            if format == Format.FORWARDREF:
                return found
            return type_repr(found) if _is_evaluate else annotations_to_string(found)
        except Exception:
            pass
    if format == Format.STRING:
        result, scope, _ = _call_with_stand_ins(annotate, True, owner)
        if _is_evaluate:
            return _as_text(result, scope)
        return {key: _as_text(value, scope) for key, value in result.items()}
    if format == Format.FORWARDREF:
        try:
            result, scope, cells = _call_with_stand_ins(annotate, False, owner)
        except Exception:
            # Something real was not content with the stand-ins: all names stand for themselves.
            try:
                result, scope, cells = _call_with_stand_ins(annotate, True, owner)
            except Exception:
                return annotate(Format.VALUE)  # so that its own error is seen
        globals = getattr(annotate, "__globals__", None)
        if _is_evaluate:
            return scope.finish(result, globals, cells)
        return {key: scope.finish(value, globals, cells) for key, value in result.items()}
    if format == Format.VALUE:
        # It was said that it can't, and there is nothing else to try.
        raise RuntimeError("annotate function does not support VALUE format")
    raise ValueError(f"Invalid format: {format!r}")


def _as_text(value, scope):
    if isinstance(value, str):
        return value  # an annotation that is text is its own text
    if isinstance(value, _Stringifier):
        return value._shown
    return scope.operand(value, index=False)[1] if type(value) in (
        tuple, list, dict, set) else type_repr(value)


def _cell(value):
    return (lambda: value).__closure__[0]


def _call_with_stand_ins(annotate, all_text, owner):
    """Runs a copy of a compiled __annotate__: (result, scope, cells by name)."""
    code = getattr(annotate, "__code__", None)
    if code is None:
        # An object that may be called like one.
        code = type(annotate).__call__.__code__
    is_class = isinstance(owner, type)
    if all_text:
        scope = _Scope({}, owner=owner, is_class=is_class, all_text=True)
    else:
        known = {**getattr(annotate, "__builtins__", builtins.__dict__),
                 **annotate.__globals__}
        scope = _Scope(known, owner=owner, is_class=is_class)
    scope.add_missing(code)
    cells = {}
    closure = []
    for name, cell in zip(code.co_freevars, annotate.__closure__ or ()):
        if name == "__classdict__":
            # Names of the class body: looked up in it first.
            closure.append(_cell({} if all_text else _class_scope(cell, scope)))
            continue
        if name == "__conditional_annotations__":
            closure.append(cell)
            continue
        cells[name] = cell
        if not all_text:
            try:
                cell.cell_contents
                closure.append(cell)
                continue
            except ValueError:
                pass
        closure.append(_cell(scope.stand_in(name)))
    function = types.FunctionType(code, scope.names, closure=tuple(closure) or None,
                                  argdefs=annotate.__defaults__)
    function.__kwdefaults__ = annotate.__kwdefaults__
    while True:
        try:
            return function(Format.VALUE_WITH_FAKE_GLOBALS), scope, cells
        except NameError as error:
            if not isinstance(error.name, str) or not scope.add_name(error.name):
                raise


def _class_scope(cell, scope):
    try:
        return dict(cell.cell_contents)
    except ValueError:
        return {}


def get_annotate_from_class_namespace(obj):
    """The function that computes the annotations of the class that will be made of the namespace;
    None if it has none.
    """
    try:
        return obj["__annotate__"]
    except KeyError:
        return obj.get("__annotate_func__", None)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=Format.VALUE):
    """The annotations of a class, a function or a module, in a new dictionary. With eval_str those
    that are texts are evaluated, in globals and locals or in the object's own scope.
    """
    if eval_str and format != Format.VALUE:
        raise ValueError("eval_str=True is only supported with format=Format.VALUE")
    if format == Format.VALUE:
        found = _dunder_annotations(obj)
        if found is None:
            found = _call_own_annotate(obj, format)
    elif format == Format.FORWARDREF:
        # What could be evaluated is there, and as good as can be.
        try:
            found = _dunder_annotations(obj)
        except (NameError, AttributeError):
            found = None
        except Exception:
            found = None
        if found is not None:
            return dict(found)
        found = _call_own_annotate(obj, format)
        if found is None:
            found = _dunder_annotations(obj)
    elif format == Format.STRING:
        found = _call_own_annotate(obj, format)
        if found is not None:
            return dict(found)
        found = _dunder_annotations(obj)
        if found is not None:
            return annotations_to_string(found)
    elif format == Format.VALUE_WITH_FAKE_GLOBALS:
        raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
    else:
        raise ValueError(f"Unsupported format {format!r}")
    if found is None:
        if isinstance(obj, type) or callable(obj):
            return {}
        raise TypeError(f"{obj!r} does not have annotations")
    if not found:
        return {}
    if not eval_str:
        return dict(found)
    return _evaluate_texts(obj, found, globals, locals)


def _evaluate_texts(obj, found, globals, locals):
    inner = obj
    if isinstance(obj, type):
        own_globals = getattr(sys.modules.get(obj.__module__), "__dict__", None)
        own_locals = dict(vars(obj))
    elif isinstance(obj, types.ModuleType):
        own_globals, own_locals = obj.__dict__, None
        inner = None
    elif callable(obj):
        own_globals, own_locals = getattr(obj, "__globals__", None), None
    else:
        own_globals = own_locals = None
        inner = None
    if inner is not None:
        # Through the wrappers, to the function whose names these are.
        seen = {id(inner)}
        while True:
            if hasattr(inner, "__wrapped__"):
                inner = inner.__wrapped__
            elif type(inner).__name__ == "partial" and hasattr(inner, "func"):
                inner = inner.func
            else:
                break
            if id(inner) in seen:
                break  # in a circle: what the last one knows has to do
            seen.add(id(inner))
        if hasattr(inner, "__globals__"):
            own_globals = inner.__globals__
    if globals is None:
        globals = own_globals
    if locals is None:
        locals = own_locals if own_locals is not None else {}
    params = getattr(obj, "__type_params__", ())
    if params:
        locals = dict(locals)
        for param in params:
            locals.setdefault(param.__name__, param)
    return {key: value if not isinstance(value, str) else
            eval(_unstarred(value), globals, locals) for key, value in found.items()}


def _unstarred(text):
    text = text.lstrip(" \t")
    return f"({text},)[0]" if text.startswith("*") else text


def type_repr(value):
    """A type as one would write it in an annotation; other objects by their repr."""
    if isinstance(value, (type, types.FunctionType, types.BuiltinFunctionType)) and not (
            isinstance(value, types.GenericAlias)):
        if value.__module__ == "builtins":
            return value.__qualname__
        return f"{value.__module__}.{value.__qualname__}"
    if value is ...:
        return "..."
    return repr(value)


def annotations_to_string(annotations):
    """Annotations that are values, as texts."""
    return {name: value if isinstance(value, str) else type_repr(value)
            for name, value in annotations.items()}


def _call_own_annotate(obj, format):
    annotate = getattr(obj, "__annotate__", None)
    found = None if annotate is None else call_annotate_function(annotate, format, owner=obj)
    if annotate is not None and not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotate__ returned a non-dict")
    return None if annotate is None else {**found}


def _dunder_annotations(obj):
    try:
        # Those of the class itself: a metaclass may have annotations of its own.
        found = (type.__dict__["__annotations__"].__get__(obj) if isinstance(obj, type)
                 else obj.__annotations__)
    except AttributeError:
        return None
    if isinstance(found, dict):
        return {**found}
    if found is None and not isinstance(obj, type):
        return None
    raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
