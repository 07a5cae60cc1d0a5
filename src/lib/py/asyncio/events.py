"""Handles, the interface of an event loop, and which loop is running."""

import contextvars

from . import format_helpers

__all__ = ("AbstractEventLoop", "AbstractServer", "Handle", "TimerHandle",
           "get_event_loop_policy", "set_event_loop_policy", "get_event_loop", "set_event_loop",
           "new_event_loop", "_set_running_loop", "get_running_loop", "_get_running_loop")


class Handle:
    """A callback that the loop will call; it can be cancelled."""

    __slots__ = ("_callback", "_args", "_cancelled", "_loop", "_shown", "__weakref__", "_context")

    _source_traceback = None

    def __init__(self, callback, args, loop, context=None):
        self._context = contextvars.copy_context() if context is None else context
        self._loop = loop
        self._callback = callback
        self._args = args
        self._cancelled = False

    def _repr_info(self):
        info = [self.__class__.__name__]
        if self._cancelled:
            info.append("cancelled")
        if self._callback is not None:
            info.append(format_helpers._format_callback_source(
                self._callback, self._args, debug=self._loop.get_debug()))
        return info

    def __repr__(self):
        if self._cancelled and hasattr(self, "_shown"):
            return self._shown
        return f"<{' '.join(self._repr_info())}>"

    def get_context(self):
        """The context that the callback runs in."""
        return self._context

    def cancel(self):
        """Have the callback not called."""
        if self._cancelled:
            return
        self._cancelled = True
        if self._loop.get_debug():
            self._shown = repr(self)  # what it was is kept for the repr
        self._callback = self._args = None

    def cancelled(self):
        """Whether it was cancelled."""
        return self._cancelled

    def _run(self):
        try:
            self._context.run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._report(error)
        self = None  # no cycle when an exception breaks out

    def _report(self, error):
        text = format_helpers._format_callback_source(self._callback, self._args,
                                                      debug=self._loop.get_debug())
        self._loop.call_exception_handler({
            "message": f"Exception in callback {text}",
            "exception": error,
            "handle": self,
        })


def _soon(loop, callback, args, context):
    # loop.call_soon() for futures and tasks. A loop of our own that is open, not in debug mode and
    # has not got another call_soon says so by _direct.
    try:
        direct = loop._direct
    except AttributeError:
        direct = False
    if direct:
        loop._ready.append(Handle(callback, args, loop, context))
    else:
        loop.call_soon(callback, *args, context=context)


class TimerHandle(Handle):
    """A callback that the loop will call at a time."""

    __slots__ = ("_scheduled", "_when")

    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        self._when = when
        self._scheduled = False

    def _repr_info(self):
        info = super()._repr_info()
        info.insert(2 if self._cancelled else 1, f"when={self._when}")
        return info

    def __hash__(self):
        return hash(self._when)

    def __lt__(self, other):
        if isinstance(other, TimerHandle):
            return self._when < other._when
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, TimerHandle):
            return self._when < other._when or self.__eq__(other)
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, TimerHandle):
            return self._when > other._when
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, TimerHandle):
            return self._when > other._when or self.__eq__(other)
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, TimerHandle):
            return (self._when == other._when and self._callback == other._callback
                    and self._args == other._args and self._cancelled == other._cancelled)
        return NotImplemented

    def cancel(self):
        """Have the callback not called."""
        if not self._cancelled:
            self._loop._timer_handle_cancelled(self)
        super().cancel()

    def when(self):
        """The time, by the clock of the loop."""
        return self._when


class AbstractServer:
    """What servers offer."""

    def close(self):
        """Take no more connections."""
        raise NotImplementedError

    def get_loop(self):
        """The loop it belongs to."""
        raise NotImplementedError

    def is_serving(self):
        """Whether it takes connections."""
        raise NotImplementedError

    async def wait_closed(self):
        """Wait until it is closed."""
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


def _not_implemented(name):
    def method(self, *args, **kwargs):
        raise NotImplementedError

    method.__name__ = name
    method.__qualname__ = f"AbstractEventLoop.{name}"
    return method


class AbstractEventLoop:
    """What event loops offer; nothing of it is implemented here."""

    _direct = False


# All that an event loop can be asked for; what a loop does not override, it refuses.
for _name in """run_forever run_until_complete stop is_running is_closed close shutdown_asyncgens
        shutdown_default_executor _timer_handle_cancelled call_soon call_later call_at time
        create_future create_task call_soon_threadsafe run_in_executor set_default_executor
        getaddrinfo getnameinfo create_connection create_server start_tls sendfile
        create_unix_connection create_unix_server connect_accepted_socket
        create_datagram_endpoint connect_read_pipe connect_write_pipe subprocess_shell
        subprocess_exec add_reader remove_reader add_writer remove_writer sock_recv
        sock_recv_into sock_recvfrom sock_recvfrom_into sock_sendall sock_sendto sock_connect
        sock_accept sock_sendfile add_signal_handler remove_signal_handler set_task_factory
        get_task_factory get_exception_handler set_exception_handler default_exception_handler
        call_exception_handler get_debug set_debug""".split():
    setattr(AbstractEventLoop, _name, _not_implemented(_name))
del _name


_running_loop = None
_current_loop = None  # of set_event_loop()


def get_running_loop():
    """The loop that is running; RuntimeError if there is none."""
    if _running_loop is None:
        raise RuntimeError("no running event loop")
    return _running_loop


def _get_running_loop():
    return _running_loop


def _set_running_loop(loop):
    global _running_loop
    _running_loop = loop


def get_event_loop():
    """The loop that is running, or the one that set_event_loop() made current."""
    if _running_loop is not None:
        return _running_loop
    return get_event_loop_policy().get_event_loop()


def set_event_loop(loop):
    """Make a loop the current one."""
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    """A new loop."""
    return get_event_loop_policy().new_event_loop()


class _AbstractEventLoopPolicy:
    """What policies offer: which loop is current, and how one is made."""

    def get_event_loop(self):
        """The current loop."""
        raise NotImplementedError

    def set_event_loop(self, loop):
        """Make a loop the current one."""
        raise NotImplementedError

    def new_event_loop(self):
        """A new loop."""
        raise NotImplementedError


class _DefaultEventLoopPolicy(_AbstractEventLoopPolicy):
    def get_event_loop(self):
        if _current_loop is None:
            raise RuntimeError("There is no current event loop in thread 'MainThread'.")
        return _current_loop

    def set_event_loop(self, loop):
        global _current_loop
        if loop is None or isinstance(loop, AbstractEventLoop):
            _current_loop = loop
        else:
            raise TypeError("loop must be an instance of AbstractEventLoop or None, not "
                            f"'{type(loop).__name__}'")

    def new_event_loop(self):
        from .base_events import EventLoop
        return EventLoop()


_policy = _DefaultEventLoopPolicy()


def get_event_loop_policy():
    """The policy that says which loop is current."""
    return _policy


def set_event_loop_policy(policy):
    """Let another policy say which loop is current."""
    global _policy
    if policy is not None and not isinstance(policy, _AbstractEventLoopPolicy):
        raise TypeError("policy must be an instance of AbstractEventLoopPolicy or None, not "
                        f"'{type(policy).__name__}'")
    _policy = policy if policy is not None else _DefaultEventLoopPolicy()


_get_event_loop_policy = get_event_loop_policy
_set_event_loop_policy = set_event_loop_policy
