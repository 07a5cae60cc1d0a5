"""The part of enum that works on names and class bodies: markers, auto(), properties, EnumDict.

enum takes all of it over.
"""

import builtins as _builtins
from types import DynamicClassAttribute

__name__ = "enum"


class nonmember:
    """An attribute of an enumeration that is not to be a member."""

    def __init__(self, value):
        self.value = value


class member:
    """An attribute of an enumeration that is to be a member, though it would not be by its kind."""

    def __init__(self, value):
        self.value = value


def _is_descriptor(obj):
    return hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__")


def _is_dunder(name):
    return (len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_"
            and name[-3] != "_")


def _is_sunder(name):
    return (len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_"
            and name[-2] != "_")


def _is_internal_class(cls_name, obj):
    # A class that was defined in the body of the class of this name.
    if not isinstance(obj, type):
        return False
    qualname = getattr(obj, "__qualname__", "")
    return qualname == f"{cls_name}.{obj.__name__}" or qualname.endswith(
        f".{cls_name}.{obj.__name__}")


def _is_private(cls_name, name):
    # __name as the compiler mangles it.
    prefix = f"_{cls_name}__"
    return (len(name) > len(prefix) and name.startswith(prefix)
            and not name.endswith("__"))


def _is_single_bit(num):
    return num > 0 and num & (num - 1) == 0


def _make_class_unpicklable(obj):
    """Pickling the members of the class, or of the class with that namespace, raises TypeError."""
    def __reduce_ex__(self, proto):
        raise TypeError(f"{self!r} cannot be pickled")

    for name, value in (("__reduce_ex__", __reduce_ex__), ("__module__", "<unknown>")):
        if isinstance(obj, dict):
            obj[name] = value
        else:
            setattr(obj, name, value)


def _iter_bits_lsb(num):
    # The single bits of a number, lowest first.
    if not isinstance(num, int):
        num = num.value
    if num < 0:
        raise ValueError(f"{num!r} is not a positive integer")
    while num:
        others = num & num - 1
        yield num ^ others
        num = others


def show_flag_values(value):
    """The values of the single bits that are set, in a list."""
    return list(_iter_bits_lsb(value))


def bin(num, max_bits=None):
    """The bits of a number with a sign bit in front, at least max_bits of them: of a negative one
    those of its two's complement.
    """
    num = num.__index__()
    above = 1 << num.bit_length()
    sign = "0b1" if num < 0 else "0b0"
    digits = _builtins.bin(above | num & above - 1)[3:].rjust(max_bits or 0, sign[-1])
    return f"{sign} {digits}"


class _AutoNull:
    def __repr__(self):
        return "_auto_null"


_auto_null = _AutoNull()


class auto:
    """A value that the enumeration chooses itself."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class property(DynamicClassAttribute):
    """A property of members that does not hide a member with the same name from the class."""

    member = None  # what the class shows under this name
    _attr_owner = None  # the class whose plain attribute members show

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")
        if self.fget is not None:
            return self.fget(instance)
        if self._attr_owner is not None:
            return getattr(self._attr_owner, self.name)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}") from None

    def __set__(self, instance, value):
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")

    def __delete__(self, instance):
        if self.fdel is not None:
            return self.fdel(instance)
        raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


class _NameProperty(property):
    # `name` and `value` are read all the time: they do without the call of a getter.
    def __get__(self, instance, ownerclass=None):
        if instance is None:
            return property.__get__(self, instance, ownerclass)
        return instance._name_


class _ValueProperty(property):
    def __get__(self, instance, ownerclass=None):
        if instance is None:
            return property.__get__(self, instance, ownerclass)
        return instance._value_


_allowed_sunders = {
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_",
    "_iter_member_", "_iter_member_by_value_", "_iter_member_by_def_", "_add_alias_",
    "_add_value_alias_", "_use_args_",
}


class EnumDict(dict):
    """The namespace of an enumeration while its class body runs: it remembers what will be members.
    """

    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        self._auto_called = False
        self._ignore, self._last_values = [], []
        self._member_names = {}  # in order

    def __setitem__(self, key, value):
        """Takes note of a member, unless the name or the kind of value says otherwise."""
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            value = self._set_sunder(key, value)
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value):
            pass
        elif self._cls_name is not None and _is_internal_class(self._cls_name, value):
            pass
        else:
            if key in self:
                # Not a member by now, but a method or something like it.
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, member):
                value = value.value
            value = self._resolve_auto(key, value)
            self._member_names[key] = None
        super().__setitem__(key, value)

    def _set_sunder(self, key, value):
        if key not in _allowed_sunders:
            raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = (value.__func__ if isinstance(value, staticmethod)
                                         else value)
        elif key == "_ignore_":
            value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            self._ignore = value
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
        return value

    def _resolve_auto(self, key, value):
        # Each auto() gets its value now; they may stand in a tuple too.
        if isinstance(value, auto):
            value = self._next_auto(key, value)
        elif isinstance(value, tuple) and any(isinstance(item, auto) for item in value):
            items = [self._next_auto(key, item) if isinstance(item, auto) else item
                     for item in value]
            kind = type(value)
            try:
                value = kind(items)
            except TypeError:
                value = kind(*items)  # a named tuple
        else:
            self._last_values.append(value)
        return value

    def _next_auto(self, key, item):
        if item.value is _auto_null:
            item.value = self._generate_next_value(key, 1, len(self._member_names),
                                                   self._last_values[:])
            self._auto_called = True
        self._last_values.append(item.value)
        return item.value

    @_builtins.property
    def member_names(self):
        """The names of the members so far, in order."""
        return list(self._member_names)

    def update(self, members, *more_members, **kwargs):
        """Set several names."""
        if hasattr(members, "keys"):
            members = [(name, members[name]) for name in members.keys()]
        for name, value in members:
            self[name] = value
        for name, value in kwargs.items():
            self[name] = value


_EnumDict = EnumDict  # the name before 3.13
