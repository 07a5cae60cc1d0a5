"""Objects that stand for others in a test, and remember how they were used."""
import inspect
import types

from unittest._mock_calls import ANY, DEFAULT, CallList, _Call, call, sentinel, shown_call
from unittest._mock_patch import patch

__all__ = ("Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec",
           "AsyncMock", "FILTER_DIR", "NonCallableMock", "NonCallableMagicMock", "mock_open",
           "PropertyMock", "seal")

FILTER_DIR = True
_DELETED = object()


class InvalidSpecError(Exception):
    """A mock was given as the spec of another."""


class _State:
    """All that a mock knows of itself; beside it stand the attributes that were set."""

    def __init__(self, name, parent, new_name, new_parent, wraps, unsafe):
        self.name, self.parent, self.new_name, self.new_parent = name, parent, new_name, new_parent
        self.wraps, self.unsafe, self.sealed = wraps, unsafe, False
        self.delegate = None  # the function that stands for it
        self.spec_class = self.spec_names = self.signature = None
        self.strict = False
        self.asynchronous = ()  # names of attributes that are coroutine functions in the spec
        self.children = {}
        self.return_value = DEFAULT
        self.default = None  # computes the result while no return value is set
        self.side_effect = None
        self.forget()

    def forget(self):
        self.called, self.call_count, self.call_args = False, 0, None
        self.await_count, self.await_args, self.await_args_list = 0, None, CallList()
        self.call_args_list, self.method_calls, self.mock_calls = CallList(), CallList(), CallList()


def _state(mock):
    return mock.__dict__["_mock_state"]


def _remembered(name, doc=None):
    def get(self):
        return getattr(_state(self), name)

    def set(self, value):
        setattr(_state(self), name, value)
    return property(get, set, doc=doc)


def _is_dunder(name):
    return len(name) > 4 and name.startswith("__") and name.endswith("__")


_MISSPELT = "assert", "assret", "asert", "aseert", "assrt"


