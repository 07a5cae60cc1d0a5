"""Data as text that is broken into lines where it is too long.

What fits on the rest of the line is written as its repr; what does not is taken apart by the method
that goes with its repr, so that a subclass with a repr of its own is left as it is.
"""

import collections
import sys
import types
from io import StringIO

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False,
           sort_dicts=True, underscore_numbers=False):
    """Write an object to a stream, standard output by default, broken into lines where it is too
    long. The options are those of PrettyPrinter.
    """
    PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact,
                  sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
            underscore_numbers=False):
    """The text that pprint() writes."""
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact,
                         sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """pprint() that leaves the items of dictionaries in their order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """The repr of an object; where a container is inside itself it says so."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """Whether eval() could read the text of an object."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    """Whether an object contains itself."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


def _kind_and_place(obj):
    return str(type(obj)), id(obj)


class _safe_key:
    """Puts things in an order that have none: those first by the names of their types."""

    __slots__ = ("obj",)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        mine, theirs = self.obj, other.obj
        try:
            return mine < theirs
        except TypeError:
            return _kind_and_place(mine) < _kind_and_place(theirs)


def _safe_tuple(t):
    return tuple([_safe_key(item) for item in t])


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


_builtin_scalars = frozenset({str, bytes, bytearray, float, complex, bool, type(None)})


def _unless_empty(method):
    # An empty container is written as its repr, whatever room there is.
    def pprint(self, object, stream, *where):
        if len(object):
            method(self, object, stream, *where)
        else:
            stream.write(repr(object))

    return pprint


