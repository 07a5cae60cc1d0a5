"""What may have been meant: the ends of the messages of NameError, AttributeError, ImportError.

The nearest name wins, by an edit distance in which a change of case costs less than another letter.
"""

import sys

from _traceback import find_keyword, nearest_name


def hint(exc_type, exc_value, tb):
    if issubclass(exc_type, ImportError):
        wrong = getattr(exc_value, "name_from", None)
    else:
        wrong = getattr(exc_value, "name", None)
    text = ""
    suggestion = None
    if wrong is not None:
        suggestion = _suggestion(exc_value, tb, wrong)
        if suggestion:
            text = f". Did you mean: {suggestion!r}?"
    if issubclass(exc_type, NameError) and wrong is not None and (
            wrong in getattr(sys, "stdlib_module_names", ())):
        if suggestion:
            text += f" Or did you forget to import {wrong!r}?"
        else:
            text = f". Did you forget to import {wrong!r}?"
    return text


def _names_of(obj):
    try:
        names = dir(obj)
    except TypeError:
        names = type(obj).__dir__(obj)  # what is no string among them can't be sorted
    return [name for name in names if isinstance(name, str)]


def _suggestion(error, tb, wrong):
    if not isinstance(wrong, str):
        return None
    if isinstance(error, AttributeError):
        try:
            names = _names_of(error.obj)
        except Exception:
            return None
        hide = wrong[:1] != "_"
        if hide and tb is not None:
            while tb.tb_next is not None:
                tb = tb.tb_next
            frame = tb.tb_frame
            # In its own methods, private names are no secret.
            if "self" in frame.f_locals and frame.f_locals["self"] is error.obj:
                hide = False
        if hide:
            names = [name for name in names if name[:1] != "_"]
    elif isinstance(error, ImportError):
        try:
            names = _names_of(__import__(error.name, fromlist=["_"]))
        except Exception:
            return None
        if wrong[:1] != "_":
            names = [name for name in names if name[:1] != "_"]
    else:
        if tb is None:
            return None
        while tb.tb_next is not None:
            tb = tb.tb_next
        frame = tb.tb_frame
        names = list(frame.f_locals) + list(frame.f_globals) + list(frame.f_builtins)
        if not frame.f_locals:
            # A frame that is gone has only its names.
            code = frame.f_code
            names = [*code.co_varnames, *code.co_cellvars, *code.co_freevars, *names]
        names = [name for name in names if isinstance(name, str)]
        # A method that forgets to say whose name it is.
        if "self" in frame.f_locals:
            try:
                has_wrong = hasattr(frame.f_locals["self"], wrong)
            except Exception:
                has_wrong = False
            if has_wrong:
                return f"self.{wrong}"
    return nearest_name(names, wrong)


def correct_keyword(te):
    """`invalid syntax` near a word that is nearly a keyword says which one."""
    lineno = int(te.lineno) if te.lineno is not None else 0
    found = find_keyword(te.msg, te._exc_metadata, lineno, te.text)
    if found is not None:
        keyword, te.lineno, te.offset, te.end_offset, te.text = found
        te.end_lineno = te.lineno
        te.msg = f"invalid syntax. Did you mean '{keyword}'?"
