"""Tests that are coroutines, each in an event loop of its own."""

import asyncio
import contextvars
import inspect
import warnings

from .case import TestCase

__unittest = True


class IsolatedAsyncioTestCase(TestCase):
    """A TestCase whose test methods may be coroutines. All parts of a test run in one loop and one
    context: setUp, asyncSetUp, the test, asyncTearDown, tearDown, the cleanups.
    """

    loop_factory = None

    def __init__(self, methodName="runTest"):
        super().__init__(methodName)
        self._asyncioRunner = None
        self._asyncioTestContext = contextvars.copy_context()

    async def asyncSetUp(self):
        """What is to be done before the test, in the loop."""

    async def asyncTearDown(self):
        """What is to be done behind it, in the loop."""

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        """Call a coroutine function with the cleanups."""
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        """Enter an asynchronous context that is left with the cleanups; what it gave."""
        cls = type(cm)
        try:
            enter, leave = cls.__aenter__, cls.__aexit__
        except AttributeError:
            text = (f"'{cls.__module__}.{cls.__qualname__}' object does not support "
                    "the asynchronous context manager protocol")
            if hasattr(cls, "__enter__") and hasattr(cls, "__exit__"):
                text += (" but it supports the context manager protocol. "
                         "Did you mean to use enterContext()?")
            raise TypeError(text) from None
        entered = await enter(cm)
        self.addAsyncCleanup(leave, cm, None, None, None)
        return entered

    def _callSetUp(self):
        self._asyncioRunner.get_loop()  # from now on it is the current one
        self._asyncioTestContext.run(self.setUp)
        self._run_async(self.asyncSetUp)

    def _callTestMethod(self, method):
        result = self._run_maybe_async(method)
        if result is not None:
            warnings.warn("It is deprecated to return a value that is not None "
                          f"from a test case ({method})", DeprecationWarning, stacklevel=4)

    def _callTearDown(self):
        self._run_async(self.asyncTearDown)
        self._asyncioTestContext.run(self.tearDown)

    def _callCleanup(self, function, /, *args, **kwargs):
        self._run_maybe_async(function, *args, **kwargs)

    def _run_async(self, function, /, *args, **kwargs):
        return self._asyncioRunner.run(function(*args, **kwargs),
                                       context=self._asyncioTestContext)

    def _run_maybe_async(self, function, /, *args, **kwargs):
        if inspect.iscoroutinefunction(function):
            return self._run_async(function, *args, **kwargs)
        return self._asyncioTestContext.run(function, *args, **kwargs)

    def _open_runner(self):
        self._asyncioRunner = asyncio.Runner(debug=True, loop_factory=self.loop_factory)

    def _close_runner(self):
        self._asyncioRunner.close()

    def run(self, result=None):
        """Run the test and tell the result."""
        self._open_runner()
        try:
            return super().run(result)
        finally:
            self._close_runner()

    def debug(self):
        """Run the test and let its exceptions through."""
        self._open_runner()
        super().debug()
        self._close_runner()

    def __del__(self):
        if self._asyncioRunner is not None:
            self._close_runner()
