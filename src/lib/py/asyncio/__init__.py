"""The asyncio package: tasks on an event loop that knows no files, sockets, threads or processes.

base_events is the loop, tasks and futures what runs on it.
"""

from .base_events import *
from .coroutines import *
from .events import *
from .exceptions import *
from .futures import *
from .locks import *
from .queues import *
from .runners import *
from .taskgroups import *
from .tasks import *
from .threads import *
from .timeouts import *
from .base_events import EventLoop, SelectorEventLoop

from . import (
    base_events, coroutines, events, exceptions, futures, locks, queues, runners, taskgroups,
    tasks, threads, timeouts)

__all__ = (base_events.__all__ + coroutines.__all__ + events.__all__ + exceptions.__all__
           + futures.__all__ + locks.__all__ + queues.__all__ + runners.__all__
           + taskgroups.__all__ + tasks.__all__ + threads.__all__ + timeouts.__all__
           + ("EventLoop", "SelectorEventLoop"))

_refused = {
    name: "use the network capability (requests, httpx, urllib.request)" for name in (
        "open_connection", "start_server", "open_unix_connection", "start_unix_server",
        "StreamReader", "StreamWriter", "StreamReaderProtocol", "BaseProtocol", "Protocol",
        "DatagramProtocol", "BufferedProtocol", "BaseTransport", "ReadTransport",
        "WriteTransport", "Transport", "DatagramTransport")
} | {
    name: "there are no processes" for name in (
        "create_subprocess_exec", "create_subprocess_shell", "SubprocessProtocol",
        "SubprocessTransport", "subprocess")
}


def __getattr__(name):
    error = AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name in _refused:
        error.add_note(f"asyncio.{name} does not exist here: {_refused[name]}")
    elif name in {"AbstractEventLoopPolicy", "DefaultEventLoopPolicy"}:
        import warnings
        warnings._deprecated(f"asyncio.{name}", remove=(3, 16))
        return getattr(events, "_" + name)
    raise error
