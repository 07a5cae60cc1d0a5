"""difflib: the differences as text: Differ and ndiff, unified and context diffs."""

__name__ = "difflib"


def _matcher(*args, **kwargs):
    from difflib import SequenceMatcher
    return SequenceMatcher(*args, **kwargs)


def _keep_original_ws(s, tag_s):
    """Marks with the white space of the line between them, so that tabs stay in step."""
    return "".join([char if tag == " " and char.isspace() else tag
                    for char, tag in zip(s, tag_s)])


_MARKS = {"replace": "^^", "delete": "- ", "insert": " +", "equal": "  "}


class Differ:
    """Compares lists of lines and shows what differs, also inside of lines that are alike: "- " and
    "+ " are in front of lines of the first and the second list, "  " in front of lines of both, "?
    " in front of marks.
    """

    def __init__(self, linejunk=None, charjunk=None):
        """linejunk(line) and charjunk(char) say what matches should not be made of."""
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        """Iterate over the lines of the comparison."""
        for tag, alo, ahi, blo, bhi in _matcher(self.linejunk, a, b).get_opcodes():
            if tag == "replace":
                yield from self._fancy_replace(a, alo, ahi, b, blo, bhi)
            elif tag == "delete":
                yield from self._dump("-", a, alo, ahi)
            elif tag == "insert":
                yield from self._dump("+", b, blo, bhi)
            else:
                yield from self._dump(" ", a, alo, ahi)

    def _dump(self, tag, x, lo, hi):
        """Lines with the same sign in front."""
        for place in range(lo, hi):
            yield f"{tag} {x[place]}"

    def _plain_replace(self, a, alo, ahi, b, blo, bhi):
        # The shorter block first.
        if bhi - blo < ahi - alo:
            yield from self._dump("+", b, blo, bhi)
            yield from self._dump("-", a, alo, ahi)
        else:
            yield from self._dump("-", a, alo, ahi)
            yield from self._dump("+", b, blo, bhi)

    def _fancy_replace(self, a, alo, ahi, b, blo, bhi):
        # In blocks that take each other's place, a line may be like one of the other block: then
        # these two are shown together, with marks at what differs, and what is before and behind
        # them is dealt with on its own. Lines are only compared with those near the same place of
        # the other block: without that limit the work would grow with the cube of the lines.
        matcher = _matcher(self.charjunk)
        a_at, b_at = alo, blo  # what lies before was dealt with
        for j in range(blo, bhi):
            middle = alo + j - blo
            near = range(max(middle - 10, a_at), min(middle + 11, ahi))
            if not near:
                break
            matcher.set_seq2(b[j])
            best, like = 0.74999, None
            for i in near:
                matcher.set_seq1(a[i])
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best:
                    ratio = matcher.ratio()
                    if ratio > best:
                        best, like = ratio, i
            if like is not None:
                yield from self._fancy_helper(a, a_at, like, b, b_at, j)
                yield from self._pair(matcher, a[like], b[j])
                a_at, b_at = like + 1, j + 1
        yield from self._fancy_helper(a, a_at, ahi, b, b_at, bhi)

    def _pair(self, matcher, old, new):
        if old == new:
            return iter(("  " + old,))
        matcher.set_seqs(old, new)
        old_marks = new_marks = ""
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            mark_old, mark_new = _MARKS[tag]
            old_marks += mark_old * (i2 - i1)
            new_marks += mark_new * (j2 - j1)
        return self._qformat(old, new, old_marks, new_marks)

    def _fancy_helper(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi:
            if blo < bhi:
                yield from self._plain_replace(a, alo, ahi, b, blo, bhi)
            else:
                yield from self._dump("-", a, alo, ahi)
        elif blo < bhi:
            yield from self._dump("+", b, blo, bhi)

    def _qformat(self, aline, bline, atags, btags):
        # The two lines, each with its marks below it where it has any.
        for sign, line, marks in (("- ", aline, atags), ("+ ", bline, btags)):
            yield sign + line
            if marks := _keep_original_ws(line, marks).rstrip():
                yield f"? {marks}\n"


def IS_LINE_JUNK(line, pat=None):
    """Whether the line is blank or has nothing but a "#"."""
    if pat is None:
        return line.strip() in ("", "#")
    return pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    """Whether it is a blank or a tab."""
    return ch in ws


def _check_types(a, b, *args):
    # Lines of bytes would come out as their reprs.
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            kind = type(lines[0]).__name__
            raise TypeError(f"lines to compare must be str, not {kind} ({lines[0]!r})")
    for lines in (a, b):
        if isinstance(lines, str):
            raise TypeError(f"input must be a sequence of strings, not {type(lines).__name__}")
    for arg in args:
        if not isinstance(arg, str):
            raise TypeError(f"all arguments must be str, not: {arg!r}")


def _format_range_unified(start, stop):
    # The first line, from 1, and how many; of no lines the one before.
    length = stop - start
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"


def _header(from_sign, to_sign, fromfile, fromdate, tofile, todate, lineterm):
    return [f"{sign} {name}{date and chr(9) + date}{lineterm}" for sign, name, date in
            ((from_sign, fromfile, fromdate), (to_sign, tofile, todate))]


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3,
                 lineterm="\n"):
    """The difference of two lists of lines as a unified diff, line by line.

    Each change comes with n lines around it. lineterm ends the lines that are not from a or b:
    "" where those have no line ends. A date stands behind the file name.
    """
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    header = _header("---", "+++", fromfile, fromfiledate, tofile, tofiledate, lineterm)
    for group in _matcher(None, a, b).get_grouped_opcodes(n):
        yield from header
        header = ()
        (_, a_start, _, b_start, _), (_, _, a_stop, _, b_stop) = group[0], group[-1]
        yield (f"@@ -{_format_range_unified(a_start, a_stop)} "
               f"+{_format_range_unified(b_start, b_stop)} @@{lineterm}")
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                yield from [" " + line for line in a[i1:i2]]
            else:
                # One of the two is empty for what was only added or taken out.
                yield from ["-" + line for line in a[i1:i2]]
                yield from ["+" + line for line in b[j1:j2]]


