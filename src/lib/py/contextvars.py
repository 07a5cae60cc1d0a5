"""Context variables (PEP 567): a Context is a mapping from variables to values; the current one is
switched by Context.run."""

__all__ = ("Context", "ContextVar", "Token", "copy_context")

_MISSING = object()


class Token:
    """What ContextVar.set() gives, for reset()."""

    MISSING = _MISSING
    __slots__ = ("_context", "_var", "_old", "_used", "__weakref__")

    def __init__(self, context, var, old):
        self._context, self._var, self._old, self._used = context, var, old, False

    @property
    def var(self):
        """The variable that was set."""
        return self._var

    @property
    def old_value(self):
        """The value before, or Token.MISSING."""
        return self._old

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self._var.reset(self)

    def __repr__(self):
        used = " used" if self._used else ""
        return f"<Token{used} var={self._var!r} at {id(self):#x}>"


class ContextVar:
    """A variable with a value in each context: in each task, for one."""

    __slots__ = ("_name", "_default", "__weakref__")

    def __init__(self, name, *, default=_MISSING):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self._name, self._default = name, default

    @property
    def name(self):
        """The name."""
        return self._name

    def get(self, default=_MISSING, /):
        """The value in the current context, else the default given here or to the variable;
        LookupError if there is none.
        """
        value = _current[0]._data.get(self, _MISSING)
        if value is not _MISSING:
            return value
        if default is not _MISSING:
            return default
        if self._default is not _MISSING:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        """Set the value in the current context; the result undoes that."""
        context = _current[0]
        token = Token(context, self, context._data.get(self, _MISSING))
        context._own()[self] = value
        return token

    def reset(self, token, /):
        """Give the variable back the value it had before set() gave this token."""
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token._var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        if token._context is not _current[0]:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        if token._old is _MISSING:
            del token._context._own()[self]
        else:
            token._context._own()[self] = token._old

    def __class_getitem__(cls, item):
        return cls

    def __repr__(self):
        default = "" if self._default is _MISSING else f" default={self._default!r}"
        return f"<ContextVar name={self._name!r}{default} at {id(self):#x}>"


_nothing = {}  # never changed


class Context:
    """The values of variables: of those that were set. It can be looked up in like a dictionary."""

    # Copies share the dict until one of them changes it.
    __slots__ = ("_data", "_shared", "_entered", "__weakref__")

    def __init__(self):
        self._data = _nothing
        self._shared = True
        self._entered = False

    def _own(self):
        if self._shared:
            self._data = dict(self._data)
            self._shared = False
        return self._data

    def run(self, callable, /, *args, **kwargs):
        """Call a function with this as the current context."""
        if self._entered:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        before, self._entered = _current[0], True
        _current[0] = self
        try:
            return callable(*args, **kwargs)
        finally:
            _current[0], self._entered = before, False

    def copy(self):
        """Another context with the same values."""
        new = Context()
        new._data = self._data
        self._shared = True
        return new

    def get(self, var, default=None, /):
        """The value of a variable, or the default."""
        return self._data.get(var, default)

    def __getitem__(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError(f"a ContextVar key was expected, got {var!r}")
        return self._data[var]

    def __contains__(self, var):
        return var in self._data

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)

    def __eq__(self, other):
        if not isinstance(other, Context):
            return NotImplemented
        return self._data == other._data

    __hash__ = None

    def keys(self):
        """The variables."""
        return self._data.keys()

    def values(self):
        """The values."""
        return self._data.values()

    def items(self):
        """The variables with their values."""
        return self._data.items()


_current = [Context()]


def copy_context():
    """A copy of the current context."""
    context = _current[0]
    new = Context()
    new._data = context._data
    context._shared = True
    return new
