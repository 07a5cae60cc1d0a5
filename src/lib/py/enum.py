"""Enumerations.

A class body is collected in an EnumDict, which knows the names that are members.  EnumType.__new__
takes these out of the namespace, makes the class, and in between, before __init_subclass__ runs, a
_MemberMaker in the namespace gets its __set_name__ call and makes the members.  A member is an
ordinary attribute of its class, unless an inherited descriptor has the same name: then an
enum.property stands there, which is the member on the class and the old attribute on members.
"""

import sys
import builtins as _builtins
from types import DynamicClassAttribute, MappingProxyType

from _enum_base import (
    EnumDict, _allowed_sunders, _auto_null, _EnumDict, _is_descriptor, _is_dunder,
    _is_internal_class, _is_private, _is_single_bit, _is_sunder, _iter_bits_lsb,
    _make_class_unpicklable, _NameProperty, _ValueProperty, auto, bin, member, nonmember,
    property, show_flag_values)

__all__ = [
    "EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag",
    "ReprEnum", "auto", "unique", "property", "verify", "member", "nonmember", "FlagBoundary",
    "STRICT", "CONFORM", "EJECT", "KEEP", "global_flag_repr", "global_enum_repr", "global_str",
    "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE", "pickle_by_global_name",
    "pickle_by_enum_name",
]

# They are asked about before they exist: by the making of the first of them.
Enum = Flag = ReprEnum = EJECT = KEEP = None


class _MemberMaker:
    # In the namespace of a class in the making; __set_name__ comes when the class exists, and
    # before its __init_subclass__ is called.
    def __init__(self, values):
        self.values = values

    def __set_name__(self, enum_class, own_name):
        type.__delattr__(enum_class, own_name)
        for name, value in self.values.items():
            _make_member(enum_class, name, value)


def _make_member(enum_class, name, value):
    args = value if isinstance(value, tuple) else (value,)
    if enum_class._member_type_ is tuple:
        args = (args,)  # one argument of tuple(), whatever its length
    if enum_class._use_args_:
        new = enum_class._new_member_(enum_class, *args)
    else:
        new = enum_class._new_member_(enum_class)
    if not hasattr(new, "_value_"):
        if enum_class._member_type_ is object:
            new._value_ = value
        else:
            try:
                new._value_ = enum_class._member_type_(*args)
            except Exception as error:
                raise TypeError("_value_ not set in __new__, unable to create it") from error
    value = new._value_
    new._name_ = name
    new.__objclass__ = enum_class
    new.__init__(*args)
    new._sort_order_ = len(enum_class._member_names_)
    is_flag = Flag is not None and issubclass(enum_class, Flag)

    # The same value again makes no member, but another name for the first one.
    original = None
    try:
        original = enum_class._value2member_map_.get(value)
    except TypeError:
        for other in enum_class._member_map_.values():
            if other._value_ == value:
                original = other
                break
    if original is not None:
        new = original
    elif not is_flag or (isinstance(value, int) and _is_single_bit(value)):
        # A flag of no or several bits is a name only, and not met when iterating.
        enum_class._member_names_.append(name)
    elif enum_class._member_type_ not in (object, int) and not isinstance(value, int):
        enum_class._member_names_.append(name)
    enum_class._add_member_(name, new)
    _remember_value(enum_class, name, value, new)


def _remember_value(enum_class, name, value, member):
    try:
        enum_class._value2member_map_.setdefault(value, member)
        if value not in enum_class._hashable_values_:
            enum_class._hashable_values_.append(value)
    except TypeError:
        enum_class._unhashable_values_.append(value)
        enum_class._unhashable_values_map_.setdefault(name, []).append(value)


_CLASS_NAMES = ("__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__",
                "__members__", "__module__", "__name__", "__qualname__")


def _data_type_of(kind):
    # A data type has its own __new__ (or is a dataclass), or a base class that has; it is the
    # first class of those that lead to that base.
    first = None
    for base in kind.__mro__:
        if isinstance(base, EnumType):
            if base._member_type_ is not object:
                return base._member_type_
        elif base is not object:
            first = first or base
            if "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                return first
    return None


def _pairs(names, generate, start):
    # (name, value) of the members that the functional API was given.
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
        values = []
        for count, name in enumerate(names):
            values.append(generate(name, start, count, values[:]))
        return zip(names, values)
    return [(item, names[item]) if isinstance(item, str) else item
            for item in (() if names is None else names)]


