"""Issuing, filtering and showing warnings.

A filter is (action, message regex or None, category, module regex or None, line or 0); the first
one that fits decides.  What has been shown is remembered in the __warningregistry__ of the module
that the warning points at, with the version of the filters it was decided by.
"""

import sys

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings",
           "simplefilter", "resetwarnings", "catch_warnings", "deprecated"]

_DEPRECATED_MSG = "{name!r} is deprecated and slated for removal in Python {remove}"

defaultaction = "default"
onceregistry = {}
filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
_filters_version = 1
_use_context = False  # the state is the module's, not one for each context


class WarningMessage:
    """One warning that was caught or is to be shown."""

    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category = message, category
        self.filename, self.lineno, self.line = filename, lineno, line
        self.file, self.source = file, source
        self._category_name = getattr(category, "__name__", None) if category else None

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, "
                f"filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}")

    def __repr__(self):
        return f"<{type(self).__qualname__} {self}>"


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Write a warning to a file, standard error by default. A program may put another function
    here.
    """
    _write(WarningMessage(message, category, filename, lineno, file, line))


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning, with its place and source line."""
    return _format(WarningMessage(message, category, filename, lineno, None, line))


_own_showwarning = showwarning
_own_formatwarning = formatwarning


def _format(details):
    text = (f"{details.filename}:{details.lineno}: {details.category.__name__}: "
            f"{details.message}\n")
    line = details.line
    if line is None:
        try:
            import linecache
            line = linecache.getline(details.filename, details.lineno)
        except Exception:
            line = None
    if line:
        text += f"  {line.strip()}\n"
    if details.source is not None:
        text += (f"{details.category.__name__}: Enable tracemalloc to get the object allocation "
                 "traceback\n")
    return text


def _write(details):
    file = details.file
    if file is None:
        file = sys.stderr
        if file is None:
            return  # nowhere to write to: the warning is lost
    # A program may have put its own formatwarning into the module.
    if formatwarning is _own_formatwarning:
        text = _format(details)
    else:
        text = formatwarning(details.message, details.category, details.filename,
                             details.lineno, details.line)
    try:
        file.write(text)
    except OSError:
        pass


def _show(details):
    if showwarning is not _own_showwarning:
        if not callable(showwarning):
            raise TypeError("warnings.showwarning() must be set to a function or method")
        showwarning(details.message, details.category, details.filename, details.lineno,
                    details.file, details.line)
    elif _log is not None:
        _log.append(details)
    else:
        _write(details)


_log = None  # the list of the innermost catch_warnings(record=True)


def _set_module(module):
    """Names the module whose state catch_warnings() changes, for copies under another name."""
    global _this_module
    _this_module = module


_this_module = sys.modules[__name__]


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Add a rule in front of the others, or behind them: what happens to the warnings of a category
    whose message and module match.
    """
    _check_action(action)
    if not isinstance(message, str):
        raise TypeError("message must be a string")
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass")
    if not isinstance(module, str):
        raise TypeError("module must be a string")
    _check_line(lineno)
    if message or module:
        import re
    message = re.compile(message, re.I) if message else None
    module = re.compile(module) if module else None
    _add_filter(action, message, category, module, lineno, append=append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Add a rule in front of the others, or behind them: what happens to the warnings of a
    category.
    """
    _check_action(action)
    _check_line(lineno)
    _add_filter(action, None, category, None, lineno, append=append)


def _check_action(action):
    if action not in {"error", "ignore", "always", "all", "default", "module", "once"}:
        raise ValueError(f"invalid action: {action!r}")


def _check_line(lineno):
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")


