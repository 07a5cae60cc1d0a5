"""Options of a command line, in the way of C's function of that name."""

import os
from gettext import gettext as _

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    """An option is unknown, or lacks its argument or has one too many."""

    opt = msg = ""

    def __init__(self, msg, opt=""):
        self.msg, self.opt = msg, opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError  # its old name


def getopt(args, shortopts, longopts=[]):
    """Pairs of options and their arguments, and what is left: from the first that is no option."""
    opts = []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    while args and args[0].startswith("-") and args[0] != "-":
        if args[0] == "--":
            args = args[1:]
            break
        if args[0].startswith("--"):
            args = _long(opts, args[0][2:], longopts, args[1:])
        else:
            args = _short(opts, args[0][1:], shortopts, args[1:])
    return opts, args


def gnu_getopt(args, shortopts, longopts=[]):
    """The same, with options anywhere. `+` in front of shortopts: as getopt; `-`: what is no option
    is put between the options, under None."""
    opts, others = [], []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    in_order = shortopts.startswith("-")
    stops = shortopts.startswith("+") or not in_order and bool(os.environ.get("POSIXLY_CORRECT"))
    shortopts = shortopts[1:] if shortopts[:1] in ("-", "+") else shortopts
    while args:
        first = args[0]
        if first == "--":
            others += args[1:]
            break
        if not first.startswith("-") or first == "-":
            if stops:
                others += args
                break
            others.append(first)
            args = args[1:]
            continue
        if in_order and others:
            opts.append((None, others))
            others = []
        if first.startswith("--"):
            args = _long(opts, first[2:], longopts, args[1:])
        else:
            args = _short(opts, first[1:], shortopts, args[1:])
    return opts, others


def _long(opts, text, longopts, args):
    # Puts one long option to the others; the arguments behind it.
    name, given, value = text.partition("=")
    name, takes = _whole_name(name, longopts)
    if not takes and given:
        raise GetoptError(_("option --%s must not have an argument") % name, name)
    if takes == "=" and not given:
        if not args:
            raise GetoptError(_("option --%s requires argument") % name, name)
        value, args = args[0], args[1:]
    opts.append(("--" + name, value))
    return args


def _whole_name(start, longopts):
    # The long option that begins so, and what it takes: "=", "=?" or "".
    known = {option.removesuffix("?").removesuffix("=") if option.endswith(("=", "=?")) else option:
             "=?" if option.endswith("=?") else "=" if option.endswith("=") else ""
             for option in longopts if option.startswith(start)}
    if not known:
        raise GetoptError(_("option --%s not recognized") % start, start)
    if start in known:
        return start, known[start]
    if len(known) > 1:
        raise GetoptError(_("option --%s not a unique prefix; possible options: %s")
                          % (start, ", ".join(known)), start)
    return known.popitem()


def _short(opts, text, shortopts, args):
    # Puts a word of short options to the others; the arguments behind it.
    while text:
        name, text = text[0], text[1:]
        at = shortopts.find(name)
        if at < 0 or name == ":":
            raise GetoptError(_("option -%s not recognized") % name, name)
        value = ""
        if shortopts.startswith(":", at + 1):
            if not text and not shortopts.startswith("::", at + 1):
                if not args:
                    raise GetoptError(_("option -%s requires argument") % name, name)
                text, args = args[0], args[1:]
            value, text = text, ""
        opts.append(("-" + name, value))
    return args