def _format_range_context(start, stop):
    # The first line and the last, from 1; of no lines the one before.
    return f"{start + 1},{stop}" if stop - start > 1 else str(stop)


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3,
                 lineterm="\n"):
    """The difference of two lists of lines as a context diff, line by line: both sides of each
    change, marked by "!". The arguments are those of unified_diff().
    """
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    marks = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
    header = _header("***", "---", fromfile, fromfiledate, tofile, tofiledate, lineterm)
    # For each side: the line above it, its lines, where a row says which, what it does not show.
    sides = ("*** {} ****", a, 1, "insert"), ("--- {} ----", b, 3, "delete")
    for group in _matcher(None, a, b).get_grouped_opcodes(n):
        yield from header
        header = ()
        yield "***************" + lineterm
        for form, lines, at, hidden in sides:
            yield form.format(_format_range_context(group[0][at], group[-1][at + 1])) + lineterm
            if any(row[0] not in (hidden, "equal") for row in group):
                for row in group:
                    if row[0] != hidden:
                        yield from [marks[row[0]] + line for line in lines[row[at]:row[at + 1]]]


def diff_bytes(dfunc, a, b, fromfile=b"", tofile=b"", fromfiledate=b"", tofiledate=b"", n=3,
               lineterm=b"\n"):
    """A diff of lists of bytes by dfunc, one of the functions for texts: unified_diff or
    context_diff.
    """

    def decode(s):
        try:
            return s.decode("ascii", "surrogateescape")
        except AttributeError as error:
            raise TypeError("all arguments must be bytes, not "
                            f"{type(s).__name__} ({s!r})") from error

    lines = dfunc(list(map(decode, a)), list(map(decode, b)), decode(fromfile), decode(tofile),
                  decode(fromfiledate), decode(tofiledate), n, decode(lineterm))
    for line in lines:
        yield line.encode("ascii", "surrogateescape")


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """The comparison of two lists of lines as Differ shows it."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """The lines of the first or the second list (which is 1 or 2) out of what ndiff() gave."""
    try:
        kept = ("  ", {1: "- ", 2: "+ "}[int(which)])
    except KeyError:
        raise ValueError(f"unknown delta choice (must be 1 or 2): {which!r}") from None
    yield from (line[2:] for line in delta if line.startswith(kept))