class EnumType(type):
    """The class of enumerations: it makes the names of a class body members."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        _, parent = metacls._get_mixins_(cls, bases)
        body = EnumDict(cls)
        # The body may call for values, so the way to make them has to be known in it.
        if parent is not None:
            body.__setitem__("_generate_next_value_",
                             getattr(parent, "_generate_next_value_", None))
        return body

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        classdict.setdefault("_ignore_", []).append("_ignore_")
        for key in classdict["_ignore_"]:
            classdict.pop(key, None)
        names = list(classdict._member_names)
        invalid = [name for name in names if name in ("mro", "")]
        if invalid:
            raise ValueError(
                f"invalid enum member name(s) {','.join(repr(name) for name in invalid)}")
        order = classdict.pop("_order_", None)
        generate = classdict.get("_generate_next_value_")
        if generate is not None and type(generate) is not staticmethod:
            dict.__setitem__(classdict, "_generate_next_value_", staticmethod(generate))
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)

        namespace = dict(classdict)
        values = {}
        for name in names:
            if name in namespace:
                values[name] = namespace.pop(name)
        namespace.update(
            _new_member_=new, _use_args_=namespace.get("_use_args_", use_args),
            _member_names_=[], _member_map_={}, _value2member_map_={}, _hashable_values_=[],
            _unhashable_values_=[], _unhashable_values_map_={}, _member_type_=member_type,
            _value_repr_=metacls._find_data_repr_(cls, bases),
            _boundary_=boundary or getattr(first_enum, "_boundary_", None),
            _flag_mask_=0, _singles_mask_=0, _all_bits_=0, _inverted_=None)
        own_names = set(namespace)
        # While the members are made, __new__ is the one of the data type or the user's.
        namespace[f"_{cls}__in_progress"] = True
        if values:
            namespace["_member_maker_"] = _MemberMaker(values)
        # All that the members' making asks the class for has to hold by then.
        try:
            enum_class = super().__new__(metacls, cls, bases, namespace, **kwds)
        except Exception as error:
            # The note about __set_name__ tells of something nobody wrote.
            if hasattr(error, "__notes__"):
                del error.__notes__
            raise
        type.__delattr__(enum_class, f"_{cls}__in_progress")
        metacls._set_methods(enum_class, own_names, bases, member_type, first_enum)
        if Enum is not None:
            if save_new:
                enum_class.__new_member__ = new
            enum_class.__new__ = Enum.__new__
        if order is not None:
            if isinstance(order, str):
                order = order.replace(",", " ").split()
        if Flag is not None and issubclass(enum_class, Flag):
            metacls._set_masks(enum_class)
            if order:
                order = [name for name in order
                         if name not in enum_class._member_map_
                         or (name in enum_class._member_names_)]
        elif order:
            order = [name for name in order
                     if name not in enum_class._member_map_ or name in enum_class._member_names_]
        if order is not None and order != enum_class._member_names_:
            raise TypeError("member order does not match _order_:\n"
                            f"  {enum_class._member_names_!r}\n  {order!r}")
        return enum_class

    def __init__(cls, *args, **kwds):
        pass

    @staticmethod
    def _set_methods(enum_class, own_names, bases, member_type, first_enum):
        # Methods that the data type would contribute, but for which Enum's should win.
        for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
            if name not in own_names:
                found = getattr(enum_class, name)
                if found in (getattr(member_type, name), getattr(object, name)):
                    setattr(enum_class, name, getattr(first_enum, name))
        if ReprEnum is not None and ReprEnum in bases:
            if member_type is object:
                raise TypeError("ReprEnum subclasses must be mixed with a data type (i.e."
                                " int, str, float, etc.)")
            if "__format__" not in own_names:
                enum_class.__format__ = member_type.__format__
            if "__str__" not in own_names:
                method = member_type.__str__
                if method is object.__str__:
                    method = member_type.__repr__
                enum_class.__str__ = method
        if Flag is not None and issubclass(enum_class, Flag):
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__",
                         "__invert__"):
                if name not in own_names:
                    setattr(enum_class, name, getattr(Flag, name))

    @staticmethod
    def _set_masks(enum_class):
        singles = several = 0
        for flag in enum_class._member_map_.values():
            value = flag._value_
            if not isinstance(value, int):
                continue  # of its own __new__
            if _is_single_bit(value):
                singles |= value
            elif value > 0:
                several |= value
        mask = singles | several
        enum_class._flag_mask_ = mask
        enum_class._singles_mask_ = singles
        enum_class._all_bits_ = 2 ** mask.bit_length() - 1
        values = [flag._value_ for flag in enum_class if isinstance(flag._value_, int)]
        if values != sorted(values):
            enum_class._iter_member_ = enum_class._iter_member_by_def_

    def __bool__(cls):
        """An enumeration is true, with members or without."""
        return True

    def __call__(cls, value, names=_auto_null, *values, module=None, qualname=None, type=None,
                 start=1, boundary=None):
        """The member with a value; of a class without members, a new enumeration.

        Color(3) looks up; Enum("Color", "RED GREEN BLUE") makes one with these names.
        """
        one_argument = names is _auto_null
        if cls._member_map_:
            return cls.__new__(cls, value if one_argument else (value, names, *values))
        if not one_argument:
            return cls._create_(value, names, module=module, qualname=qualname, type=type,
                                start=start, boundary=boundary)
        if type is None:
            raise TypeError(f"{cls} has no members; specify `names=()` if you meant to create a "
                            "new, empty, enum")
        return cls._create_(value, None, module=module, qualname=qualname, type=type, start=start,
                            boundary=boundary)

    def __contains__(cls, value):
        """Whether it is a member, or the value of one."""
        if isinstance(value, cls):
            return True
        if not issubclass(cls, Flag):
            return value in cls._unhashable_values_ or value in cls._hashable_values_
        try:
            found = cls._missing_(value)
        except ValueError:
            return False
        return isinstance(found, cls)

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __dir__(cls):
        shown = {*cls._member_names_, *_CLASS_NAMES}
        if cls._member_type_ is not object:
            shown |= {*dir(cls._member_type_)}
        for name, changed in (
                ("__new__", cls._new_member_ is not object.__new__),
                ("__init_subclass__", cls.__init_subclass__ is not object.__init_subclass__)):
            if changed:
                shown.add(name)
        return sorted(shown)

    def __getitem__(cls, name):
        """The member with a name."""
        return cls._member_map_[name]

    def __iter__(cls):
        """The members in the order of their definition."""
        members = cls._member_map_
        return (members[name] for name in cls._member_names_)

    def __len__(cls):
        """How many members there are; other names for one do not count."""
        return len(cls._member_names_)

    @_builtins.property
    def __members__(cls):
        """The members by name, read-only; also by their other names."""
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return f"<flag {cls.__name__!r}>"
        return f"<enum {cls.__name__!r}>"

    def __reversed__(cls):
        """The members in the reverse order of their definition."""
        members = cls._member_map_
        return (members[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        """Members cannot be replaced."""
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        """Makes an enumeration of names, or of names and values."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        _, first_enum = cls._get_mixins_(class_name, bases)
        classdict = metacls.__prepare__(class_name, bases)
        for name, value in list(_pairs(names, first_enum._generate_next_value_, start)):
            classdict[name] = value
        if module is None:
            try:
                module = sys._getframemodulename(2)
            except AttributeError:
                pass
        if module is None:
            _make_class_unpicklable(classdict)
        else:
            classdict["__module__"] = module
        if qualname is not None:
            classdict["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """Turn those constants of a module for whose names filter() is true into an enumeration."""
        namespace = vars(sys.modules[module])
        constants = [(key, value) for key, value in (vars(source) if source else namespace).items()
                     if filter(key)]
        try:
            constants.sort(key=lambda item: item[::-1])
        except TypeError:
            constants.sort(key=lambda item: item[0])  # values without an order
        plain = type(name, (object,), {**dict(constants), "__module__": module})
        made = _simple_enum(etype=cls, boundary=boundary or KEEP)(plain)
        if as_global:
            global_enum(made)
        else:
            vars(sys.modules[made.__module__]).update(made.__members__)
        namespace[name] = made
        return made

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        # The data type of the members, and the enumeration that is inherited from.
        if not bases:
            return object, Enum
        if isinstance(bases[-1], EnumType):
            return mcls._find_data_type_(class_name, bases) or object, bases[-1]
        raise TypeError("new enumerations should be created as "
                        "`EnumName([mixin_type, ...] [data_type,] enum_type)`")

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for base in [base for chain in bases for base in chain.__mro__ if base is not object]:
            if isinstance(base, EnumType):
                return base._value_repr_
            own = vars(base)
            if "__repr__" in own:
                params = own.get("__dataclass_params__")
                generated = "__dataclass_fields__" in own and params and params.repr
                return _dataclass_repr if generated else own["__repr__"]
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        found = {_data_type_of(base) for base in bases} - {None}
        if len(found) > 1:
            raise TypeError(f"too many data types for {class_name!r}: {found!r}")
        return found.pop() if found else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """The __new__ that makes the members; whether it is the class's own, so has to be kept; and
        whether it takes the value as arguments.
        """
        new = classdict.get("__new__")
        save_new = first_enum is not None and new is not None
        if new is None:
            plain = {None, None.__new__, object.__new__, getattr(Enum, "__new__", None)}
            new = object.__new__
            for method in ("__new_member__", "__new__"):
                found = [getattr(possible, method, None) for possible in (member_type, first_enum)]
                found = [target for target in found if target not in plain]
                if found:
                    new = found[0]
                    break
        use_args = first_enum is not None and new is not object.__new__ and not (
            Enum is not None and new is Enum.__new__)
        return new, save_new, use_args

    def _add_member_(cls, name, member):
        known = cls._member_map_.get(name)
        if known is not None:
            if known is not member:
                raise NameError(f"{name!r} is already bound: {known!r}")
            return
        # An attribute of the same name in a base class has to stay reachable on members.
        descriptor = owner = None
        plain = False
        for base in cls.__mro__[1:]:
            attr = base.__dict__.get(name)
            if attr is None:
                continue
            if isinstance(attr, (property, DynamicClassAttribute)):
                descriptor, owner, plain = attr, base, False
                break
            if _is_descriptor(attr):
                descriptor = attr
                owner = owner or base
            else:
                owner, plain = base, True
        if descriptor is None:
            type.__setattr__(cls, name, member)
        else:
            redirect = property()
            redirect.member = member
            redirect.__set_name__(cls, name)
            if plain:
                redirect._attr_owner = owner
            else:
                redirect.fget = (getattr(descriptor, "fget", None)
                                 or getattr(descriptor, "__get__", None))
                redirect.fset = (getattr(descriptor, "fset", None)
                                 or getattr(descriptor, "__set__", None))
                redirect.fdel = (getattr(descriptor, "fdel", None)
                                 or getattr(descriptor, "__delete__", None))
            type.__setattr__(cls, name, redirect)
        cls._member_map_[name] = member

    @_builtins.property
    def __signature__(cls):
        from inspect import Parameter, Signature
        if cls._member_names_:
            return Signature([Parameter("values", Parameter.VAR_POSITIONAL)])
        return Signature([Parameter("new_class_name", Parameter.POSITIONAL_ONLY),
                          Parameter("names", Parameter.POSITIONAL_OR_KEYWORD),
                          *[Parameter(name, Parameter.KEYWORD_ONLY, default=default)
                            for name, default in (("module", None), ("qualname", None),
                                                  ("type", None), ("start", 1),
                                                  ("boundary", None))]])


EnumMeta = EnumType  # the name before 3.11


def _dataclass_repr(self):
    fields = self.__dataclass_fields__
    return ", ".join(f"{key}={getattr(self, key)!r}" for key, field in fields.items()
                     if field.repr)


class Enum(metaclass=EnumType):
    """The base of enumerations: the names in the body of a class become members, which are there
    once and never change.
    """

    def __new__(cls, value):
        # Looks a member up; the members themselves were made by _new_member_.
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            # Unhashable: compared one by one.
            named = [name for name, values in cls._unhashable_values_map_.items()
                     if value in values]
            named += [name for name, member in cls._member_map_.items() if value == member._value_]
            if named:
                return cls[named[0]]
        if cls._member_map_:
            return cls._not_found(value)
        if getattr(cls, f"_{cls.__name__}__in_progress", False):
            raise TypeError("do not use `super().__new__; call the appropriate __new__ "
                            "directly") from None
        raise TypeError(f"{cls!r} has no members defined")

    @classmethod
    def _not_found(cls, value):
        # _missing_ has the last word; what it gives has to be a member.
        member = trouble = None
        try:
            member = cls._missing_(value)
        except Exception as error:
            trouble = error
        if isinstance(member, cls):
            return member
        if (isinstance(member, int) and Flag is not None and issubclass(cls, Flag)
                and cls._boundary_ is EJECT):
            return member
        invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        try:
            if trouble is None and member is None:
                raise invalid
            if trouble is None:
                trouble = TypeError(f"error in {cls.__name__}._missing_: returned {member!r} "
                                    "instead of None or a valid member")
            if not isinstance(trouble, ValueError):
                trouble.__context__ = invalid
            raise trouble
        finally:
            trouble = invalid = None  # no cycles through the traceback

    def __init__(self, *args, **kwds):
        pass

    def _add_alias_(self, name):
        self.__class__._add_member_(name, self)

    def _add_value_alias_(self, value):
        cls = self.__class__
        try:
            known = cls._value2member_map_.get(value)
        except TypeError:
            known = next((member for member in cls._member_map_.values()
                          if member._value_ == value), None)
        if known is not None:
            if known is not self:
                raise ValueError(f"{value!r} is already bound: {known!r}")
            return
        # __new__ may call this, when the member has no name yet.
        _remember_value(cls, getattr(self, "_name_", None), value, self)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): one more than the greatest so far, or start."""
        if not last_values:
            return start
        trouble = "unable to sort non-numeric values"
        try:
            greatest = max(last_values)
            trouble = f"unable to increment {greatest!r}"
            return greatest + 1
        except TypeError:
            raise TypeError(trouble) from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        value_repr = self.__class__._value_repr_ or repr
        return f"<{self.__class__.__name__}.{self._name_}: {value_repr(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __dir__(self):
        """What a member shows: its own attributes and those of its class that are public."""
        cls = self.__class__
        names = {"__class__", "__doc__", "__eq__", "__hash__", "__module__"}
        if cls._member_type_ is not object:
            names.update(object.__dir__(self))
        members = cls._member_map_
        for name in getattr(self, "__dict__", ()):
            if name[0] != "_" and name not in members:
                names.add(name)
        for base in cls.mro():
            for name, obj in base.__dict__.items():
                if name[0] == "_":
                    continue
                if isinstance(obj, property) and (obj.fget is not None or name not in members):
                    names.add(name)
                elif isinstance(obj, property):
                    names.discard(name)
                elif name not in members:
                    names.add(name)
        return sorted(names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    # Not builtin properties, as members may be called `name` or `value`.

    @_NameProperty
    def name(self):
        """The name of the member."""
        return self._name_

    @_ValueProperty
    def value(self):
        """The value of the member."""
        return self._value_


class ReprEnum(Enum):
    """Enumerations whose members have the repr of enumerations, and all else of their data type."""


class IntEnum(int, ReprEnum):
    """Enumerations whose members are integers."""


class StrEnum(str, ReprEnum):
    """Enumerations whose members are texts."""

    def __new__(cls, *values):
        """The arguments are those of str(), all of them texts."""
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        trouble = ("{!r} is not a string" if len(values) == 1 else None,
                   "encoding must be a string, not {!r}", "errors must be a string, not {!r}")
        for given, complaint in zip(values, trouble):
            if complaint and not isinstance(given, str):
                raise TypeError(complaint.format(given))
        member = str.__new__(cls, text := str(*values))
        member._value_ = text
        return member

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): the name in lower case."""
        return name.lower()


def pickle_by_global_name(self, proto):
    """For __reduce_ex__ of members that are pickled as names of their module."""
    return self.name


_reduce_ex_by_global_name = pickle_by_global_name


def pickle_by_enum_name(self, proto):
    """For __reduce_ex__ of members that are pickled by class and name."""
    return getattr, (self.__class__, self._name_)


class FlagBoundary(StrEnum):
    """What happens to bits that are no flag: STRICT refuses them, CONFORM drops them, EJECT gives
    an int, KEEP keeps them.
    """

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """Enumerations whose members can be combined by | & ^ ~."""

    _numeric_repr_ = repr

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): the next power of 2."""
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 1 << last.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {last!r}") from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        """The flags that are in a value, by their bits."""
        for bit in _iter_bits_lsb(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        """The flags that are in a value, in the order of their definition."""
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _missing_(cls, value):
        """Return a member, or a composite made of several, for a value that has none yet."""
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask, singles, all_bits = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
        boundary = cls._boundary_
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if boundary is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f"{cls!r} invalid value {value!r}\n    given "
                                 f"{bin(value, width)}\n  allowed {bin(mask, width)}")
            if boundary is CONFORM:
                value &= mask
            elif boundary is EJECT:
                return value
            elif boundary is KEEP:
                if value < 0:
                    value += max(all_bits + 1, 2 ** value.bit_length())
            else:
                raise ValueError(f"{cls!r} unknown flag boundary {boundary!r}")
        negative = None
        if value < 0:
            negative = value
            value = all_bits + 1 + value if boundary in (EJECT, KEEP) else singles & value
        unknown = value & ~mask
        if unknown and boundary is not KEEP:
            raise ValueError(f"{cls.__name__}({value!r}) --> unknown values {unknown!r} "
                             f"[{bin(unknown)}]")
        if cls._member_type_ is object:
            new = object.__new__(cls)
        else:
            new = cls._member_type_.__new__(cls, value)
        if not hasattr(new, "_value_"):
            new._value_ = value
        new._name_ = cls._compose_name(value)
        new = cls._value2member_map_.setdefault(value, new)
        if negative is not None:
            cls._value2member_map_[negative] = new
        return new

    @classmethod
    def _compose_name(cls, value):
        # "A|B" for a composite, with a number for bits that have no name; None if there is none.
        if not value:
            return None
        members = list(cls._iter_member_(value & cls._singles_mask_))
        combined = 0
        for m in members:
            combined |= m._value_
        if value & ~cls._singles_mask_:
            for m in cls._member_map_.values():
                if m not in members and m._value_ and m._value_ & value == m._value_:
                    members.append(m)
                    combined |= m._value_
        if not combined:
            return None
        unknown = value ^ combined
        name = "|".join([m._name_ for m in members])
        if unknown:
            if cls._boundary_ is STRICT:
                raise ValueError(f"{cls!r}: no members with value {unknown!r}")
            name += f"|{cls._numeric_repr_(unknown)}"
        return name

    def __contains__(self, other):
        """Whether all the flags of the other one are set."""
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': "
                            f"{type(other).__qualname__!r} and {self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        """The flags that are set."""
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        name = self.__class__.__name__
        value = (self.__class__._value_repr_ or repr)(self._value_)
        return f"<{name}: {value}>" if self._name_ is None else f"<{name}.{self._name_}: {value}>"

    def __str__(self):
        name = self.__class__.__name__
        return f"{name}({self._value_!r})" if self._name_ is None else f"{name}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, type(self)):
            return flag._value_
        kind = self._member_type_
        return flag if kind is not object and isinstance(flag, kind) else NotImplemented

    def _operand(self, other, symbol):
        value = self._get_value(other)
        if value is not NotImplemented:
            for flag in (self, other):
                if self._get_value(flag) is None:
                    raise TypeError(f"'{flag}' cannot be combined with other flags with {symbol}")
        return value

    def __or__(self, other):
        value = self._operand(other, "|")
        if value is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._operand(other, "&")
        if value is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._operand(other, "^")
        if value is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._get_value(self) is None:
            raise TypeError(f"'{self}' cannot be inverted")
        if self._inverted_ is None:
            others = ~self._value_
            if self._boundary_ not in (EJECT, KEEP):
                others &= self._singles_mask_  # only what is a flag
            self._inverted_ = type(self)(others)
        return self._inverted_

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are integers."""


def unique(enumeration):
    """Decorator: an enumeration with two names for one value is refused."""
    duplicates = [(name, member.name) for name, member in enumeration.__members__.items()
                  if name != member.name]
    if duplicates:
        details = ", ".join([f"{alias} -> {name}" for alias, name in duplicates])
        raise ValueError(f"duplicate values found in {enumeration!r}: {details}")
    return enumeration


from _enum_tools import (  # noqa: they need the classes above
    CONTINUOUS, NAMED_FLAGS, UNIQUE, EnumCheck, _simple_enum, _test_simple_enum, global_enum,
    global_enum_repr, global_flag_repr, global_str, verify, _old_convert_)