def _add_filter(*item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        # Moved to the front if it is there already.
        try:
            filters.remove(item)
        except ValueError:
            pass
        filters.insert(0, item)
    _filters_mutated()


def _get_filters():
    return filters


def _filters_mutated():
    global _filters_version
    _filters_version += 1


def resetwarnings():
    """Forget all rules."""
    del filters[:]
    _filters_mutated()


def _category(message, category):
    if isinstance(message, Warning):
        return message.__class__
    if category is None:
        return UserWarning
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError(
            f"category must be a Warning subclass, not '{type(category).__name__}'")
    return category


def _is_internal(frame):
    # Frames of the import system: a warning about an import should point at the import.
    filename = frame.f_code.co_filename
    return "importlib" in filename and "_bootstrap" in filename


def _outer(frame, prefixes):
    # The next frame outwards that is none of the import machinery, and of none of these files.
    skipped = True
    while skipped and (frame := frame.f_back) is not None:
        skipped = _is_internal(frame) or (
            bool(prefixes) and frame.f_code.co_filename.startswith(prefixes))
    return frame


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Issue a warning for the caller, or for one further out by stacklevel; the rules say what
    happens to it.
    """
    category = _category(message, category)
    if not isinstance(skip_file_prefixes, tuple):
        raise TypeError("skip_file_prefixes must be a tuple of strs.")
    if skip_file_prefixes:
        stacklevel = max(2, stacklevel)
    if type(stacklevel) is not int:
        from operator import index
        stacklevel = index(stacklevel)
    try:
        frame = sys._getframe()  # this function has none of its own
        if stacklevel > 1 and not _is_internal(frame):
            for _ in range(stacklevel - 1):
                frame = _outer(frame, skip_file_prefixes)
                if frame is None:
                    raise ValueError
        elif stacklevel > 1:
            frame = sys._getframe(stacklevel - 1)
    except ValueError:
        namespace, filename, lineno = sys.__dict__, "<sys>", 0
    else:
        namespace = frame.f_globals
        filename = frame.f_code.co_filename
        lineno = frame.f_lineno
    module = namespace.get("__name__", "<string>")
    registry = namespace.setdefault("__warningregistry__", {})
    warn_explicit(message, category, filename, lineno, module, registry, namespace, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    """Issue a warning from a place in the source that is given."""
    lineno = int(lineno)
    if module_globals is not None and not isinstance(module_globals, dict):
        raise TypeError(f"module_globals must be a dict, not '{type(module_globals).__name__}'")
    _issue(message, category, filename, lineno, module, registry, source, None)


def _warn_syntax(message, filename, lineno, line):
    # What the compiler says of code that has not run yet: `line` is the code's, None to look it up.
    _issue(message, SyntaxWarning, filename, lineno, None, None, None, line)


def _warn_deprecated(message):
    # What operations of builtin types say of their use.
    warn(message, DeprecationWarning)


_unawaited_registries = {}


def _warn_unawaited_coroutine(coroutine, filename, lineno):
    # What a collection finds out; the place is where the coroutine was made.
    registry = _unawaited_registries.setdefault(filename, {})
    _issue(f"coroutine '{coroutine.__qualname__}' was never awaited", RuntimeWarning, filename,
           lineno, None, registry, coroutine, None)


def _issue(message, category, filename, lineno, module, registry, source, line):
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    if registry is None:
        registry = {}
    if registry.get("version", 0) != _filters_version:
        registry.clear()
        registry["version"] = _filters_version
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = text, category, lineno
    if registry.get(key):
        return
    action = _action(text, category, module, lineno)
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action == "once":
        registry[key] = 1
        once = text, category
        if onceregistry.get(once):
            return
        onceregistry[once] = 1
    elif action == "module":
        registry[key] = 1
        anywhere = text, category, 0
        if registry.get(anywhere):
            return
        registry[anywhere] = 1
    elif action == "default":
        registry[key] = 1
    elif action not in {"always", "all"}:
        raise RuntimeError(f"Unrecognized action ({action!r}) in warnings.filters:\n {action}")
    _show(WarningMessage(message, category, filename, lineno, line=line, source=source))


def _action(text, category, module, lineno):
    for action, message, kind, where, line in filters:
        if ((message is None or _fits(message, text)) and issubclass(category, kind)
                and (where is None or _fits(where, module)) and (line == 0 or line == lineno)):
            return action
    return defaultaction


def _fits(pattern, text):
    # A filter made by filterwarnings holds a regex, one that stood there from the start a name.
    if isinstance(pattern, str):
        return pattern == text
    return pattern.match(text)


class catch_warnings:
    """What a block does to the rules is undone at its end; record=True collects its warnings in a
    list.
    """

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._module = _this_module if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = []
        if self._record:
            args.append("record=True")
        if self._module is not _this_module:
            args.append(f"module={self._module!r}")
        return f"{type(self).__name__}({', '.join(args)})"

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        module = self._module
        self._saved = module.filters, module.showwarning, module._log
        module.filters = module.filters[:]
        module._filters_mutated()
        log = None
        if self._record:
            log = module._log = []
            # What a program had put here must not get the warnings that are recorded.
            module.showwarning = module._own_showwarning
        if self._filter is not None:
            module.simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        module = self._module
        module.filters, module.showwarning, module._log = self._saved
        module._filters_mutated()


class deprecated:
    """Decorator: type checkers report the use of a function or class, and using it warns, unless
    category is None.
    """

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if isinstance(message, str):
            self.message, self.category, self.stacklevel = message, category, stacklevel
        else:
            raise TypeError("Expected an object of type str for 'message', "
                            f"not {type(message).__name__!r}")

    def __call__(self, arg, /):
        message, category, stacklevel = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = message
            return arg
        if isinstance(arg, type):
            _deprecate_class(arg, message, category, stacklevel)
            return arg
        if not callable(arg):
            raise TypeError("@deprecated decorator with non-None category must be applied to "
                            f"a class or callable, not {arg!r}")
        from functools import wraps

        @wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category=category, stacklevel=stacklevel + 1)
            return arg(*args, **kwargs)

        import inspect
        if inspect.iscoroutinefunction(arg):
            wrapper = inspect.markcoroutinefunction(wrapper)
        arg.__deprecated__ = wrapper.__deprecated__ = message
        return wrapper


def _deprecate_class(cls, message, category, stacklevel):
    from functools import wraps
    original_new = cls.__new__

    @wraps(original_new)
    def __new__(kind, /, *args, **kwargs):
        if kind is cls:
            warn(message, category=category, stacklevel=stacklevel + 1)
        if original_new is object.__new__:
            # It refuses arguments only where no __init__ takes them.
            if (args or kwargs) and kind.__init__ is object.__init__:
                raise TypeError(f"{kind.__name__}() takes no arguments")
            args, kwargs = (), {}
        return original_new(kind, *args, **kwargs)

    cls.__new__ = staticmethod(__new__)
    if "__init_subclass__" in cls.__dict__:
        # Its own one, a classmethod: wrapped as such.
        original = cls.__init_subclass__.__func__

        @wraps(original)
        def __init_subclass__(*args, **kwargs):
            warn(message, category=category, stacklevel=stacklevel + 1)
            return original(*args, **kwargs)

        cls.__init_subclass__ = classmethod(__init_subclass__)
    else:
        inherited = cls.__init_subclass__

        @wraps(inherited)
        def __init_subclass__(kind, *args, **kwargs):
            warn(message, category=category, stacklevel=stacklevel + 1)
            return super(cls, kind).__init_subclass__(*args, **kwargs)

        cls.__init_subclass__ = classmethod(__init_subclass__)
    cls.__deprecated__ = __new__.__deprecated__ = message
    __init_subclass__.__deprecated__ = message


def _deprecated(name, message=_DEPRECATED_MSG, *, remove, _version=sys.version_info):
    """Warns of what will be removed in a version of Python; raises when that version has come."""
    text = f"{remove[0]}.{remove[1]}"
    if _version[:2] > remove or (_version[:2] == remove and _version[3] != "alpha"):
        raise RuntimeError(f"{name!r} was slated for removal after Python {text} alpha")
    warn(message.format(name=name, remove=text), DeprecationWarning, stacklevel=3)
