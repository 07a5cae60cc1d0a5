"""What helps with the with statement: context managers from generators, for common ends, and stacks
of them.

@contextmanager turns a generator with one yield into a context manager.  ExitStack holds exit
callbacks and runs them in reverse; each entry is (is_sync, callback), and both stacks share
everything but the waiting.
"""

__all__ = ["asynccontextmanager", "contextmanager", "closing", "nullcontext",
           "AbstractContextManager", "AbstractAsyncContextManager", "AsyncExitStack",
           "ContextDecorator", "ExitStack", "redirect_stdout", "redirect_stderr", "suppress",
           "aclosing", "chdir"]

import sys
from abc import ABC, abstractmethod
from functools import wraps

import _collections_abc

GenericAlias = type(list[int])


class _Bound:
    def method(self):
        pass


MethodType = type(_Bound().method)
del _Bound


class AbstractContextManager(ABC):
    """Classes for the with statement; __exit__ is the one to write."""

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    def __enter__(self):
        """Called at the start of the block; its result is for `as`."""
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """Called at the end of the block; a true result swallows the exception."""
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractContextManager:
            return _collections_abc._check_methods(C, "__enter__", "__exit__")
        return NotImplemented


class AbstractAsyncContextManager(ABC):
    """Classes for `async with`; __aexit__ is the one to write."""

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    async def __aenter__(self):
        """Awaited at the start of the block; its result is for `as`."""
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """Awaited at the end of the block; a true result swallows the exception."""
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractAsyncContextManager:
            return _collections_abc._check_methods(C, "__aenter__", "__aexit__")
        return NotImplemented


class ContextDecorator:
    """For context managers that are to serve as decorators, too: each call is in the context."""

    def _recreate_cm(self):
        """The manager for the next call. One that serves a single `with` gives a new one instead of
        itself.
        """
        return self

    def __call__(self, func):
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return wraps(func)(inner)


class AsyncContextDecorator:
    """For asynchronous context managers that are to serve as decorators of coroutine functions."""

    def _recreate_cm(self):
        """The manager for the next call, as in ContextDecorator."""
        return self

    def __call__(self, func):
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)

        return wraps(func)(inner)


class _GeneratorContextManagerBase:
    def __init__(self, func, args, kwds):
        self.func, self.args, self.kwds = func, args, kwds
        self.gen = func(*args, **kwds)
        # help() on the instance should tell about the function, not about this class.
        doc = getattr(func, "__doc__", None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        # A generator runs once; as a decorator every call needs its own.
        return self.__class__(self.func, self.args, self.kwds)


_OVER = object()  # what next() gives for a generator that has ended


def _came_through(error, value, traceback, stops):
    # Whether what left the generator is what was thrown in, so that the with statement raises it:
    # its traceback is as it was before. What would look like the end of the generator comes out
    # as the cause of a RuntimeError.
    if error is not value and not (isinstance(error, RuntimeError) and isinstance(value, stops)
                                   and error.__cause__ is value):
        return False
    value.__traceback__ = traceback
    return True


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager,
                               ContextDecorator):
    """What a function decorated with contextmanager gives."""

    def __enter__(self):
        # The arguments are only kept for recreation, which is not possible any more.
        self.args = self.kwds = self.func = None
        value = next(self.gen, _OVER)
        if value is _OVER:
            raise RuntimeError("generator didn't yield")
        return value

    def __exit__(self, typ, value, traceback):
        if typ is None:
            if next(self.gen, _OVER) is _OVER:
                return False
            trouble = "generator didn't stop"
        else:
            if value is None:
                value = typ()  # so that what comes back can be told from what was thrown
            try:
                self.gen.throw(value)
            except StopIteration as end:
                # A normal return swallows the exception; a StopIteration that was thrown in and
                # passed through does not count as one.
                return end is not value
            except BaseException as error:
                if _came_through(error, value, traceback, StopIteration):
                    return False
                raise
            trouble = "generator didn't stop after throw()"
        try:
            raise RuntimeError(trouble)
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorContextManagerBase, AbstractAsyncContextManager,
                                    AsyncContextDecorator):
    """What a function decorated with asynccontextmanager gives."""

    async def __aenter__(self):
        self.args = self.kwds = self.func = None
        value = await anext(self.gen, _OVER)
        if value is _OVER:
            raise RuntimeError("generator didn't yield")
        return value

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            if await anext(self.gen, _OVER) is _OVER:
                return False
            trouble = "generator didn't stop"
        else:
            if value is None:
                value = typ()
            try:
                await self.gen.athrow(value)
            except StopAsyncIteration as end:
                return end is not value
            except BaseException as error:
                if _came_through(error, value, traceback, (StopIteration, StopAsyncIteration)):
                    return False
                raise
            trouble = "generator didn't stop after athrow()"
        try:
            raise RuntimeError(trouble)
        finally:
            await self.gen.aclose()


def contextmanager(func):
    """Turns a generator function with one yield into a function of context managers. What it yields
    is for `as`; an exception in the block is raised at the yield.
    """
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return helper


def asynccontextmanager(func):
    """As contextmanager, for asynchronous generator functions and `async with`."""
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)

    return helper


