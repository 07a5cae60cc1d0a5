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


builtins.exit = Quitter("exit", "Ctrl-D (i.e. EOF)")
builtins.quit = Quitter("quit", "Ctrl-D (i.e. EOF)")
builtins.help = _Helper()
builtins.copyright = _Printer("copyright", sys.copyright)
builtins.credits = _Printer("credits", "Natrix was made by its authors.")
builtins.license = _Printer("license", "See the file LICENSE of Natrix.")
