"""Handlers that keep files small, keep records in memory, or put them into a queue. Those that
would reach over a network are not here.
"""

import copy
import logging
import os
import re
import time

DEFAULT_TCP_LOGGING_PORT = 9020
DEFAULT_UDP_LOGGING_PORT = 9021
DEFAULT_HTTP_LOGGING_PORT = 9022
DEFAULT_SOAP_LOGGING_PORT = 9023
SYSLOG_UDP_PORT = SYSLOG_TCP_PORT = 514


# ---- files that begin anew ---------------------------------------------------------------------

class BaseRotatingHandler(logging.FileHandler):
    """A file that is put aside at times, for a new one. How: namer and rotator may say."""

    namer = rotator = None

    def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
        super().__init__(filename, mode=mode, encoding=encoding, delay=delay, errors=errors)

    def emit(self, record):
        try:
            if self.shouldRollover(record):
                self.doRollover()
            super().emit(record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        """The name of a file that is put aside."""
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        """Put a file aside."""
        if callable(self.rotator):
            self.rotator(source, dest)
        elif os.path.exists(source):
            os.rename(source, dest)

    def _close_stream(self):
        if self.stream:
            self.stream.close()
            self.stream = None

    def _replace(self, source, dest):
        if os.path.exists(dest):
            os.remove(dest)
        self.rotate(source, dest)


class RotatingFileHandler(BaseRotatingHandler):
    """A new file before one would have maxBytes; backupCount old ones are kept."""

    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False,
                 errors=None):
        super().__init__(filename, "a" if maxBytes > 0 else mode, encoding=encoding, delay=delay,
                         errors=errors)
        self.maxBytes, self.backupCount = maxBytes, backupCount

    def doRollover(self):
        """Number the old files one higher, and begin a new one."""
        self._close_stream()
        if self.backupCount > 0:
            for i in range(self.backupCount - 1, 0, -1):
                source = self.rotation_filename(f"{self.baseFilename}.{i}")
                dest = self.rotation_filename(f"{self.baseFilename}.{i + 1}")
                if os.path.exists(source):
                    if os.path.exists(dest):
                        os.remove(dest)
                    os.rename(source, dest)
            self._replace(self.baseFilename, self.rotation_filename(self.baseFilename + ".1"))
        if not self.delay:
            self.stream = self._open()

    def shouldRollover(self, record):
        """Whether the record has no room in the file."""
        if self.stream is None:
            self.stream = self._open()
        if self.maxBytes <= 0:
            return False
        used = self.stream.tell()
        if not used or used + len(self.format(record)) + 1 < self.maxBytes:
            return False
        return os.path.isfile(self.baseFilename)


_MIDNIGHT = 24 * 60 * 60
# By unit: seconds, the form of the suffix, and what matches it.
_UNITS = {
    "S": (1, "%Y-%m-%d_%H-%M-%S", r"\d{4}-\d{2}-\d{2}_\d{2}-\d{2}-\d{2}"),
    "M": (60, "%Y-%m-%d_%H-%M", r"\d{4}-\d{2}-\d{2}_\d{2}-\d{2}"),
    "H": (3600, "%Y-%m-%d_%H", r"\d{4}-\d{2}-\d{2}_\d{2}"),
    "D": (_MIDNIGHT, "%Y-%m-%d", r"\d{4}-\d{2}-\d{2}"),
    "W": (_MIDNIGHT * 7, "%Y-%m-%d", r"\d{4}-\d{2}-\d{2}"),
}


class TimedRotatingFileHandler(BaseRotatingHandler):
    """A new file after some time: when is S, M, H, D, MIDNIGHT or W0 (Monday) to W6."""

    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False,
                 utc=False, atTime=None, errors=None):
        self.when = when.upper()
        self.backupCount, self.utc, self.atTime = backupCount, utc, atTime
        unit = "D" if self.when == "MIDNIGHT" else self.when
        if self.when.startswith("W"):
            if len(self.when) != 2:
                raise ValueError("You must specify a day for weekly rollover from 0 to 6 "
                                 f"(0 is Monday): {self.when}")
            if self.when[1] not in "0123456":
                raise ValueError(f"Invalid day specified for weekly rollover: {self.when}")
            self.dayOfWeek = int(self.when[1])
            unit = "W"
        if unit not in _UNITS:
            raise ValueError(f"Invalid rollover interval specified: {self.when}")
        seconds, self.suffix, pattern = _UNITS[unit]
        self.extMatch = re.compile(rf"(?<!\d){pattern}(?!\d)", re.ASCII)
        self.interval = seconds * interval
        super().__init__(filename, "a", encoding=encoding, delay=delay, errors=errors)
        known = os.path.exists(self.baseFilename)
        start = os.stat(self.baseFilename).st_mtime if known else time.time()
        self.rolloverAt = self.computeRollover(int(start))

    def _fields(self, at):
        return time.gmtime(at) if self.utc else time.localtime(at)

    def computeRollover(self, currentTime):
        """When the file that begins now is to end."""
        if self.when != "MIDNIGHT" and not self.when.startswith("W"):
            return currentTime + self.interval
        now = self._fields(currentTime)
        at = self.atTime
        rotate = _MIDNIGHT if at is None else (at.hour * 60 + at.minute) * 60 + at.second
        left = rotate - ((now.tm_hour * 60 + now.tm_min) * 60 + now.tm_sec)
        weekday = now.tm_wday
        if left <= 0:
            left += _MIDNIGHT
            weekday = (weekday + 1) % 7
        result = currentTime + left
        if self.when.startswith("W"):
            if weekday != self.dayOfWeek:
                result += (self.dayOfWeek - weekday) % 7 * _MIDNIGHT
            result += self.interval - _MIDNIGHT * 7
        else:
            result += self.interval - _MIDNIGHT
        return result

    def shouldRollover(self, record):
        """Whether the time has come."""
        if int(time.time()) < self.rolloverAt:
            return False
        if os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename):
            self.rolloverAt = self.computeRollover(int(time.time()))
            return False
        return True

    def getFilesToDelete(self):
        """The old files that are too many."""
        folder, base = os.path.split(self.baseFilename)
        found = []
        for name in os.listdir(folder):
            if self.namer is None:
                rest = name[len(base) + 1:] if name.startswith(base + ".") else ""
                matches = self.extMatch.fullmatch(rest)
            else:
                matches = name.startswith(base.partition(".")[0]) and name != base and (
                    self.extMatch.search(name))
            if matches:
                found.append(os.path.join(folder, name))
        found.sort()
        return found[:max(len(found) - self.backupCount, 0)]

    def doRollover(self):
        """Put the file aside under the time when it began, and begin a new one."""
        now = int(time.time())
        began = self._fields(self.rolloverAt - self.interval)
        name = self.rotation_filename(f"{self.baseFilename}.{time.strftime(self.suffix, began)}")
        if os.path.exists(name):
            return
        self._close_stream()
        self.rotate(self.baseFilename, name)
        if self.backupCount > 0:
            for old in self.getFilesToDelete():
                os.remove(old)
        if not self.delay:
            self.stream = self._open()
        at = self.computeRollover(now)
        while at <= now:
            at += self.interval
        self.rolloverAt = at