class NonCallableMock:
    """A mock that cannot be called."""

    def __new__(cls, /, *args, **kwargs):
        # A class of its own, so that special methods and properties can be set on it alone.
        return object.__new__(type(cls.__name__, (cls,), {"__doc__": cls.__doc__}))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _new_name="",
                 _new_parent=None, unsafe=False, **kwargs):
        new_parent = parent if _new_parent is None else _new_parent
        self.__dict__["_mock_state"] = _State(name, parent, _new_name, new_parent, wraps, unsafe)
        self.mock_add_spec(spec_set if spec_set is not None else spec, spec_set is not None)
        if kwargs:
            self.configure_mock(**kwargs)

    called = _remembered("called")
    call_count = _remembered("call_count")
    call_args = _remembered("call_args")
    call_args_list = _remembered("call_args_list")
    method_calls = _remembered("method_calls")
    mock_calls = _remembered("mock_calls")

    # ---- what it stands for ----

    def mock_add_spec(self, spec, spec_set=False):
        """Allow only the attributes of an object, or those of a list of names."""
        state = _state(self)
        if isinstance(spec, NonCallableMock):
            raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
        state.strict = bool(spec_set)
        if spec is None:
            state.spec_names = state.spec_class = None
            return
        if isinstance(spec, (list, tuple)) and all(isinstance(name, str) for name in spec):
            state.spec_names = set(spec)
            return
        state.spec_class = spec if isinstance(spec, type) else type(spec)
        state.spec_names = set(dir(spec))
        state.signature = _signature(spec)
        state.asynchronous = {name for name in state.spec_names
                              if inspect.iscoroutinefunction(inspect.getattr_static(spec, name, None))}

    @property
    def __class__(self):
        return _state(self).spec_class or type(self)

    def __dir__(self):
        state = _state(self)
        extras = set(state.spec_names or ())
        own = {name for name in self.__dict__ if name != "_mock_state"} | set(state.children)
        types_ = set(dir(type(self)))
        if FILTER_DIR:
            types_ = {name for name in types_ if not name.startswith("_")}
            own = {name for name in own if not name.startswith("_") or _is_dunder(name)}
        gone = {name for name, child in state.children.items() if child is _DELETED}
        return sorted((extras | types_ | own) - gone)

    # ---- attributes ----

    def __getattr__(self, name):
        if name == "_mock_state" or "_mock_state" not in self.__dict__:
            raise AttributeError(name)
        state = _state(self)
        if state.spec_names is not None:
            if name not in state.spec_names or name in _ALL_MAGICS:
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif _is_dunder(name):
            raise AttributeError(name)
        if not state.unsafe and (state.spec_names is None or name not in state.spec_names) and \
                (name.startswith(_MISSPELT) or name in _ASSERTION_NAMES):
            raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if "
                                 f"{name!r} is meant to be an attribute.")
        child = state.children.get(name)
        if child is _DELETED:
            raise AttributeError(name)
        if isinstance(child, _Later):
            child = state.children[name] = child.make()
        if child is None:
            wraps = None if state.wraps is None else getattr(state.wraps, name)
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name,
                                         _new_parent=self)
            state.children[name] = child
        return child

    def __setattr__(self, name, value):
        state = self.__dict__.get("_mock_state")
        if state is None or isinstance(getattr(type(self), name, None), property):
            object.__setattr__(self, name, value)
            return
        if state.strict and state.spec_names is not None and name not in state.spec_names and \
                name not in self.__dict__:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _UNSUPPORTED:
            raise AttributeError(f"Attempting to set unsupported magic method {name!r}.")
        if name in _ALL_MAGICS:
            if state.spec_names is not None and name not in state.spec_names:
                raise AttributeError(f"Mock object has no attribute '{name}'")
            if isinstance(value, NonCallableMock):
                _adopt(self, value, name, name)
                state.children[name] = value
                setattr(type(self), name, _Magic(name))
            elif callable(value):
                setattr(type(self), name, lambda *args, **kwargs: value(*args, **kwargs))
                state.children[name] = value
            else:
                setattr(type(self), name, value)
            return
        if state.sealed and name not in state.children and name not in self.__dict__:
            raise AttributeError(f"Cannot set {_path(self)}.{name}")
        if isinstance(value, NonCallableMock) and _adopt(self, value, name, name):
            state.children[name] = value
            self.__dict__.pop(name, None)
            return
        if state.children.get(name) is _DELETED:
            del state.children[name]
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        state = _state(self)
        if name in _ALL_MAGICS and name in vars(type(self)):
            delattr(type(self), name)
        child = state.children.get(name)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif child is _DELETED or (child is None and state.spec_names is not None and
                                   name not in state.spec_names):
            raise AttributeError(name)
        state.children[name] = _DELETED

    def _get_child_mock(self, /, **kwargs):
        """The mock for an attribute or a result: of the same kind, unless the spec says otherwise."""
        state, kind = _state(self), type(self).__mro__[1]
        if state.sealed:
            name = kwargs.get("name") or kwargs.get("_new_name")
            raise AttributeError(_path(self) + ("" if name == "()" else ".") + name)
        if kwargs.get("_new_name") in state.asynchronous:
            return AsyncMock(**kwargs)
        if issubclass(kind, AsyncMock) and state.spec_names and kwargs.get("_new_name") in state.spec_names:
            return MagicMock(**kwargs)
        if not issubclass(kind, _Callable):
            kind = MagicMock if issubclass(kind, _Magics) else Mock
        elif issubclass(kind, PropertyMock):
            kind = MagicMock
        return kind(**kwargs)

    def attach_mock(self, mock, attribute):
        """Make another mock an attribute, so that its calls are remembered here too."""
        inner = mock
        if isinstance(inner, types.FunctionType):
            inner = inner.mock
        state = _state(inner)
        state.parent = state.new_parent = None
        state.name, state.new_name = "", None
        setattr(self, attribute, inner)

    def configure_mock(self, /, **kwargs):
        """Set attributes; dots in a name lead to attributes of attributes."""
        for name, value in sorted(kwargs.items(), key=lambda item: item[0].count(".")):
            *path, last = name.split(".")
            target = self
            for step in path:
                target = getattr(target, step)
            setattr(target, last, value)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forget all calls, of this mock and of those that belong to it."""
        visited = set() if visited is None else visited
        if id(self) in visited:
            return
        visited.add(id(self))
        state = _state(self)
        state.forget()
        if return_value:
            state.return_value = DEFAULT
        if side_effect:
            state.side_effect = None
        for child in [*state.children.values(), state.return_value]:
            if isinstance(child, NonCallableMock) and child is not self:
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)

    # ---- what it answers ----

    @property
    def return_value(self):
        state = _state(self)
        if state.return_value is DEFAULT and state.wraps is None:
            state.return_value = self._get_child_mock(_new_parent=self, _new_name="()")
        return state.return_value

    @return_value.setter
    def return_value(self, value):
        _state(self).return_value = value
        _adopt(self, value, None, "()")

    @property
    def side_effect(self):
        return _state(self).side_effect

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not _is_exception(value):
            value = iter(value)
        _state(self).side_effect = value

    def __repr__(self):
        state, name = _state(self), _path(self)
        name = "" if name in ("mock", "mock.") and state.name is None else f" name={name!r}"
        spec = ""
        if state.spec_class is not None:
            spec = f" {'spec_set' if state.strict else 'spec'}={state.spec_class.__name__!r}"
        return f"<{type(self).__name__}{name}{spec} id='{id(self)}'>"

    # ---- assertions ----

    def _shown(self):
        return _state(self).name or "mock"

    def _shown_calls(self, prefix="Calls"):
        calls = _state(self).mock_calls
        return f"\n{prefix}: {calls!r}." if calls else ""

    def _matched(self, each):
        """What two calls that mean the same have in common: by the spec's signature where there is one."""
        signature = _state(self).signature
        if not isinstance(each, tuple) or len(each) < 2 or signature is None:
            return each
        name = each[0] if len(each) == 3 else ""
        if name and name != "()":
            child = _state(self).children.get(name)
            signature = _state(child).signature if isinstance(child, NonCallableMock) else None
            if signature is None:
                return each
        try:
            bound = signature.bind(*each[-2], **each[-1])
        except TypeError as error:
            return error.with_traceback(None)
        return _Call((name, bound.args, bound.kwargs))

    def assert_not_called(self):
        """Never called."""
        state = _state(self)
        if state.call_count:
            raise AssertionError(f"Expected '{self._shown()}' to not have been called. Called "
                                 f"{state.call_count} times.{self._shown_calls()}")

    def assert_called(self):
        """Called at least once."""
        if not _state(self).call_count:
            raise AssertionError(f"Expected '{self._shown()}' to have been called.")

    def assert_called_once(self):
        """Called just once."""
        state = _state(self)
        if state.call_count != 1:
            raise AssertionError(f"Expected '{self._shown()}' to have been called once. Called "
                                 f"{state.call_count} times.{self._shown_calls()}")

    def _assert_last(self, last, args, kwargs, what, not_yet):
        wanted = shown_call(self._shown(), args, kwargs)
        if last is None:
            raise AssertionError(f"expected {what} not found.\nExpected: {wanted}\n  Actual: {not_yet}")
        expected, actual = self._matched(_Call((args, kwargs), two=True)), self._matched(last)
        if isinstance(expected, Exception) or expected != actual:
            actual = shown_call(self._shown(), last.args, last.kwargs)
            cause = expected if isinstance(expected, Exception) else None
            raise AssertionError(f"expected {what} not found.\nExpected: {wanted}\n"
                                 f"  Actual: {actual}") from cause

    def assert_called_with(self, /, *args, **kwargs):
        """The last call had these arguments."""
        self._assert_last(_state(self).call_args, args, kwargs, "call", "not called.")

    def assert_called_once_with(self, /, *args, **kwargs):
        """Called just once, with these arguments."""
        count = _state(self).call_count
        if count != 1:
            raise AssertionError(f"Expected '{self._shown()}' to be called once. Called {count} "
                                 f"times.{self._shown_calls()}")
        return self.assert_called_with(*args, **kwargs)

    def _assert_any(self, calls, args, kwargs, what):
        expected = self._matched(_Call((args, kwargs), two=True))
        if isinstance(expected, Exception) or not any(self._matched(each) == expected for each in calls):
            cause = expected if isinstance(expected, Exception) else None
            raise AssertionError(f"{shown_call(self._shown(), args, kwargs)} {what} not found") from cause

    def assert_any_call(self, /, *args, **kwargs):
        """Some call had these arguments."""
        self._assert_any(_state(self).call_args_list, args, kwargs, "call")

    def _assert_has(self, calls, made, any_order, what):
        expected = [self._matched(each) for each in calls]
        all_calls = CallList(self._matched(each) for each in made)
        cause = next((each for each in expected if isinstance(each, Exception)), None)
        if not any_order:
            if expected not in all_calls:
                problem = f"{what}s not found."
                if cause is not None:
                    shown = [each if isinstance(each, Exception) else None for each in expected]
                    problem = f"Error processing expected calls.\nErrors: {shown}"
                raise AssertionError(f"{problem}\nExpected: {CallList(calls)}\n  Actual: {made!r}") from cause
            return
        missing, left = [], list(all_calls)
        for each, match in zip(calls, expected):
            if match in left:
                left.remove(match)
            else:
                missing.append(each)
        if missing:
            raise AssertionError(f"{self._shown()!r} does not contain all of {tuple(missing)!r} in its "
                                 f"call list, found {made!r} instead") from cause

    def assert_has_calls(self, calls, any_order=False):
        """These calls are among mock_calls, one behind the other; with any_order, somewhere."""
        self._assert_has(list(calls), _state(self).mock_calls, any_order, "Call")


