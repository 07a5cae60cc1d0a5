"""What may have been meant: the ends of the messages of NameError, AttributeError, ImportError.

The nearest name wins, by an edit distance in which a change of case costs less than another letter.
"""

import sys

_MAX_CANDIDATE_ITEMS = 750
_MAX_STRING_SIZE = 40
_MOVE_COST = 2
_CASE_COST = 1


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
        # What is no string among them can't be sorted.
        names = type(obj).__dir__(obj)
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
        names = [name for name in names if isinstance(name, str)]
        # A method that forgets to say whose name it is.
        if "self" in frame.f_locals:
            try:
                has_wrong = hasattr(frame.f_locals["self"], wrong)
            except Exception:
                has_wrong = False
            if has_wrong:
                return f"self.{wrong}"
    return nearest(wrong, names)


def nearest(wrong, names):
    if len(names) > _MAX_CANDIDATE_ITEMS or len(wrong) > _MAX_STRING_SIZE:
        return None
    best, best_distance = None, len(wrong)
    for name in names:
        if name == wrong:
            continue
        # No more than a third of the letters may be other ones.
        limit = min((len(name) + len(wrong) + 3) * _MOVE_COST // 6, best_distance - 1)
        distance = _distance(wrong, name, limit)
        if distance > limit:
            continue
        if best is None or distance < best_distance:
            best, best_distance = name, distance
    return best


def _cost(a, b):
    if a == b:
        return 0
    return _CASE_COST if a.lower() == b.lower() else _MOVE_COST


def _distance(a, b, limit):
    if a == b:
        return 0
    # What they have in common at both ends makes no difference.
    start = 0
    while start < len(a) and start < len(b) and a[start] == b[start]:
        start += 1
    a, b = a[start:], b[start:]
    end = 0
    while end < len(a) and end < len(b) and a[-1 - end] == b[-1 - end]:
        end += 1
    if end:
        a, b = a[:-end], b[:-end]
    if not a or not b:
        return _MOVE_COST * (len(a) + len(b))
    if len(a) > _MAX_STRING_SIZE or len(b) > _MAX_STRING_SIZE:
        return limit + 1
    if len(b) < len(a):
        a, b = b, a
    if (len(b) - len(a)) * _MOVE_COST > limit:
        return limit + 1
    row = [_MOVE_COST * (place + 1) for place in range(len(a))]
    result = 0
    for b_place, b_char in enumerate(b):
        distance = result = b_place * _MOVE_COST
        least = sys.maxsize
        for place, a_char in enumerate(a):
            substitute = distance + _cost(b_char, a_char)
            distance = row[place]
            result = min(substitute, min(result, distance) + _MOVE_COST)
            row[place] = result
            least = min(least, result)
        if least > limit:
            return limit + 1
    return result


def correct_keyword(te):
    """`invalid syntax` near a word that is nearly a keyword says which one."""
    if te.msg != "invalid syntax" or not te._exc_metadata:
        return
    line, offset, source = te._exc_metadata
    from keyword import kwlist
    end_line = int(te.lineno) if te.lineno is not None else 0
    lines = source.split("\n") if source else None
    if lines is None:
        return
    if line > 0:
        lines = lines[line - 1:end_line]
    else:
        lines = lines[:end_line]
    import re
    import textwrap
    text = "\n".join(lines)
    for found in re.finditer(r"[A-Za-z_]\w*", lines[-1] if lines else ""):
        word = found.group()
        if word in kwlist:
            continue
        for keyword in _near_keywords(word, kwlist):
            changed = lines[:-1] + [lines[-1][:found.start()] + keyword
                                    + lines[-1][found.end():]]
            try:
                import codeop
                codeop.compile_command(textwrap.dedent("\n".join(changed)), symbol="exec")
            except SyntaxError:
                continue
            te.text = lines[-1] + "\n"
            te.offset = found.start() + 1
            te.end_offset = found.end() + 1
            te.msg = f"invalid syntax. Did you mean '{keyword}'?"
            return


def _near_keywords(word, keywords):
    first = nearest(word, keywords)
    return [first] if first else []
