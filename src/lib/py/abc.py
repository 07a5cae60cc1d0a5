"""Abstract base classes.

An ABCMeta class answers isinstance and issubclass from, in this order: its cache, its
__subclasshook__, its real subclasses, and classes registered with it or with its subclasses.

What one ABC knows is an _AbcData in its `_abc_impl`.  Classes are held by weak references, under
their id, which no other object gets later.  A refusal is only true until some class is registered
somewhere: `_generation` counts registrations, and a set of refusals from an older generation is
thrown away.

The machine looks into an _AbcData before it calls a hook of ABCMeta: see abc_cache.c for what it
relies on.
"""

from _abc_cache import known_instance as _known_instance, known_subclass as _known_subclass
from _weakref import ref as _ref

_generation = [0]  # one list, in every _AbcData
_id = id
_hash = type.__hash__
_HEAPTYPE = 1 << 9
_PATTERN_FLAGS = 1 << 5 | 1 << 6


def abstractmethod(funcobj):
    """Decorator: a class is abstract until the method is overridden."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """Class methods that are abstract; classmethod over abstractmethod does the same."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """Static methods that are abstract; staticmethod over abstractmethod does the same."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """Properties that are abstract; property over abstractmethod does the same."""

    __isabstractmethod__ = True


class _AbcData:
    __slots__ = ("yes", "no", "generation", "counter", "registry")

    def __init__(self):
        self.yes = {}
        self.no = {}
        self.generation = _generation[0]
        self.counter = _generation
        self.registry = {}


def _key(cls):
    # A class whose metaclass brings a hash is told from others by that.
    return _id(cls) if type(cls).__hash__ is _hash else _ref(cls)


def _remember(table, cls):
    # Dead references are swept when a table has doubled since it was last clean; a table of
    # 64 or fewer is not worth it.
    size = len(table)
    if size >= 64 and size & (size - 1) == 0:
        for key in [key for key, held in table.items() if held() is None]:
            del table[key]
    table[_key(cls)] = _ref(cls)


def _abstract_names(cls, bases, namespace):
    names = {name for name, value in namespace if getattr(value, "__isabstractmethod__", False)}
    for base in bases:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names)


class ABCMeta(type):
    """The class of abstract base classes: they may have methods that a subclass has to bring, and
    may count other classes as subclasses.
    """

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, bases, list(namespace.items()))
        cls._abc_impl = _AbcData()
        return cls

    def register(cls, subclass):
        """Count a class as a subclass; it is returned."""
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        _remember(cls._abc_impl.registry, subclass)
        _generation[0] += 1
        patterns = cls.__flags__ & _PATTERN_FLAGS
        if patterns and subclass.__flags__ & _HEAPTYPE:
            type.__setattr__(subclass, "__abc_tpflags__", patterns)  # sequence or mapping patterns
        return subclass

    def __instancecheck__(cls, instance):
        """What isinstance() asks."""
        known = _known_instance(cls, instance)
        if known is not None:
            return known
        subclass = instance.__class__
        kind = type(instance)
        data = cls._abc_impl
        if isinstance(subclass, type):
            key = _key(subclass)
            if key in data.yes:
                return True
        if kind is subclass:
            if data.generation == _generation[0] and key in data.no:
                return False
            return cls.__subclasscheck__(subclass)
        return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(kind)

    def __subclasscheck__(cls, subclass):
        """What issubclass() asks."""
        known = _known_subclass(cls, subclass)
        if known is not None:
            return known
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        data = cls._abc_impl
        key = _key(subclass)
        if key in data.yes:
            return True
        if data.generation != _generation[0]:
            data.no = {}
            data.generation = _generation[0]
        elif key in data.no:
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            if key in data.registry and cls not in subclass.__mro__:
                return True  # without being remembered: the hook is asked each time
            answer = _derived(cls, subclass, data)
        elif answer is not True and answer is not False:
            raise AssertionError(
                "__subclasshook__ must return either False, True, or NotImplemented")
        _remember(data.yes if answer else data.no, subclass)
        return answer


def _derived(cls, subclass, data):
    if cls in getattr(subclass, "__mro__", ()):
        return True
    # Both lists are copied: a hook that runs in between may register or create classes.
    for reference in list(data.registry.values()):
        registered = reference()
        if registered is not None and issubclass(subclass, registered):
            return True
    for child in cls.__subclasses__():
        if issubclass(subclass, child):
            return True
    return False


def update_abstractmethods(cls):
    """Look again which methods of a class are abstract, after it got some, and return it."""
    if hasattr(cls, "__abstractmethods__"):
        cls.__abstractmethods__ = _abstract_names(cls, cls.__bases__, list(cls.__dict__.items()))
    return cls


def get_cache_token():
    """A number that changes when a class is registered somewhere."""
    return _generation[0]


class ABC(metaclass=ABCMeta):
    """The base for abstract classes, for those who do not want to name the metaclass."""

    __slots__ = ()