_ASSERTION_NAMES = {name.removeprefix("assert_") for name in vars(NonCallableMock)
                    if name.startswith("assert_")}


def _path(mock):
    """How the mock is reached from the one that nobody owns: mock.method().attribute"""
    parts, state = [], _state(mock)
    while state.new_parent is not None:
        if state.new_name and state.new_name != "()" and parts and not parts[0].startswith(("(", ".")):
            parts.insert(0, ".")
        parts.insert(0, state.new_name or "")
        if state.new_name != "()":
            parts.insert(0, ".")
        state = _state(state.new_parent)
    text = (state.name or "mock") + "".join(parts)
    return text.replace("..", ".")


def _is_exception(value):
    return isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)


def _adopt(parent, value, name, new_name):
    """A mock without name and owner belongs to the parent from now on. Whether it does."""
    if isinstance(value, types.FunctionType) and isinstance(vars(value).get("mock"), NonCallableMock):
        value = value.mock
    if not isinstance(value, NonCallableMock):
        return False
    state = _state(value)
    if state.name or state.new_name or state.parent is not None or state.new_parent is not None:
        return False
    above = parent
    while above is not None:
        if above is value:
            return False
        above = _state(above).new_parent
    if new_name:
        state.new_parent, state.new_name = parent, new_name
    if name:
        state.parent, state.name = parent, name
    return True


