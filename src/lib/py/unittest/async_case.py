"""Tests that are coroutines, each in an event loop of its own."""

import asyncio
import contextvars
import inspect

from .case import TestCase, _methods_of_context

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
        enter, leave = _methods_of_context(cm, asynchronous=True)
        entered = await enter(cm)
        self.addAsyncCleanup(leave, cm, None, None, None)
        return entered

    def _callSetUp(self):
        self._asyncioRunner.get_loop()  # from now on it is the current one
        self._asyncioTestContext.run(self.setUp)
        self._run_async(self.asyncSetUp)

    def _callTearDown(self):
        self._run_async(self.asyncTearDown)
        self._asyncioTestContext.run(self.tearDown)

    def _run_async(self, function, /, *args, **kwargs):
        return self._asyncioRunner.run(function(*args, **kwargs),
                                       context=self._asyncioTestContext)

    def _call(self, function, /, *args, **kwargs):
        if inspect.iscoroutinefunction(function):
            return self._run_async(function, *args, **kwargs)
        return self._asyncioTestContext.run(function, *args, **kwargs)

    def _setupAsyncioRunner(self):
        self._asyncioRunner = asyncio.Runner(debug=True, loop_factory=self.loop_factory)

    def _tearDownAsyncioRunner(self):
        self._asyncioRunner.close()

    def __del__(self):
        if self._asyncioRunner is not None:
            self._tearDownAsyncioRunner()
