"""The builtins for people: exit and quit, help, and the texts of copyright, credits and license; and
what breakpoint() does.
"""

import builtins
import sys


class Quitter:
    """Ends the program when it is called."""

    def __init__(self, name, eof):
        self.name, self.eof = name, eof

    def __repr__(self):
        return f"Use {self.name}() or {self.eof} to exit"

    def __call__(self, code=None):
        try:
            sys.stdin.close()
        except Exception:
            pass
        raise SystemExit(code)


class _Printer:
    """A text that is shown by calling it, or at a prompt."""

    def __init__(self, name, text):
        self.__name, self.__text = name, text

    def __repr__(self):
        return self.__text

    def __call__(self):
        print(self.__text)


class _Helper:
    """help(x) prints what is known of x: signatures and docstrings."""

    def __repr__(self):
        return ("Type help() for interactive help, "
                "or help(object) for help about object.")

    def __call__(self, *args, **kwds):
        import pydoc
        return pydoc.help(*args, **kwds)


def breakpointhook(*args, **kws):
    import os
    name = os.environ.get("PYTHONBREAKPOINT") or "pdb.set_trace"
    if name == "0":
        return None
    module, _, function = name.rpartition(".")
    try:
        hook = getattr(__import__(module or "builtins", fromlist=[function]), function)
    except (ImportError, AttributeError):
        import warnings
        warnings.warn(f'Ignoring unimportable $PYTHONBREAKPOINT: "{name}"', RuntimeWarning)
        return None
    return hook(*args, **kws)


class _UnraisableHookArgs(tuple):
    # What sys.unraisablehook gets: a tuple whose items also have names.
    __slots__ = ()
    __module__ = "sys"
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    err_msg = property(lambda self: self[3])
    object = property(lambda self: self[4])


_UnraisableHookArgs.__name__ = _UnraisableHookArgs.__qualname__ = "UnraisableHookArgs"


def report_unraisable(exc, message, *thing):
    if thing:
        message = f"{message} {_safe_repr(*thing)}"
    args = _UnraisableHookArgs((type(exc), exc, exc.__traceback__, message, None))
    hook = getattr(sys, "unraisablehook", None)
    if hook is None:
        hook = show_unraisable
    try:
        hook(args)
    except BaseException as error:
        # Without the frame of this function.
        _write_unraisable(f"Exception ignored in sys.unraisablehook: {_safe_repr(hook)}\n", error,
                          error.__traceback__)


def _safe_repr(thing):
    try:
        return repr(thing)
    except Exception:
        return "<object repr() failed>"


def show_unraisable(unraisable):
    if type(unraisable) is not _UnraisableHookArgs:
        raise TypeError("sys.unraisablehook argument type must be UnraisableHookArgs")
    _, error, traceback, message, thing = unraisable
    if thing is not None:
        title = f"{message} {_safe_repr(thing)}:\n" if message else (
            f"Exception ignored in: {_safe_repr(thing)}\n")
    else:
        title = f"{message}:\n" if message else ""
    _write_unraisable(title, error, traceback)


def _write_unraisable(title, error, trace):
    out = sys.stderr
    if out is None:
        return
    import traceback
    text = [title]
    entries = traceback.extract_tb(trace)
    if entries:
        text.append("Traceback (most recent call last):\n")
    for entry in entries:
        text.append(f'  File "{entry.filename}", line {entry.lineno}, in {entry.name}\n')
        if entry.line:
            text.append(f"    {entry.line}\n")
    text.append(_short(error))
    out.write("".join(text))


def _short(error):
    # The class and its text: no notes, no causes, and a colon though there be no text.
    cls = type(error)
    module = getattr(cls, "__module__", None)
    if not isinstance(module, str):
        module = "<unknown>"
    else:
        module = "" if module in ("builtins", "__main__") else module + "."
    try:
        shown = str(error)
    except Exception:
        shown = "<exception str() failed>"
    return f"{module}{cls.__qualname__}: {shown}\n"


builtins.exit = Quitter("exit", "Ctrl-D (i.e. EOF)")
builtins.quit = Quitter("quit", "Ctrl-D (i.e. EOF)")
builtins.help = _Helper()
builtins.copyright = _Printer("copyright", sys.copyright)
builtins.credits = _Printer("credits", "Natrix was made by its authors.")
builtins.license = _Printer("license", "See the file LICENSE of Natrix.")