def _signature(spec):
    """The signature that calls of the spec follow, or None."""
    try:
        return inspect.signature(spec) if callable(spec) else None
    except (TypeError, ValueError):
        return None


# ---- mocks that are called ---------------------------------------------------------------------

class _Callable(NonCallableMock):
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None,
                 spec_set=None, parent=None, _new_name="", _new_parent=None, unsafe=False, **kwargs):
        super().__init__(spec, wraps, name, spec_set, parent, _new_name, _new_parent, unsafe)
        if return_value is not DEFAULT:
            self.return_value = return_value
        if side_effect is not None:
            self.side_effect = side_effect
        if kwargs:
            self.configure_mock(**kwargs)

    def __call__(self, /, *args, **kwargs):
        self._mock_record(args, kwargs)
        return self._mock_answer(args, kwargs)

    def _mock_record(self, args, kwargs):
        state = _state(self)
        state.called = True
        state.call_count += 1
        state.call_args = _Call((args, kwargs), two=True)
        state.call_args_list.append(state.call_args)
        state.mock_calls.append(_Call(("", args, kwargs)))
        path, at = state.new_name, state
        while at.new_parent is not None:
            above = _state(at.new_parent)
            above.mock_calls.append(_Call((path, args, kwargs)))
            if above.new_name:
                path = above.new_name + ("" if path.startswith("()") else ".") + path
            at = above
        path, at = state.name, state
        while at.parent is not None:
            above = _state(at.parent)
            above.method_calls.append(_Call((path, args, kwargs)))
            path, at = f"{above.name}.{path}", above
        if state.delegate is not None:
            _show(state)
            self.return_value, self.side_effect = state.delegate.return_value, state.delegate.side_effect

    def _mock_answer(self, args, kwargs):
        state = _state(self)
        effect = state.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            result = effect(*args, **kwargs) if callable(effect) else next(effect)
            if not callable(effect) and _is_exception(result):
                raise result
            if result is not DEFAULT:
                return result
        return self._mock_plain_answer(args, kwargs)

    def _mock_plain_answer(self, args, kwargs):
        state = _state(self)
        if state.return_value is not DEFAULT:
            return state.return_value
        if state.default is not None:
            return state.default(*args, **kwargs)
        if state.wraps is not None:
            return state.wraps(*args, **kwargs)
        return self.return_value


