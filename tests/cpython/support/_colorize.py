"""Stands for _colorize in CPython's tests: the colours of tracebacks, which are off here."""

COLORIZE = False


class default_theme:
    """The colours by what they are for."""

    traceback = {"type": "\x1b[1;35m", "message": "\x1b[35m", "filename": "\x1b[35m",
                 "line_no": "\x1b[35m", "frame": "\x1b[35m", "error_highlight": "\x1b[1;31m",
                 "error_range": "\x1b[31m", "reset": "\x1b[0m"}


def can_colorize(*, file=None):
    """Whether a stream shows colours."""
    return False


def get_theme(*, tty_file=None, force_color=False, force_no_color=False):
    """The colours to use."""
    return default_theme
