"""Handles, the interface of an event loop, and which loop is the current one."""

from _asyncio import (
    Handle, TimerHandle, _cancel_handle, _get_running_loop, _set_running_loop, get_event_loop,
    get_running_loop)
from . import format_helpers

__all__ = ("AbstractEventLoop", "AbstractServer", "Handle", "TimerHandle",
           "get_event_loop_policy", "set_event_loop_policy", "get_event_loop", "set_event_loop",
           "new_event_loop", "_set_running_loop", "get_running_loop", "_get_running_loop")


# ---- what Handle, which is in C, asks for ----


def _handle_info(handle):
    call = None
    if handle._callback is not None:
        call = format_helpers._format_callback_source(
            handle._callback, handle._args, debug=handle._loop.get_debug())
    return format_helpers.present(handle.__class__.__name__, handle._cancelled and "cancelled",
                                  call, format_helpers.made_at(handle))


def _show_handle(handle):
    if handle._shown is not None:
        return handle._shown
    return f"<{' '.join(handle._repr_info())}>"


def _cancel(handle):
    # What it was is kept for the repr, in the debug mode of its loop.
    _cancel_handle(handle, repr(handle) if handle._loop.get_debug() else None)


def _report(handle, error):
    text = format_helpers._format_callback_source(handle._callback, handle._args,
                                                  debug=handle._loop.get_debug())
    context = {
        "message": f"Exception in callback {text}",
        "exception": error,
        "handle": handle,
    }
    if handle._source_traceback:
        context["source_traceback"] = handle._source_traceback
    handle._loop.call_exception_handler(context)


def _run_in(handle):
    # Its context is none of ours.
    handle._context.run(handle._callback, *handle._args)


def _run_other(handle):
    if not handle._cancelled:
        handle._run()


def _timer_info(timer):
    info = _handle_info(timer)
    info.insert(2 if timer._cancelled else 1, f"when={timer._when}")
    return info


def _cancel_timer(timer):
    timer._loop._timer_handle_cancelled(timer)
    _cancel(timer)


def _compare_timers(a, b, op):
    # The operators by their numbers: < <= == != > >=
    if op == 0:
        return a._when < b._when
    if op == 4:
        return a._when > b._when
    if op == 1 and a._when < b._when or op == 5 and a._when > b._when:
        return True
    same = (a._when == b._when and a._callback == b._callback and a._args == b._args
            and a._cancelled == b._cancelled)
    return same != (op == 3)


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


_current_loop = None  # of set_event_loop()


def _get_policy_loop():
    # get_event_loop() where none is running.
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