class Mock(_Callable):
    """A mock: its attributes are mocks, calling it gives one."""


# ---- special methods ---------------------------------------------------------------------------

_NUMBERS = ("add sub mul matmul truediv floordiv mod lshift rshift and xor or pow").split()
_CONFIGURED = {f"__{name}__" for name in (
    "lt gt le ge eq ne getitem setitem delitem len contains iter str sizeof enter exit divmod rdivmod "
    "neg pos abs invert complex int float index round trunc floor ceil bool next fspath aiter hash "
    "aenter aexit anext").split()}
_CONFIGURED |= {f"__{kind}{name}__" for name in _NUMBERS for kind in ("", "r", "i")}
_OTHERS = {f"__{name}__" for name in (
    "get set delete reversed missing reduce reduce_ex getinitargs getnewargs getstate setstate "
    "getformat repr dir subclasses format getnewargs_ex").split()}
_ALL_MAGICS = _CONFIGURED | _OTHERS
_UNSUPPORTED = {"__getattr__", "__setattr__", "__init__", "__new__", "__prepare__", "__instancecheck__",
                "__subclasscheck__", "__del__"}
_ASYNC_MAGICS = {"__aenter__", "__aexit__", "__anext__"}
_RESULTS = {"__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented,
            "__ge__": NotImplemented, "__int__": 1, "__contains__": False, "__len__": 0,
            "__exit__": False, "__complex__": 1j, "__float__": 1.0, "__bool__": True, "__index__": 1,
            "__aexit__": False}


class _AsyncItems:
    def __init__(self, items):
        self.items = iter(items)

    def __aiter__(self):
        return self

    async def __anext__(self):
        for item in self.items:
            return item
        raise StopAsyncIteration


# What they answer while nobody has said something else.
_COMPUTED = {
    "__hash__": lambda mock: object.__hash__(mock),
    "__str__": lambda mock: object.__str__(mock),
    "__sizeof__": lambda mock: object.__sizeof__(mock),
    "__fspath__": lambda mock: f"{type(mock).__name__}/{_path(mock)}/{id(mock)}",
    "__iter__": lambda mock: iter([]),
    "__aiter__": lambda mock: _AsyncItems([]),
    "__eq__": lambda mock, other: True if mock is other or other is ANY else NotImplemented,
    "__ne__": lambda mock, other: False if mock is other or other is ANY else NotImplemented,
}


