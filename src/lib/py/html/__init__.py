"""Text in HTML: special characters to references, and references to characters."""

import re as _re

__all__ = ["escape", "unescape"]


def escape(s, quote=True):
    """The text with & < > as references, and with quote " and ' too."""
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


_REFERENCE = _re.compile(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")


def _number(point):
    """The character that a numeric reference means by the rules of HTML for bad ones."""
    if point == 0 or point > 0x10FFFF or 0xD800 <= point <= 0xDFFF:
        return "\ufffd"
    if 0x80 <= point <= 0x9F:  # pages mean Windows-1252, where five of these are not used
        return bytes([point]).decode("cp1252", "ignore") or chr(point)
    control = point < 32 and point not in (9, 10, 12, 13) or point == 0x7F
    if control or 0xFDD0 <= point <= 0xFDEF or point & 0xFFFE == 0xFFFE:
        return ""
    return chr(point)


_known = None  # html.entities.html5, when it was asked for


def _all_names():
    global _known
    from html.entities import html5
    _known = html5
    return html5


def _character(found):
    name = found[1]
    if name[0] == "#":
        digits = name[1:].rstrip(";")
        return _number(int(digits[1:], 16) if digits[0] in "xX" else int(digits))
    names = _known or _all_names()
    if name in names:
        return names[name]
    for end in range(len(name) - 1, 1, -1):  # the longest name that it begins with
        if name[:end] in names:
            return names[name[:end]] + name[end:]
    return "&" + name


def unescape(s):
    """The text with all references, named and numeric, as the characters that HTML 5 means."""
    return _REFERENCE.sub(_character, s) if "&" in s else s
