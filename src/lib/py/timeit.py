"""How long a statement takes."""

import itertools
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


def _function(stmt, setup, namespace):
    """A function that runs the statement a number of times and returns how long it took."""
    local = dict(namespace)
    lines = ["def inner(_it, _timer):"]
    if isinstance(setup, str):
        compile(setup, "<timeit-src>", "exec")
        lines += ["    " + line for line in setup.split("\n")]
    elif callable(setup):
        local["_setup"] = setup
        lines.append("    _setup()")
    else:
        raise ValueError("setup is neither a string nor callable")
    lines += ["    _t0 = _timer()", "    for _i in _it:"]
    if isinstance(stmt, str):
        compile(stmt, "<timeit-src>", "exec")
        lines += ["        " + line for line in stmt.split("\n")]
    elif callable(stmt):
        local["_stmt"] = stmt
        lines.append("        _stmt()")
    else:
        raise ValueError("stmt is neither a string nor callable")
    lines += ["        pass", "    _t1 = _timer()", "    return _t1 - _t0"]
    source = "\n".join(lines)
    exec(compile(source, "<timeit-src>", "exec"), namespace, local)
    return local["inner"], source, local


class Timer:
    """Measures a statement behind a setup."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        names = _names() if globals is None else globals
        for name, value in (("_stmt", stmt), ("_setup", setup)):
            if callable(value):
                names = {**names, name: value}
        self.inner, self.src, _ = _function(stmt, setup, names)

    def print_exc(self, file=None):
        """Show the traceback of the statement."""
        import linecache
        import traceback
        linecache.cache["<timeit-src>"] = (len(self.src), None, self.src.split("\n"),
                                           "<timeit-src>")
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """The time that so many runs take."""
        from itertools import repeat
        return self.inner(repeat(None, number), self.timer)

    def repeat(self, repeat=default_repeat, number=default_number):
        """Several measurements."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """A number of runs that takes long enough, and the time."""
        numbers = (digit * 10 ** zeros for zeros in itertools.count() for digit in (1, 2, 5))
        taken = 0
        while taken < 0.2:
            number = next(numbers)
            taken = self.timeit(number)
            if callback:
                callback(number, taken)
        return number, taken


def _names():
    return globals()


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """The time that so many runs of a statement take."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat,
           number=default_number, globals=None):
    """Several measurements of a statement."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