class _Magic:
    """A special method of a mock's class: a mock that is made when it is needed."""

    def __init__(self, name):
        self.name = name

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        name, state = self.name, _state(obj)
        child = state.children.get(name)
        if isinstance(child, NonCallableMock):
            return child
        given = {"name": name, "_new_name": name, "_new_parent": obj, "parent": obj}
        child = AsyncMock(**given) if name in _ASYNC_MAGICS else MagicMock(**given)
        if name in _RESULTS:
            child.return_value = _RESULTS[name]
        elif name in ("__iter__", "__aiter__"):
            _state(child).default = lambda: _iterator(child, name)
        elif name in _COMPUTED:
            _state(child).default = lambda *args: _COMPUTED[name](obj, *args)
        state.children[name] = child
        return child


def _iterator(child, name):
    return _AsyncItems([]) if name == "__aiter__" else iter([])


class _IterMagic(_Magic):
    """For __iter__ and __aiter__, whose return value may be anything one can go through."""

    def __get__(self, obj, cls=None):
        child = super().__get__(obj, cls)
        if obj is None:
            return child

        def over(*args):
            result = child(*args)
            if self.name == "__aiter__":
                return result if hasattr(type(result), "__anext__") else _AsyncItems(result)
            return iter(result)
        return _Lent(over, child)


class _Lent:
    """A function for the machine that shows its mock to everybody else."""

    def __init__(self, function, mock):
        self.__dict__.update(_function=function, _mock=mock)

    def __call__(self, *args):
        return self._function(*args)

    def __getattr__(self, name):
        return getattr(self._mock, name)

    def __setattr__(self, name, value):
        setattr(self._mock, name, value)


_MAGIC_SLOTS = {name: (_IterMagic if name in ("__iter__", "__aiter__") else _Magic)(name)
                for name in sorted(_CONFIGURED)}


class _Magics(NonCallableMock):
    """Mocks whose special methods are there from the start."""

    def __new__(cls, /, *args, **kwargs):
        namespace = {"__doc__": cls.__doc__, **_MAGIC_SLOTS}
        return object.__new__(type(cls.__name__, (cls,), namespace))

    def mock_add_spec(self, spec, spec_set=False):
        super().mock_add_spec(spec, spec_set)
        names = _state(self).spec_names
        if names is not None:
            kind = type(self)
            for name in _CONFIGURED - names - {"__hash__", "__eq__", "__ne__", "__str__", "__sizeof__"}:
                if name in vars(kind):
                    delattr(kind, name)


class NonCallableMagicMock(_Magics):
    """A MagicMock that cannot be called."""


class MagicMock(_Magics, Mock):
    """A mock with most special methods."""

    def __init__(self, /, *args, **kwargs):
        Mock.__init__(self, *args, **kwargs)


class PropertyMock(Mock):
    """A mock for a property: reading calls it without, setting with one argument."""

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, value):
        self(value)


class AsyncMock(_Magics, _Callable):
    """A mock whose calls are awaited."""

    await_count = _remembered("await_count")
    await_args = _remembered("await_args")
    await_args_list = _remembered("await_args_list")

    def __init__(self, /, *args, **kwargs):
        _Callable.__init__(self, *args, **kwargs)
        inspect.markcoroutinefunction(_Marker(self))

    async def _mock_awaited(self, args, kwargs):
        state = _state(self)
        try:
            effect = state.side_effect
            if effect is not None and inspect.iscoroutinefunction(effect):
                result = await effect(*args, **kwargs)
                if result is not DEFAULT:
                    return result
            elif effect is not None and not callable(effect) and not _is_exception(effect):
                try:
                    result = next(effect)
                except StopIteration:
                    raise StopAsyncIteration from None
                if _is_exception(result):
                    raise result
                if result is not DEFAULT:
                    return result
            elif effect is not None:
                result = self._mock_answer(args, kwargs)
                return result
            result = self._mock_plain_answer(args, kwargs)
            wrapped = state.return_value is DEFAULT and state.default is None and state.wraps is not None
            return await result if wrapped and inspect.iscoroutine(result) else result
        finally:
            made = _Call((args, kwargs), two=True)
            state.await_count += 1
            state.await_args = made
            state.await_args_list.append(made)
            if state.delegate is not None:
                _show(state)

    def __call__(self, /, *args, **kwargs):
        self._mock_record(args, kwargs)
        return self._mock_awaited(args, kwargs)

    def assert_awaited(self):
        """Awaited at least once."""
        if not self.await_count:
            raise AssertionError(f"Expected {self._shown()} to have been awaited.")

    def assert_awaited_once(self):
        """Awaited just once."""
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._shown()} to have been awaited once. Awaited "
                                 f"{self.await_count} times.")

    def assert_awaited_with(self, /, *args, **kwargs):
        """The last await was of a call with these arguments."""
        if self.await_args is None:
            raise AssertionError(f"Expected await: {shown_call(self._shown(), args, kwargs)}\nNot awaited")
        self._assert_last(self.await_args, args, kwargs, "await", "Not awaited")

    def assert_awaited_once_with(self, /, *args, **kwargs):
        """Awaited just once, with these arguments."""
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._shown()} to have been awaited once. Awaited "
                                 f"{self.await_count} times.")
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        """Some await was of a call with these arguments."""
        self._assert_any(self.await_args_list, args, kwargs, "await")

    def assert_has_awaits(self, calls, any_order=False):
        """These awaits happened, one behind the other; with any_order, somewhere."""
        self._assert_has(list(calls), self.await_args_list, any_order, "Await")

    def assert_not_awaited(self):
        """Never awaited."""
        if self.await_count:
            raise AssertionError(f"Expected {self._shown()} to not have been awaited. Awaited "
                                 f"{self.await_count} times.")


