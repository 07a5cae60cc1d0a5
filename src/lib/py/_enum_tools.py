"""The part of enum that works on finished enumerations: verify(), global enums, simple enums.

enum imports this module last of all, and takes everything over.
"""

import sys

from _enum_base import _is_dunder, _is_single_bit, _iter_bits_lsb
from enum import KEEP, Enum, EnumType, Flag, ReprEnum, StrEnum, auto, member, nonmember, unique

__name__ = "enum"


class EnumCheck(StrEnum):
    """What verify() can see to."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Decorator: an enumeration is refused unless it is as the checks (EnumCheck) say."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        name = enumeration.__name__
        flags = issubclass(enumeration, Flag)
        if not flags and not issubclass(enumeration, Enum):
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        for check in self.checks:
            if check is UNIQUE:
                aliases = [(alias, one.name) for alias, one in enumeration.__members__.items()
                           if alias != one.name]
                if aliases:
                    details = ", ".join([f"{alias} -> {one}" for alias, one in aliases])
                    raise ValueError(f"aliases found in {enumeration!r}: {details}")
            elif check is CONTINUOUS:
                _check_continuous(enumeration, name, flags)
            elif check is NAMED_FLAGS:
                _check_named(enumeration, name)
        return enumeration


def _check_continuous(enumeration, name, flags):
    values = {one.value for one in enumeration}
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    if flags:
        missing = [1 << bit for bit in range(low.bit_length(), high.bit_length() - 1)
                   if 1 << bit not in values]
    else:
        missing = [value for value in range(low + 1, high) if value not in values]
    if missing:
        kind = "flag" if flags else "enum"
        raise ValueError(f"invalid {kind} {name!r}: missing values "
                         f"{', '.join(map(str, missing))}"[:256])


def _check_named(enumeration, name):
    members = enumeration._member_map_
    named = {one.value for one in members.values()}
    missing_names = []
    missing = 0
    for alias, one in members.items():
        if alias in enumeration._member_names_ or one.value < 0:
            continue
        unnamed = [value for value in _iter_bits_lsb(one.value) if value not in named]
        if unnamed:
            missing_names.append(alias)
            for value in unnamed:
                missing |= value
    if missing_names:
        if len(missing_names) == 1:
            alias = f"alias {missing_names[0]} is missing"
        else:
            alias = (f"aliases {', '.join(missing_names[:-1])} and {missing_names[-1]} "
                     "are missing")
        if _is_single_bit(missing):
            value = f"value 0x{missing:x}"
        else:
            value = f"combined values of 0x{missing:x}"
        raise ValueError(f"invalid Flag {name!r}: {alias} {value} "
                         "[use enum.show_flag_values(value) for details]")


def _module_of(self):
    return self.__class__.__module__.split(".")[-1]


def global_enum_repr(self):
    """The repr of members that are names of their module: module.name."""
    return f"{_module_of(self)}.{self._name_}"


def global_flag_repr(self):
    """The repr of flags that are names of their module: module.name, joined by |."""
    module = _module_of(self)
    if self._name_ is None:
        return f"{module}.{self.__class__.__name__}({self._value_!r})"
    if _is_single_bit(self._value_):
        return f"{module}.{self._name_}"
    # What has no name is a number, and stands in no module.
    return "|".join([name if name[0].isdigit() and self._boundary_ is KEEP
                     else f"{module}.{name}" for name in self._name_.split("|")])


def global_str(self):
    """The str of members that are names of their module: the name alone."""
    if self._name_ is None:
        return f"{self.__class__.__name__}({self._value_!r})"
    return self._name_


def global_enum(cls, update_str=False):
    """Decorator: the members become names of their module, too, and look so."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """Makes an enumeration of the class below it.

    The class is built again, as one written with the etype would be.
    """

    def convert_class(cls):
        bases = tuple(base for base in cls.__bases__ if base is not object) + (etype,)
        metacls = type(etype)
        namespace = metacls.__prepare__(cls.__name__, bases)
        for name, value in cls.__dict__.items():
            if name in ("__dict__", "__weakref__"):
                continue
            if _is_dunder(name) or name.startswith("_"):
                dict.__setitem__(namespace, name, value)
                if name == "_generate_next_value_":
                    namespace[name] = value
            else:
                namespace[name] = value
        if use_args is not None:
            namespace["_use_args_"] = use_args
        return metacls(cls.__name__, bases, namespace, boundary=boundary)

    return convert_class


def _test_simple_enum(checked_enum, simple_enum):
    """Checks that the two enumerations, made by different means, do not differ."""
    failed = []
    if checked_enum.__dict__ == simple_enum.__dict__:
        return
    for name in set(checked_enum._member_map_) | set(simple_enum._member_map_):
        one = checked_enum._member_map_.get(name)
        other = simple_enum._member_map_.get(name)
        if one is None:
            failed.append(f"extra member {name!r} in simple enum")
        elif other is None:
            failed.append(f"missing member {name!r}")
        elif one._value_ != other._value_ or one._name_ != other._name_:
            failed.append(f"member mismatch: {one!r} {other!r}")
    known = {"__dict__", "__weakref__", "__init_subclass__", "__module__", "__doc__",
             "__qualname__", "__static_attributes__", "__firstlineno__"}
    for name in set(checked_enum.__dict__) ^ set(simple_enum.__dict__):
        if name not in known:
            failed.append(f"attribute {name!r} only in one")
    if failed:
        raise TypeError("enum mismatch:\n   " + "\n   ".join(sorted(failed)))


def _old_convert_(etype, name, module, filter, source=None, *, boundary=None):
    """Makes an enumeration in place of constants of a module; EnumType._convert_ does so now."""
    return etype._convert_(name, module, filter, source, boundary=boundary)
