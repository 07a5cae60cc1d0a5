"""unittest.mock.patch: replacing attributes and entries of dictionaries for a while."""
import contextlib
import functools
import inspect
import pkgutil
import sys

from unittest._mock_calls import DEFAULT

_ABSENT = object()
_started = []


class _Started:
    # What patch() and patch.dict() give: entered by a `with` or by hand.

    def start(self):
        """Replace it; stop() puts back what was there."""
        result = self.__enter__()
        _started.append(self)
        return result

    def stop(self):
        if self not in _started:
            return None
        _started.remove(self)
        return self.__exit__(None, None, None)


class _Patch(_Started):
    """One replacement: a context manager, a decorator, or by hand with start() and stop()."""

    def __init__(self, getter, attribute, new=DEFAULT, spec=None, create=False, spec_set=None,
                 autospec=None, new_callable=None, kwargs=None, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.getter, self.attribute, self.new, self.spec = getter, attribute, new, spec
        self.create, self.spec_set, self.autospec = create, spec_set, autospec
        self.new_callable, self.kwargs, self.unsafe = new_callable, kwargs or {}, unsafe
        self.attribute_name = None  # given as a keyword under it: patch.multiple
        self.additional_patchers = []
        self.is_started = False

    def copy(self):
        made = _Patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set,
                      self.autospec, self.new_callable, self.kwargs, unsafe=self.unsafe)
        made.attribute_name = self.attribute_name
        made.additional_patchers = [each.copy() for each in self.additional_patchers]
        return made

    # ---- as a decorator ----

    def __call__(self, decorated):
        if isinstance(decorated, type):
            for name in dir(decorated):
                if name.startswith(patch.TEST_PREFIX) and hasattr(getattr(decorated, name), "__call__"):
                    setattr(decorated, name, self.copy()(getattr(decorated, name)))
            return decorated
        if hasattr(decorated, "patchings"):
            decorated.patchings.append(self)
            return decorated
        if inspect.iscoroutinefunction(decorated):
            @functools.wraps(decorated)
            async def patched(*args, **keywords):
                with _all_of(patched.patchings, args, keywords) as (args, keywords):
                    return await decorated(*args, **keywords)
        else:
            @functools.wraps(decorated)
            def patched(*args, **keywords):
                with _all_of(patched.patchings, args, keywords) as (args, keywords):
                    return decorated(*args, **keywords)
        patched.patchings = [self]
        return patched

    # ---- as a context manager ----

    def _original(self):
        name = self.attribute
        local = name in getattr(self.target, "__dict__", ())
        original = self.target.__dict__[name] if local else getattr(self.target, name, DEFAULT)
        import builtins
        if original is DEFAULT and hasattr(builtins, name) and inspect.ismodule(self.target):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError(f"{self.target} does not have the attribute {name!r}")
        return original, local

    def _made(self, original):
        from unittest import mock
        spec, spec_set, autospec = self.spec, self.spec_set, self.autospec
        if autospec is not None and autospec is not False:
            if spec is not None or spec_set not in (None, True, False):
                raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
            autospec = original if autospec is True else autospec
            return mock.create_autospec(autospec, spec_set=bool(spec_set), _name=self.attribute,
                                        **self.kwargs)
        if spec is not None and spec_set is not None:
            raise TypeError("Can't specify spec and spec_set" if spec is not True and spec_set is not True
                            else "Can't provide explicit spec_set *and* spec or autospec")
        spec = original if spec is True else spec
        spec_set = original if spec_set is True else spec_set
        given = {"spec": spec, "spec_set": spec_set}
        given = {key: value for key, value in given.items() if value is not None}
        model = spec if spec is not None else spec_set
        if self.new_callable is not None:
            maker = self.new_callable
        elif model is None and inspect.iscoroutinefunction(original):
            maker = mock.AsyncMock
        elif model is not None and inspect.iscoroutinefunction(model):
            maker = mock.AsyncMock
        elif model is not None and not callable(model):
            maker = mock.NonCallableMagicMock
        else:
            maker = mock.MagicMock
        if isinstance(maker, type) and issubclass(maker, mock.NonCallableMock) and self.attribute:
            given["name"] = self.attribute
        made = maker(**{**given, **self.kwargs})
        if isinstance(model, type) and isinstance(made, mock.NonCallableMock) and callable(made):
            key = "spec" if spec is not None else "spec_set"
            made.return_value = maker(**{key: model}, _new_parent=made, _new_name="()")
        return made

    def __enter__(self):
        if self.is_started:
            raise RuntimeError("Patch is already started")
        self.target = self.getter()
        if self.new is not DEFAULT and (self.kwargs or self.spec or self.spec_set or self.autospec):
            if self.autospec:
                raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
            if self.kwargs:
                raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.original, self.local = self._original()
        new = self._made(self.original) if self.new is DEFAULT else self.new
        self._extra = contextlib.ExitStack()
        self.is_started = True
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is None:
                return new
            given = {self.attribute_name: new} if self.new is DEFAULT else {}
            for patcher in self.additional_patchers:
                more = self._extra.enter_context(patcher)
                if patcher.new is DEFAULT:
                    given.update(more)
            return given
        except BaseException:
            if not self.__exit__(*sys.exc_info()):
                raise

    def __exit__(self, *exc_info):
        if not self.is_started:
            return None
        if self.local and self.original is not DEFAULT:
            setattr(self.target, self.attribute, self.original)
        else:
            delattr(self.target, self.attribute)
            special = "__doc__", "__module__", "__defaults__", "__annotations__", "__kwdefaults__"
            if not self.create and (not hasattr(self.target, self.attribute) or self.attribute in special):
                setattr(self.target, self.attribute, self.original)  # a proxy, or it always has one
        self.is_started = False
        return self._extra.__exit__(*exc_info)


