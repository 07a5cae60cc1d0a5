"""repr() with limits on size, and the guard that makes a recursive repr end."""

__all__ = ["Repr", "repr", "recursive_repr"]

import builtins
from _thread import get_ident


def recursive_repr(fillvalue="..."):
    """Decorator: a repr asked again for the same object, in the same thread, gives fillvalue."""

    def decorate(function):
        running = set()

        def wrapper(self):
            key = id(self), get_ident()
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return function(self)
            finally:
                running.discard(key)

        # Written out: functools imports this module.
        for name in ("__module__", "__doc__", "__name__", "__qualname__"):
            setattr(wrapper, name, getattr(function, name))
        wrapper.__annotate__ = getattr(function, "__annotate__", None)
        wrapper.__type_params__ = getattr(function, "__type_params__", ())
        wrapper.__wrapped__ = function
        return wrapper

    return decorate


class Repr:
    """The limits are attributes; a subclass adds repr_<type name> methods."""

    # Names of types whose method is only for the type of the standard library, not for
    # someone else's class of the same name.
    _home = {
        "tuple": "builtins", "list": "builtins", "array": "array", "set": "builtins",
        "frozenset": "builtins", "deque": "collections", "dict": "builtins",
        "str": "builtins", "int": "builtins",
    }

    def __init__(self, *, maxlevel=6, maxtuple=6, maxlist=6, maxarray=5, maxdict=4, maxset=6,
                 maxfrozenset=6, maxdeque=6, maxstring=30, maxlong=40, maxother=30,
                 fillvalue="...", indent=None):
        self.maxlevel, self.indent, self.fillvalue = maxlevel, indent, fillvalue
        # How many items are shown.
        self.maxlist, self.maxtuple = maxlist, maxtuple
        self.maxarray, self.maxdeque = maxarray, maxdeque
        self.maxdict, self.maxset, self.maxfrozenset = maxdict, maxset, maxfrozenset
        # How many characters.
        self.maxstring, self.maxlong, self.maxother = maxstring, maxlong, maxother

    def repr(self, x):
        """The shortened repr of an object."""
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        """The shortened repr, so many levels deep."""
        kind = type(x)
        name = kind.__name__
        if " " in name:
            name = "_".join(name.split())
        method = getattr(self, "repr_" + name, None)
        if method:
            home = self._home.get(name)
            if home is None or home == getattr(kind, "__module__", None):
                return method(x, level)
        return self.repr_instance(x, level)

    def _join(self, pieces, level):
        step = self.indent
        if step is None or not pieces:
            return ", ".join(pieces)
        if isinstance(step, int):
            if step < 0:
                raise ValueError(f"Repr.indent cannot be negative int (was {step!r})")
            step = " " * step
        try:
            outside = "\n" + (self.maxlevel - level) * step
        except TypeError as error:
            raise TypeError(f"Repr.indent must be a str, int or None, not {type(step)}") from error
        inside = outside + step
        return f"{inside}{f',{inside}'.join(pieces)},{outside}"

    def _sequence(self, x, level, left, right, limit, trail=""):
        if level <= 0 and x:
            body = self.fillvalue
        else:
            inner = self.repr1
            pieces = []
            for item in x:
                if len(pieces) == limit:
                    break
                pieces.append(inner(item, level - 1))
            if len(x) > limit:
                pieces.append(self.fillvalue)
            body = self._join(pieces, level)
            if len(x) == 1 and trail and self.indent is None:
                right = trail + right
        return left + body + right

    def repr_tuple(self, x, level):
        return self._sequence(x, level, "(", ")", self.maxtuple, ",")

    def repr_list(self, x, level):
        return self._sequence(x, level, "[", "]", self.maxlist)

    def repr_array(self, x, level):
        if not x:
            return f"array('{x.typecode}')"
        return self._sequence(x, level, f"array('{x.typecode}', [", "])", self.maxarray)

    def repr_set(self, x, level):
        if not x:
            return "set()"
        return self._sequence(_ordered(x), level, "{", "}", self.maxset)

    def repr_frozenset(self, x, level):
        if not x:
            return "frozenset()"
        return self._sequence(_ordered(x), level, "frozenset({", "})", self.maxfrozenset)

    def repr_deque(self, x, level):
        return self._sequence(x, level, "deque([", "])", self.maxdeque)

    def repr_dict(self, x, level):
        if not x:
            return "{}"
        if level <= 0:
            return "{" + self.fillvalue + "}"
        inner = self.repr1
        pieces = []
        for key in _ordered(x)[:max(self.maxdict, 0)]:
            pieces.append(f"{inner(key, level - 1)}: {inner(x[key], level - 1)}")
        if len(x) > self.maxdict:
            pieces.append(self.fillvalue)
        return "{" + self._join(pieces, level) + "}"

    def _cut(self, text, limit):
        # Keeps both ends of a text that is too long.
        if len(text) <= limit:
            return text
        left = max(0, (limit - 3) // 2)
        right = max(0, limit - 3 - left)
        return text[:left] + self.fillvalue + text[len(text) - right:]

    def repr_str(self, x, level):
        limit = self.maxstring
        text = builtins.repr(x[:limit])
        if len(text) <= limit and len(x) <= limit:
            return text
        # The repr is made again of only the ends, so that its quotes fit what is shown.
        left = max(0, (limit - 3) // 2)
        right = max(0, limit - 3 - left)
        text = builtins.repr(x[:left] + x[len(x) - right:])
        return text[:left] + self.fillvalue + text[len(text) - right:]

    def repr_int(self, x, level):
        try:
            text = builtins.repr(x)
        except ValueError as error:
            if "sys.set_int_max_str_digits()" not in str(error):
                raise
            # Too long for the conversion limit: its size in place of its digits.
            import math
            import sys
            digits = 1 + int(math.log10(abs(x)))
            most = sys.get_int_max_str_digits()
            return (f"<{type(x).__name__} instance with roughly {digits} digits "
                    f"(limit at {most}) at 0x{id(x):x}>")
        return self._cut(text, self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = builtins.repr(x)
        except Exception:
            return f"<{x.__class__.__name__} instance at {id(x):#x}>"
        return self._cut(text, self.maxother)


def _ordered(x):
    # Sorted where that is possible, so that equal sets and dicts read the same.
    try:
        return sorted(x)
    except Exception:
        return list(x)


aRepr = Repr()
repr = aRepr.repr
