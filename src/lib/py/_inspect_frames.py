"""inspect: frames, tracebacks and the states of what can be suspended."""

import sys
import types
from collections import namedtuple

from _inspect_source import findsource, getfile, getsourcefile

__name__ = "inspect"


class Traceback(namedtuple("_Traceback", "filename lineno function code_context index")):
    """Where a frame or a traceback is: file, line, function, the source around it."""

    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        self = super().__new__(cls, filename, lineno, function, code_context, index)
        self.positions = positions
        return self

    def __repr__(self):
        return (f"Traceback(filename={self.filename!r}, lineno={self.lineno!r}, "
                f"function={self.function!r}, code_context={self.code_context!r}, "
                f"index={self.index!r}, positions={self.positions!r})")


class FrameInfo(namedtuple("_FrameInfo", ("frame",) + Traceback._fields)):
    """A frame together with where it is."""

    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        self = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        self.positions = positions
        return self

    def __repr__(self):
        return (f"FrameInfo(frame={self.frame!r}, filename={self.filename!r}, "
                f"lineno={self.lineno!r}, function={self.function!r}, "
                f"code_context={self.code_context!r}, index={self.index!r}, "
                f"positions={self.positions!r})")


def getframeinfo(frame, context=1):
    """Where a frame or a traceback is, with so many lines of source around it."""
    if isinstance(frame, types.TracebackType):
        lineno = frame.tb_lineno
        frame = frame.tb_frame
    else:
        lineno = frame.f_lineno
    if not isinstance(frame, types.FrameType):
        raise TypeError(f"{frame!r} is not a frame or traceback object")
    filename = getsourcefile(frame) or getfile(frame)
    lines = index = None
    if context > 0:
        start = lineno - 1 - context // 2
        try:
            lines, _ = findsource(frame)
        except OSError:
            lines = index = None
        else:
            start = max(0, min(start, len(lines) - context))
            lines = lines[start:start + context]
            index = lineno - 1 - start
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index)


def _record(frame, place, context):
    info = getframeinfo(place, context)
    return FrameInfo(frame, *info, positions=info.positions)


def getouterframes(frame, context=1):
    """The records of a frame and of those that called it, from the inside out."""
    chain = []
    while frame is not None:
        chain.append(frame)
        frame = frame.f_back
    return [_record(frame, frame, context) for frame in chain]


def getinnerframes(tb, context=1):
    """The records of the frames of a traceback, down to where the exception was raised."""
    chain = []
    while tb is not None:
        chain.append(tb)
        tb = tb.tb_next
    return [_record(tb.tb_frame, tb, context) for tb in chain]


def currentframe():
    """The frame of who calls this."""
    return sys._getframe(1) if hasattr(sys, "_getframe") else None


def stack(context=1):
    """The records of the frames from the caller out to the program."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """The records from the current frame down to where the exception that is being handled was
    raised.
    """
    error = sys.exception()
    return getinnerframes(None if error is None else error.__traceback__, context)


# States of generators and the like.

GEN_CREATED = "GEN_CREATED"
GEN_RUNNING = "GEN_RUNNING"
GEN_SUSPENDED = "GEN_SUSPENDED"
GEN_CLOSED = "GEN_CLOSED"
CORO_CREATED = "CORO_CREATED"
CORO_RUNNING = "CORO_RUNNING"
CORO_SUSPENDED = "CORO_SUSPENDED"
CORO_CLOSED = "CORO_CLOSED"
AGEN_CREATED = "AGEN_CREATED"
AGEN_RUNNING = "AGEN_RUNNING"
AGEN_SUSPENDED = "AGEN_SUSPENDED"
AGEN_CLOSED = "AGEN_CLOSED"


def _state(running, suspended, frame):
    if running:
        return "RUNNING"
    if suspended:
        return "SUSPENDED"
    return "CLOSED" if frame is None else "CREATED"


def getgeneratorstate(generator):
    """Whether a generator has not begun, runs, waits at a yield, or has ended (GEN_...)."""
    return "GEN_" + _state(generator.gi_running, generator.gi_suspended, generator.gi_frame)


def getgeneratorlocals(generator):
    """The local variables of a generator by name; none after its end."""
    if not isinstance(generator, types.GeneratorType):
        raise TypeError(f"{generator!r} is not a Python generator")
    frame = getattr(generator, "gi_frame", None)
    return {} if frame is None else generator.gi_frame.f_locals


def getcoroutinestate(coroutine):
    """Whether a coroutine has not begun, runs, waits at an await, or has ended (CORO_...)."""
    return "CORO_" + _state(coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame)


def getcoroutinelocals(coroutine):
    """The local variables of a coroutine by name; none after its end."""
    frame = getattr(coroutine, "cr_frame", None)
    return {} if frame is None else frame.f_locals


def getasyncgenstate(agen):
    """Whether an asynchronous generator has not begun, runs, waits, or has ended (AGEN_...)."""
    return "AGEN_" + _state(agen.ag_running, agen.ag_suspended, agen.ag_frame)


def getasyncgenlocals(agen):
    """The local variables of an asynchronous generator by name; none after its end."""
    if not isinstance(agen, types.AsyncGeneratorType):
        raise TypeError(f"{agen!r} is not a Python async generator")
    frame = getattr(agen, "ag_frame", None)
    return {} if frame is None else agen.ag_frame.f_locals