@contextlib.contextmanager
def _all_of(patchings, args, keywords):
    extra, keywords = [], dict(keywords)
    with contextlib.ExitStack() as stack:
        for patching in patchings:
            new = stack.enter_context(patching)
            if patching.attribute_name is not None:
                keywords.update(new)
            elif patching.new is DEFAULT:
                extra.append(new)
        yield args + tuple(extra), keywords


def _target_of(name):
    module, dot, attribute = name.rpartition(".")
    if not dot:
        raise TypeError(f"Need a valid target to patch. You supplied: {name!r}")
    return functools.partial(pkgutil.resolve_name, module), attribute


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
          new_callable=None, *, unsafe=False, **kwargs):
    """Replace what 'package.module.name' names, while a function or a with statement runs."""
    getter, attribute = _target_of(target)
    return _Patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs,
                  unsafe=unsafe)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None,
                  autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _Patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable,
                  kwargs, unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None,
                    new_callable=None, **kwargs):
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    getter = functools.partial(pkgutil.resolve_name, target) if type(target) is str else lambda: target
    patchers = []
    for attribute, new in kwargs.items():
        each = _Patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable)
        each.attribute_name = attribute
        patchers.append(each)
    patchers[0].additional_patchers.extend(patchers[1:])
    return patchers[0]


class _PatchDict(_Started):
    """Entries of a dictionary, or all of them with clear, set for a while."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.values, self.clear = in_dict, {**dict(values), **kwargs}, clear
        self._before = None

    def __call__(self, decorated):
        if isinstance(decorated, type):
            for name in dir(decorated):
                value = getattr(decorated, name)
                if name.startswith(patch.TEST_PREFIX) and hasattr(value, "__call__"):
                    setattr(decorated, name, _PatchDict(self.in_dict, self.values, self.clear)(value))
            return decorated
        if inspect.iscoroutinefunction(decorated):
            @functools.wraps(decorated)
            async def patched(*args, **keywords):
                with self:
                    return await decorated(*args, **keywords)
        else:
            @functools.wraps(decorated)
            def patched(*args, **keywords):
                with self:
                    return decorated(*args, **keywords)
        return patched

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = pkgutil.resolve_name(self.in_dict)
        there = self.in_dict
        self._before = there.copy() if hasattr(there, "copy") else {key: there[key] for key in there}
        if self.clear:
            _empty(there)
        try:
            there.update(self.values)
        except AttributeError:
            for key in self.values:
                there[key] = self.values[key]
        return there

    def __exit__(self, *exc_info):
        if self._before is not None:
            there, before, self._before = self.in_dict, self._before, None
            _empty(there)
            try:
                there.update(before)
            except AttributeError:
                for key in before:
                    there[key] = before[key]
        return False


def _empty(there):
    try:
        there.clear()
    except AttributeError:
        for key in list(there):
            del there[key]


def _stop_all():
    """Undo all that was started, last one first."""
    while _started:
        _started[-1].stop()


patch.object = _patch_object
patch.multiple = _patch_multiple
patch.dict = _PatchDict
patch.stopall = _stop_all
patch.TEST_PREFIX = "test"