class PrettyPrinter:
    """Writes objects with given options. indent: columns for each level; width: of a line; depth:
    levels that are shown; compact: many items on a line; sort_dicts: items by their keys;
    underscore_numbers: groups of three digits.
    """

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False,
                 sort_dicts=True, underscore_numbers=False):
        self._indent_per_level, self._width, self._depth = int(indent), int(width), depth
        if self._indent_per_level < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not self._width:
            raise ValueError("width must be != 0")
        # What stands between an opening bracket and the first item.
        self._gap = " " * (self._indent_per_level - 1)
        self._stream = sys.stdout if stream is None else stream
        self._compact, self._sort_dicts = bool(compact), sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        """Write an object to the stream."""
        if self._stream is not None:
            self._format(object, self._stream, 0, 0, {}, 0)
            self._stream.write("\n")

    def pformat(self, object):
        """The text of an object."""
        out = StringIO()
        self._format(object, out, 0, 0, {}, 0)
        return out.getvalue()

    def isrecursive(self, object):
        """Whether an object contains itself."""
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        """Whether eval() could read the text of an object."""
        text, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """The text of an object on one line, whether eval() could read it, and whether it contains
        itself; for subclasses to replace. context has the ids of what is around it, level says how
        deep it is.
        """
        return self._safe_repr(object, context, maxlevels, level)

    def _format(self, object, stream, indent, allowance, context, level):
        # indent columns are used on the left, allowance on the right: by closing brackets.
        key = id(object)
        if key in context:
            stream.write(_recursion(object))
            self._recursive = True
            self._readable = False
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            method = self._dispatch.get(type(object).__repr__)
            if method is None and _is_dataclass(object):
                method = PrettyPrinter._pprint_dataclass
            if method is not None:
                context[key] = 1
                method(self, object, stream, indent, allowance, context, level + 1)
                del context[key]
                return
        stream.write(text)

    def _enter(self, object, stream, indent, name=None):
        # Writes the class and a bracket, and gives the column behind it.
        name = name or object.__class__.__name__
        stream.write(name + "(")
        return indent + len(name) + 1

    def _pprint_dataclass(self, object, stream, indent, allowance, context, level):
        from dataclasses import fields
        shown = [(field.name, getattr(object, field.name)) for field in fields(object)
                 if field.repr]
        indent = self._enter(object, stream, indent)
        self._format_namespace_items(shown, stream, indent, allowance, context, level)
        stream.write(")")

    _dispatch = {}

    def _pprint_dict(self, object, stream, indent, allowance, context, level):
        stream.write("{" + self._gap)
        if len(object):
            pairs = object.items()
            self._format_dict_items(sorted(pairs, key=_safe_tuple) if self._sort_dicts else pairs,
                                    stream, indent, allowance + 1, context, level)
        stream.write("}")

    @_unless_empty
    def _pprint_ordered_dict(self, object, stream, indent, allowance, context, level):
        indent = self._enter(object, stream, indent)
        self._format([*object.items()], stream, indent, allowance + 1, context, level)
        stream.write(")")

    def _pprint_list(self, object, stream, indent, allowance, context, level):
        stream.write("[")
        self._format_items(object, stream, indent, allowance + 1, context, level)
        stream.write("]")

    def _pprint_tuple(self, object, stream, indent, allowance, context, level):
        closing = ")" if len(object) != 1 else ",)"
        allowance += len(closing)
        stream.write("(")
        self._format_items(object, stream, indent, allowance, context, level)
        stream.write(closing)

    @_unless_empty
    def _pprint_set(self, object, stream, indent, allowance, context, level):
        plain = object.__class__ is set
        closing = "}" if plain else "})"
        if not plain:
            indent = self._enter(object, stream, indent)
        stream.write("{")
        self._format_items(sorted(object, key=_safe_key), stream, indent, allowance + len(closing),
                           context, level)
        stream.write(closing)

    @_unless_empty
    def _pprint_str(self, object, stream, indent, allowance, context, level):
        # One literal for each line of the text, and for each part of a line that is too long; at
        # the top level there are brackets around them.
        import re
        outer = level == 1
        indent += outer
        allowance += outer
        width = self._width - indent
        literals = []
        *lines, last = object.splitlines(True)
        for line in lines:
            if len(repr(line)) <= width:
                literals.append(repr(line))
            else:
                literals += _literals(re.findall(r"\S+\s*|\s+", line), width, 0)
        if len(repr(last)) <= width - allowance:
            literals.append(repr(last))
        else:
            literals += _literals(re.findall(r"\S+\s*|\s+", last), width, allowance)
        if len(literals) == 1:
            stream.write(repr(last))
            return
        text = ("\n" + " " * indent).join(literals)
        stream.write(f"({text})" if outer else text)

    def _pprint_bytes(self, object, stream, indent, allowance, context, level):
        if len(object) <= 4:
            stream.write(repr(object))
            return
        outer = level == 1
        indent += outer
        fours = [object[at:at + 4] for at in range(0, len(object), 4)]
        # Less room behind the last part, unless that is a whole one.
        after = allowance + outer if len(object) % 4 else 0
        literals = _literals(fours, self._width - indent, after)
        text = ("\n" + " " * indent).join(literals)
        stream.write(f"({text})" if outer else text)

    def _pprint_bytearray(self, object, stream, indent, allowance, context, level):
        stream.write("bytearray(")
        self._pprint_bytes(bytes(object), stream, indent + 10, allowance + 1, context, level + 1)
        stream.write(")")

    def _pprint_mappingproxy(self, object, stream, indent, allowance, context, level):
        stream.write("mappingproxy(")
        self._format(object.copy(), stream, indent + 13, allowance + 1, context, level)
        stream.write(")")

    def _pprint_simplenamespace(self, object, stream, indent, allowance, context, level):
        # The repr of the class itself says "namespace".
        name = "namespace" if type(object) is types.SimpleNamespace else None
        indent = self._enter(object, stream, indent, name)
        self._format_namespace_items(object.__dict__.items(), stream, indent, allowance, context,
                                     level)
        stream.write(")")

    def _format_dict_items(self, items, stream, indent, allowance, context, level):
        indent += self._indent_per_level
        left = len(items)
        for key, value in items:
            left -= 1
            name = self._repr(key, context, level) + ": "
            stream.write(name)
            self._format(value, stream, indent + len(name), 1 if left else allowance, context,
                         level)
            if left:
                stream.write(",\n" + " " * indent)

    def _format_namespace_items(self, items, stream, indent, allowance, context, level):
        left = len(items)
        for name, value in items:
            left -= 1
            stream.write(name + "=")
            if id(value) not in context:
                self._format(value, stream, indent + len(name) + 1, 1 if left else allowance,
                             context, level)
            else:
                stream.write("...")  # it contains itself; the same as in its own repr
            if left:
                stream.write(",\n" + " " * indent)

    def _format_items(self, items, stream, indent, allowance, context, level):
        # Each item on a line of its own; with compact as many on a line as there is room for.
        indent += self._indent_per_level
        stream.write(self._gap)
        between = ",\n" + " " * indent
        separator = ""
        width = room = self._width - indent + 1
        left = len(items := list(items))
        for item in items:
            left -= 1
            if not left:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                needed = len(text) + 2
                if needed > room:
                    room = width
                    separator = separator and between
                if needed <= room:
                    room -= needed
                    stream.write(separator + text)
                    separator = ", "
                    continue
            stream.write(separator)
            separator = between
            self._format(item, stream, indent, 1 if left else allowance, context, level)

    def _repr(self, object, context, level):
        text, readable, recursive = self.format(object, context.copy(), self._depth, level)
        self._readable = readable and getattr(self, "_readable", True)
        self._recursive = recursive or getattr(self, "_recursive", False)
        return text

    @_unless_empty
    def _pprint_default_dict(self, object, stream, indent, allowance, context, level):
        factory = self._repr(object.default_factory, context, level)
        indent = self._enter(object, stream, indent)
        stream.write(factory + ",\n" + " " * indent)
        self._pprint_dict(object, stream, indent, allowance + 1, context, level)
        stream.write(")")

    @_unless_empty
    def _pprint_counter(self, object, stream, indent, allowance, context, level):
        indent = self._enter(object, stream, indent)
        stream.write("{" + self._gap)
        self._format_dict_items(object.most_common(), stream, indent, allowance + 2, context, level)
        stream.write("})")

    def _pprint_chain_map(self, object, stream, indent, allowance, context, level):
        if not len(object.maps):
            stream.write(repr(object))
            return
        indent = self._enter(object, stream, indent)
        *others, last = object.maps
        for mapping in others:
            self._format(mapping, stream, indent, 1, context, level)
            stream.write(",\n" + " " * indent)
        self._format(last, stream, indent, allowance + 1, context, level)
        stream.write(")")

    @_unless_empty
    def _pprint_deque(self, object, stream, indent, allowance, context, level):
        indent = self._enter(object, stream, indent)
        closing = ")"
        if object.maxlen is not None:
            closing = f",\n{' ' * indent}maxlen={self._repr(object.maxlen, context, level)})"
            allowance = 0
        stream.write("[")
        self._format_items(object, stream, indent, allowance + 2, context, level)
        stream.write("]" + closing)

    def _pprint_user(self, object, stream, indent, allowance, context, level):
        self._format(object.data, stream, indent, allowance, context, level - 1)

    def _safe_repr(self, object, context, maxlevels, level):
        # (text, whether eval() would read it, whether it contains itself)
        kind = type(object)
        if kind in _builtin_scalars:
            return repr(object), True, False
        method = getattr(kind, "__repr__", None)
        if issubclass(kind, int) and method is int.__repr__:
            return (f"{object:_d}" if self._underscore_numbers else repr(object)), True, False
        if issubclass(kind, dict) and method is dict.__repr__:
            return self._safe_dict(object, context, maxlevels, level)
        if (issubclass(kind, list) and method is list.__repr__) or (
                issubclass(kind, tuple) and method is tuple.__repr__):
            return self._safe_sequence(object, context, maxlevels, level)
        text = repr(object)
        return text, bool(text) and not text.startswith("<"), False

    def _safe_dict(self, object, context, maxlevels, level):
        if not object:
            return "{}", True, False
        key = id(object)
        if maxlevels and level >= maxlevels:
            return "{...}", False, key in context
        if key in context:
            return _recursion(object), False, True
        context[key] = 1
        readable, recursive = True, False
        parts = []
        items = sorted(object.items(), key=_safe_tuple) if self._sort_dicts else object.items()
        for name, value in items:
            name, name_readable, name_recursive = self.format(name, context, maxlevels, level + 1)
            value, value_readable, value_recursive = self.format(value, context, maxlevels,
                                                                 level + 1)
            parts.append(f"{name}: {value}")
            readable = readable and name_readable and value_readable
            recursive = recursive or name_recursive or value_recursive
        del context[key]
        return "{" + ", ".join(parts) + "}", readable, recursive

    def _safe_sequence(self, object, context, maxlevels, level):
        if issubclass(type(object), list):
            if not object:
                return "[]", True, False
            form = "[%s]"
        elif len(object) == 1:
            form = "(%s,)"
        else:
            if not object:
                return "()", True, False
            form = "(%s)"
        key = id(object)
        if maxlevels and level >= maxlevels:
            return form % "...", False, key in context
        if key in context:
            return _recursion(object), False, True
        context[key] = 1
        readable, recursive = True, False
        parts = []
        for item in object:
            text, item_readable, item_recursive = self.format(item, context, maxlevels, level + 1)
            parts.append(text)
            readable = readable and item_readable
            recursive = recursive or item_recursive
        del context[key]
        return form % ", ".join(parts), readable, recursive