class WatchedFileHandler(logging.FileHandler):
    """A file that somebody else may put aside: it is opened again then."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        super().__init__(filename, mode=mode, encoding=encoding, delay=delay, errors=errors)
        self._seen = self._identity()

    def _identity(self):
        try:
            found = os.stat(self.baseFilename)
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino

    def reopenIfNeeded(self):
        """Open the file that has the name now, if it is another one."""
        now = self._identity()
        if self.stream is not None and (now is None or now != self._seen):
            self.stream.flush()
            self.stream.close()
            self.stream = self._open()
            self._seen = self._identity()

    def emit(self, record):
        self.reopenIfNeeded()
        super().emit(record)


# ---- records that wait -------------------------------------------------------------------------

class BufferingHandler(logging.Handler):
    """Keeps records until there are `capacity` of them."""

    def __init__(self, capacity):
        super().__init__()
        self.capacity = capacity
        self.buffer = []

    def shouldFlush(self, record):
        """Whether it is time."""
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        """Forget the records; derived classes do something with them."""
        self.acquire()
        try:
            self.buffer.clear()
        finally:
            self.release()

    def close(self):
        try:
            self.flush()
        finally:
            super().close()


class MemoryHandler(BufferingHandler):
    """Keeps records and gives them to another handler when there are enough, or a severe one."""

    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        super().__init__(capacity)
        self.flushLevel, self.target, self.flushOnClose = flushLevel, target, flushOnClose

    def shouldFlush(self, record):
        return super().shouldFlush(record) or record.levelno >= self.flushLevel

    def setTarget(self, target):
        """The handler that is to have them."""
        self.acquire()
        try:
            self.target = target
        finally:
            self.release()

    def flush(self):
        self.acquire()
        try:
            if self.target:
                for record in self.buffer:
                    self.target.handle(record)
                self.buffer.clear()
        finally:
            self.release()

    def close(self):
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            self.acquire()
            try:
                self.target = None
                super().close()
            finally:
                self.release()


class QueueHandler(logging.Handler):
    """Puts records into a queue."""

    def __init__(self, queue):
        super().__init__()
        self.queue = queue
        self.listener = None

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        """The record with its text made, as it can go elsewhere."""
        text = self.format(record)
        record = copy.copy(record)
        record.message = record.msg = text
        record.args = record.exc_info = record.exc_text = record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener:
    """Takes records out of a queue, in a thread of its own, and gives them to handlers."""

    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue, self.handlers = queue, handlers
        self.respect_handler_level = respect_handler_level
        self._thread = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *exc_info):
        self.stop()

    def dequeue(self, block):
        return self.queue.get(block)

    def start(self):
        """Begin to listen."""
        if self._thread is not None:
            raise RuntimeError("Listener already started")
        import threading
        thread = threading.Thread(target=self._monitor)
        thread.daemon = True
        thread.start()
        self._thread = thread

    def prepare(self, record):
        return record

    def handle(self, record):
        """Give one record to all handlers that want its level."""
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def _monitor(self):
        import queue
        has_task_done = hasattr(self.queue, "task_done")
        while True:
            try:
                record = self.dequeue(True)
            except queue.Empty:
                return
            if record is not self._sentinel:
                self.handle(record)
            if has_task_done:
                self.queue.task_done()
            if record is self._sentinel:
                return

    def enqueue_sentinel(self):
        self.queue.put_nowait(self._sentinel)

    def stop(self):
        """Work off what is in the queue, and end."""
        if self._thread:
            self.enqueue_sentinel()
            self._thread.join()
            self._thread = None
