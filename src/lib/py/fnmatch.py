"""Names that match patterns with wildcards, as in a shell."""

import functools
import os

__all__ = ["filter", "filterfalse", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    """Whether a name matches a pattern with wildcards."""
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


@functools.lru_cache(maxsize=4096, typed=True)
def _compile_pattern(pat):
    import re
    if isinstance(pat, bytes):
        return re.compile(bytes(translate(str(pat, "ISO-8859-1")), "ISO-8859-1")).match
    return re.compile(translate(pat)).match


def filter(names, pat):
    """The names that match a pattern, in a list."""
    match = _compile_pattern(os.path.normcase(pat))
    return [name for name in names if match(name)]


def filterfalse(names, pat):
    """The names that do not match a pattern, in a list."""
    match = _compile_pattern(os.path.normcase(pat))
    return [name for name in names if not match(name)]


def fnmatchcase(name, pat):
    """Whether a name matches a pattern, where capital and small letters always differ."""
    return _compile_pattern(pat)(name) is not None


def translate(pat):
    """The regular expression of the names that match a pattern."""
    parts, stars = _translate(pat, "*", ".")
    return _join_translated_parts(parts, stars)


_special = frozenset("()[]{}?*+-|^$\\.&~# \t\n\r\v\f")


def _escape(char):
    if not isinstance(char, str):
        char = str(char, "latin1")  # says what it is not
    return "\\" + char if char in _special else char


def _translate(pat, star, question_mark):
    # The pieces of the pattern, and where among them the stars are.
    parts, stars = [], []
    place, end = 0, len(pat)
    while place < end:
        char = pat[place]
        place += 1
        if char == "*":
            stars.append(len(parts))
            parts.append(star)
            while place < end and pat[place] == "*":
                place += 1  # several are one
        elif char == "?":
            parts.append(question_mark)
        elif char == "[":
            close = place
            if close < end and pat[close] == "!":
                close += 1
            if close < end and pat[close] == "]":
                close += 1
            while close < end and pat[close] != "]":
                close += 1
            if close >= end:
                parts.append("\\[")  # it is never closed, so it is itself
                continue
            parts.append(_translate_set(pat[place:close], place, close, pat))
            place = close + 1
        else:
            parts.append(_escape(char))
    return parts, stars


def _translate_set(content, start, close, pat):
    if "-" not in content:
        content = content.replace("\\", r"\\")
    else:
        # Split at the hyphens that make ranges, not at one that is first or last.
        chunks = []
        place = start
        hyphen = place + 2 if pat[place] == "!" else place + 1
        while True:
            hyphen = pat.find("-", hyphen, close)
            if hyphen < 0:
                break
            chunks.append(pat[place:hyphen])
            place = hyphen + 1
            hyphen += 3
        chunk = pat[place:close]
        if chunk:
            chunks.append(chunk)
        else:
            chunks[-1] += "-"
        # A range that goes down is empty.
        for n in range(len(chunks) - 1, 0, -1):
            if chunks[n - 1][-1] > chunks[n][0]:
                chunks[n - 1] = chunks[n - 1][:-1] + chunks[n][1:]
                del chunks[n]
        content = "-".join([chunk.replace("\\", r"\\").replace("-", r"\-") for chunk in chunks])
    if not content:
        return "(?!)"  # nothing at all
    if content == "!":
        return "."  # anything
    # Operators of sets that a later version of the regular expressions may have.
    for char in "&~|":
        content = content.replace(char, "\\" + char)
    if content[0] == "!":
        content = "^" + content[1:]
    elif content[0] in ("^", "["):
        content = "\\" + content
    return f"[{content}]"


def _join_translated_parts(parts, stars):
    if not stars:
        return f"(?s:{''.join(parts)})\\z"
    buffer = parts[:stars[0]]
    place = stars[0] + 1
    for star in stars[1:]:
        # The star and the fixed text up to the next one, atomically.
        buffer += ["(?>.*?", *parts[place:star], ")"]
        place = star + 1
    buffer.append(".*")
    buffer += parts[place:]
    return f"(?s:{''.join(buffer)})\\z"