def _is_dataclass(object):
    if isinstance(object, type):
        return False
    params = getattr(object, "__dataclass_params__", None)
    if params is None or not params.repr:
        return False
    # Its own repr, not one that somebody wrote.
    method = type(object).__repr__
    return (getattr(method, "__generated_by_dataclasses__", False)
            or "__create_fn__" in getattr(getattr(method, "__wrapped__", None),
                                          "__qualname__", ""))


def _literals(parts, width, allowance):
    # The parts joined, as many as fit, to literals; behind the last there is less room.
    literals = []
    joined = parts[0][:0]
    last = len(parts) - 1
    for place, part in enumerate(parts):
        if place == last:
            width -= allowance
        if len(repr(joined + part)) <= width:
            joined += part
        else:
            if joined:
                literals.append(repr(joined))
            joined = part
    if joined:
        literals.append(repr(joined))
    return literals


def _fill_dispatch():
    printer = PrettyPrinter
    for kinds, method in (
            ((dict,), printer._pprint_dict),
            ((collections.OrderedDict,), printer._pprint_ordered_dict),
            ((list,), printer._pprint_list),
            ((tuple,), printer._pprint_tuple),
            ((set, frozenset), printer._pprint_set),
            ((str,), printer._pprint_str),
            ((bytes,), printer._pprint_bytes),
            ((bytearray,), printer._pprint_bytearray),
            ((types.MappingProxyType,), printer._pprint_mappingproxy),
            ((types.SimpleNamespace,), printer._pprint_simplenamespace),
            ((collections.defaultdict,), printer._pprint_default_dict),
            ((collections.Counter,), printer._pprint_counter),
            ((collections.ChainMap,), printer._pprint_chain_map),
            ((collections.deque,), printer._pprint_deque),
            ((collections.UserDict, collections.UserList, collections.UserString),
             printer._pprint_user)):
        for kind in kinds:
            printer._dispatch[kind.__repr__] = method


_fill_dispatch()