class _Marker:
    """Lets inspect mark a mock as a coroutine function: the mark stands among its own attributes."""

    def __init__(self, mock):
        object.__setattr__(self, "_mock", mock)

    def __setattr__(self, name, value):
        self._mock.__dict__[name] = value


# ---- mocks with the attributes and signatures of something ---------------------------------------

class _Later:
    """An attribute of an autospec that nobody has asked for yet."""

    def __init__(self, spec, spec_set, parent, name, instance):
        self.spec, self.spec_set, self.parent = spec, spec_set, parent
        self.name, self.instance = name, instance

    def make(self):
        made = create_autospec(self.spec, self.spec_set, self.instance, _parent=self.parent, _name=self.name)
        return made


def _without_self(signature):
    parameters = list(signature.parameters.values())
    return signature.replace(parameters=parameters[1:])


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False,
                    **kwargs):
    """A mock that has what the spec has, down to the signatures of methods."""
    if isinstance(spec, (list, tuple)) and not isinstance(spec, type):
        spec = type(spec)  # names are no spec of a list
    if isinstance(spec, NonCallableMock):
        raise InvalidSpecError(f"Cannot autospec a Mock object. [object={spec!r}]")
    is_class = isinstance(spec, type)
    function = isinstance(spec, (types.FunctionType, types.MethodType, staticmethod, classmethod))
    given = {"spec_set" if spec_set else "spec": spec}
    if spec is None:
        given = {}
    if inspect.iscoroutinefunction(spec):
        kind = AsyncMock
    elif not callable(spec) or (is_class and instance and not hasattr(spec, "__call__")):
        kind = NonCallableMagicMock
    elif is_class and instance and "__call__" not in dir(spec):
        kind = NonCallableMagicMock
    else:
        kind = MagicMock
    given.update(kwargs)
    mock = kind(parent=_parent, _new_parent=_parent, _new_name=_name or "", name=_name, unsafe=unsafe, **given)
    state = _state(mock)
    signature = _signature(spec)
    if is_class and instance:
        signature = _signature(getattr(spec, "__call__", None)) if "__call__" in vars(spec) else None
        signature = _without_self(signature) if signature is not None else None
    elif _parent is not None and function and isinstance(spec, types.FunctionType) and \
            _state(_parent).spec_class is not None and not isinstance(_state(_parent).spec_class, types.ModuleType):
        owner = _state(_parent).spec_class
        plain = inspect.getattr_static(owner, _name, None)
        if isinstance(plain, types.FunctionType) and getattr(_parent, "_mock_is_instance", False):
            signature = _without_self(signature)
    state.signature = signature
    if is_class:
        mock.__dict__["_mock_is_instance"] = bool(instance)
        if not instance and "return_value" not in kwargs:
            mock.return_value = create_autospec(spec, spec_set, instance=True, _name="()", _parent=mock)
    if isinstance(spec, types.FunctionType):
        return _as_function(mock, spec, signature, _parent, _name)
    for name in dir(spec):
        if name in _ALL_MAGICS or _is_dunder(name):
            continue
        try:
            original = getattr(spec, name)
        except AttributeError:
            continue
        if isinstance(original, (types.FunctionType, types.MethodType, type, types.BuiltinFunctionType)):
            state.children[name] = _Later(original, spec_set, mock, name, False)
    if signature is not None and not is_class or is_class and not instance:
        _check_calls(mock, signature)
    return mock


