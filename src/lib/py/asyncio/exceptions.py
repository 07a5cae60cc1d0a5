"""The exceptions of asyncio."""

__all__ = ("BrokenBarrierError", "CancelledError", "InvalidStateError", "TimeoutError",
           "IncompleteReadError", "LimitOverrunError", "SendfileNotAvailableError")


class CancelledError(BaseException):
    """The task, or what it waits for, was cancelled."""


TimeoutError = TimeoutError  # the builtin one, under this name too


class InvalidStateError(Exception):
    """The future is not in the state for this: it has a result already, or none yet."""


class SendfileNotAvailableError(RuntimeError):
    """The system cannot send this file on its own."""


class IncompleteReadError(EOFError):
    """The end came before all was read: partial is what there was, expected how much was wanted."""

    def __init__(self, partial, expected):
        self.partial, self.expected = partial, expected
        wanted = "undefined" if expected is None else repr(expected)
        super().__init__(f"{len(partial)} bytes read on a total of {wanted} expected bytes")

    def __reduce__(self):
        return type(self), (self.partial, self.expected)


class LimitOverrunError(Exception):
    """The separator is not in what the buffer holds: consumed is how much that is."""

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed

    def __reduce__(self):
        return type(self), (self.args[0], self.consumed)


class BrokenBarrierError(RuntimeError):
    """The barrier was aborted, or reset while somebody waited."""