class closing(AbstractContextManager):
    """Calls thing.close() at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Awaits thing.aclose() at the end of the block: so asynchronous generators end in time."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []  # a list: the same object may be entered again

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """Sends what is written to sys.stdout to another file while the block runs."""

    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """Sends what is written to sys.stderr to another file while the block runs."""

    _stream = "stderr"


class suppress(AbstractContextManager):
    """Swallows exceptions of these classes, also in groups: the program goes on behind the block.
    """

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        # By the class alone, so also for what `except` would not catch because the class has a
        # check of its own.
        if exctype is None:
            return None
        known = issubclass(exctype, self._exceptions)
        if not known and issubclass(exctype, BaseExceptionGroup):
            rest = excinst.split(self._exceptions)[1]
            if rest is not None:
                raise rest
            known = True
        return known


def _manager_methods(cm, enter, exit, what):
    kind = type(cm)
    try:
        return getattr(kind, enter), getattr(kind, exit)
    except AttributeError:
        raise TypeError(f"'{kind.__module__}.{kind.__qualname__}' object does "
                        f"not support the {what} protocol") from None


class _BaseExitStack:
    def __init__(self):
        self._exit_callbacks = []

    def pop_all(self):
        """Move all the callbacks to a new stack, which is returned; nothing is called."""
        new = type(self)()
        self._exit_callbacks, new._exit_callbacks = [], self._exit_callbacks
        return new

    def push(self, exit):
        """Call, at the end, the __exit__ of an object, or a function that takes the same arguments.

        A true result swallows the exception, as with __exit__.
        """
        return self._push_exit(exit, "__exit__", True)

    def enter_context(self, cm):
        """Enter a context manager now, and leave it at the end. Returns what entering gives."""
        enter, exit = _manager_methods(cm, "__enter__", "__exit__", "context manager")
        result = enter(cm)
        self._exit_callbacks.append((True, MethodType(exit, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Call a function with these arguments at the end. It never hears of exceptions."""
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)

        # For whoever looks at the stack; the rest of the wrapping would have no use.
        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((True, _exit_wrapper))
        return callback

    def _push_exit(self, exit, name, is_sync):
        # Looked up on the type, as the with statement does.
        method = getattr(type(exit), name, None)
        self._exit_callbacks.append((is_sync, exit if method is None else MethodType(method, exit)))
        return exit


def _relink(new, old, outside):
    # The exception of an inner callback should have as context the one it was called with, and
    # not the one that was being handled when the whole stack was left.
    while (context := new.__context__) is not None and context is not old:
        if context is outside:
            new.__context__ = old
            return
        new = context


class ExitStack(_BaseExitStack, AbstractContextManager):
    """Any number of context managers and callbacks that end with one block, the last one first."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        exc = exc_details[1]
        received = exc is not None
        outside = sys.exception()
        suppressed = pending = False
        while self._exit_callbacks:
            _, callback = self._exit_callbacks.pop()
            try:
                details = (None, None, None) if exc is None else (type(exc), exc,
                                                                  exc.__traceback__)
                if callback(*details):
                    suppressed = True
                    pending = False
                    exc = None
            except BaseException as new:
                _relink(new, exc, outside)
                pending = True
                exc = new
        if pending:
            # Raising would set the context anew: what it was is put back.
            context = exc.__context__
            try:
                raise exc
            except BaseException:
                exc.__context__ = context
                raise
        return received and suppressed

    def close(self):
        """Call all the callbacks now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """An ExitStack for `async with`, for asynchronous context managers and callbacks besides."""

    async def enter_async_context(self, cm):
        """Enter an asynchronous context manager now, and leave it at the end."""
        enter, exit = _manager_methods(cm, "__aenter__", "__aexit__",
                                       "asynchronous context manager")
        result = await enter(cm)
        self._exit_callbacks.append((False, MethodType(exit, cm)))
        return result

    def push_async_exit(self, exit):
        """Like push(), for an object with __aexit__, or for a coroutine function."""
        return self._push_exit(exit, "__aexit__", False)

    def push_async_callback(self, callback, /, *args, **kwds):
        """Like callback(), for a coroutine function."""
        async def _exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)

        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((False, _exit_wrapper))
        return callback

    async def aclose(self):
        """Call all the callbacks now, and await the asynchronous ones."""
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        exc = exc_details[1]
        received = exc is not None
        outside = sys.exception()
        suppressed = pending = False
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                details = (None, None, None) if exc is None else (type(exc), exc,
                                                                  exc.__traceback__)
                answer = callback(*details)
                if not is_sync:
                    answer = await answer
                if answer:
                    suppressed = True
                    pending = False
                    exc = None
            except BaseException as new:
                _relink(new, exc, outside)
                pending = True
                exc = new
        if pending:
            context = exc.__context__
            try:
                raise exc
            except BaseException:
                exc.__context__ = context
                raise
        return received and suppressed


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing, for where a context manager is needed; gives enter_result to `as`."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class chdir(AbstractContextManager):
    """Makes path the current directory for the length of the block."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os
        os.chdir(self._old_cwd.pop())