def _check_calls(mock, signature):
    if signature is None:
        return
    inner = type(mock).__call__

    def checked(self, /, *args, **kwargs):
        signature.bind(*args, **kwargs)
        return inner(self, *args, **kwargs)
    type(mock).__call__ = checked


def _as_function(mock, spec, signature, parent, name):
    """Functions become functions that call the mock: they bind to instances and have a signature."""
    if parent is not None:
        _check_calls(mock, signature)
        return mock
    if inspect.iscoroutinefunction(spec):
        async def function(*args, **kwargs):
            signature.bind(*args, **kwargs)
            return await mock(*args, **kwargs)
    else:
        def function(*args, **kwargs):
            signature.bind(*args, **kwargs)
            return mock(*args, **kwargs)
    for key in "__name__", "__qualname__", "__doc__", "__module__", "__defaults__", "__kwdefaults__":
        setattr(function, key, getattr(spec, key))
    function.__signature__ = signature
    state = _state(mock)
    state.name = state.name or spec.__name__
    function.mock = mock
    for key in dir(mock):
        if key.startswith("assert_") or key in ("reset_mock", "configure_mock", "attach_mock"):
            setattr(function, key, getattr(mock, key))
    function.return_value, function.side_effect = mock.return_value, mock.side_effect
    state.delegate = function
    _show(state)
    return function


def _show(state):
    """The function that stands for a mock shows what the mock remembers."""
    for name in ("called", "call_count", "call_args", "call_args_list", "method_calls", "mock_calls",
                 "await_count", "await_args", "await_args_list"):
        setattr(state.delegate, name, getattr(state, name))


def seal(mock):
    """No attributes are made up any more, here and in what belongs to the mock."""
    state = _state(mock)
    if state.sealed:
        return
    state.sealed = True
    for child in [*state.children.values(), state.return_value]:
        if isinstance(child, NonCallableMock) and _state(child).new_parent is mock:
            seal(child)


# ---- open() ----------------------------------------------------------------------------------------

def mock_open(mock=None, read_data=""):
    """A mock for open(): what it opens reads this data."""
    import io
    if mock is None:
        mock = MagicMock(name="open", spec=open)
    handle = MagicMock(spec=["read", "readline", "readlines", "write", "writelines", "close", "seek",
                             "tell", "flush", "__enter__", "__exit__", "__iter__", "__next__", "closed",
                             "truncate", "fileno", "name", "mode", "isatty", "readable", "writable",
                             "seekable"])
    stream = None

    def rewind():
        nonlocal stream
        stream = io.BytesIO(read_data) if isinstance(read_data, bytes) else io.StringIO(read_data)

    def reading(name):
        child = getattr(handle, name)

        def effect(*args, **kwargs):
            if _state(child).return_value is not DEFAULT:
                return child.return_value
            return getattr(stream, name)(*args, **kwargs)
        child.side_effect = effect

    rewind()
    for name in "read", "readline", "readlines":
        reading(name)
    _state(handle.__next__).default = lambda: next(stream)
    _state(handle.__iter__._mock).default = lambda: stream
    handle.write.return_value = None
    handle.__enter__.return_value = handle

    def opened(*args, **kwargs):
        rewind()
        return DEFAULT
    mock.side_effect = opened
    mock.return_value = handle
    return mock
