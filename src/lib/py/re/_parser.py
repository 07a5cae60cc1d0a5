"""How long the matches of a pattern can be: parse(pattern).getwidth()."""

import re
from re._constants import MAXREPEAT, MAXWIDTH

_FLAGS = {"i": re.I, "L": re.L, "m": re.M, "s": re.S, "x": re.X, "a": re.A, "u": re.U}


class SubPattern:
    """A pattern that was read; only its width is known."""

    def __init__(self, width):
        self._width = width

    def getwidth(self):
        """The least and the greatest length of a match."""
        least, most = self._width
        return min(least, MAXREPEAT - 1), min(most, MAXWIDTH)


def parse(str, flags=0, state=None):
    """Read a pattern."""
    re.compile(str, flags)  # what is wrong with it is said here
    if not isinstance(str, bytes):
        text = str
    else:
        text = str.decode("latin-1")
    reader = _Reader(text, bool(flags & re.X))
    return SubPattern(reader.alternatives())


class _Reader:
    # The pattern is known to be right.

    def __init__(self, text, verbose):
        self.text, self.at, self.verbose = text, 0, verbose
        self.groups, self.names = {}, {}
        self.count = 0

    def peek(self, word):
        return self.text.startswith(word, self.at)

    def take(self, word):
        found = self.peek(word)
        if found:
            self.at += len(word)
        return found

    def until(self, mark):
        end = self.text.index(mark, self.at)
        part, self.at = self.text[self.at:end], end + len(mark)
        return part

    def alternatives(self):
        least, most = self.sequence()
        while self.take("|"):
            low, high = self.sequence()
            least, most = min(least, low), max(most, high)
        return least, most

    def sequence(self):
        least = most = 0
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            if self.verbose:
                if self.text[self.at].isspace():
                    self.at += 1
                    continue
                if self.take("#"):
                    end = self.text.find("\n", self.at)
                    self.at = len(self.text) if end < 0 else end + 1
                    continue
            low, high = self.repeated(*self.atom())
            least, most = min(least + low, MAXWIDTH), min(most + high, MAXWIDTH)
        return least, most

    def repeated(self, least, most):
        while True:
            rest = self.text[self.at:self.at + 1]
            if rest == "*":
                low, high = 0, MAXREPEAT
            elif rest == "+":
                low, high = 1, MAXREPEAT
            elif rest == "?":
                low, high = 0, 1
            elif rest == "{" and (m := re.compile(r"\{(\d*)(,?)(\d*)\}").match(
                    self.text, self.at)) and m.group() not in ("{}", "{,}"):
                low = int(m[1] or 0)
                high = int(m[3]) if m[3] else MAXREPEAT if m[2] else low
                self.at = m.end() - 1
            else:
                return least, most
            self.at += 1
            self.take("?") or self.take("+")
            least = min(least * low, MAXWIDTH)
            if most:
                most = MAXWIDTH if high == MAXREPEAT else min(most * high, MAXWIDTH)

    def atom(self):
        if self.take("("):
            return self.group()
        if self.take("["):
            return self.one_of()
        if self.take("\\"):
            return self.escape()
        letter = self.text[self.at]
        self.at += 1
        return (0, 0) if letter in "^$" else (1, 1)

    def one_of(self):
        self.take("^")
        self.take("]")
        while not self.take("]"):
            self.at += 2 if self.peek("\\") else 1
        return 1, 1

    def escape(self):
        letter = self.text[self.at]
        if letter.isdigit():
            m = re.compile(r"0[0-7]{0,2}|[1-3][0-7]{2}|\d{1,2}").match(self.text, self.at)
            self.at = m.end()
            octal = letter == "0" or len(m.group()) == 3
            return (1, 1) if octal else self.groups.get(int(m.group()), (0, MAXWIDTH))
        self.at += 1
        lengths = {"x": 2, "u": 4, "U": 8}
        if letter in lengths:
            self.at += lengths[letter]
        elif letter == "N":
            self.until("}")
        return (0, 0) if letter in "AbBZz" else (1, 1)

    def closed(self, width):
        self.take(")")
        return width

    def group(self):
        if not self.take("?"):
            return self.capture(None)
        if self.take("P<"):
            return self.capture(self.until(">"))
        if self.take("P="):
            return self.groups.get(self.names.get(self.until(")")), (0, MAXWIDTH))
        if self.take("#"):
            self.until(")")
            return 0, 0
        for mark in ("=", "!", "<=", "<!"):
            if self.take(mark):
                self.closed(self.alternatives())
                return 0, 0
        if self.take("("):
            self.until(")")
            least, most = self.sequence()
            low, high = self.sequence() if self.take("|") else (0, 0)
            return self.closed((min(least, low), max(most, high)))
        if self.take(">"):
            return self.closed(self.alternatives())
        before = self.verbose
        on, _, off = re.compile("[A-Za-z-]*").match(self.text, self.at).group().partition("-")
        self.at += len(on) + len(off) + (1 if _ else 0)
        self.verbose = (before or "x" in on) and "x" not in off
        if self.take(")"):
            return 0, 0  # for all that follows
        self.take(":")
        width = self.closed(self.alternatives())
        self.verbose = before
        return width

    def capture(self, name):
        self.count += 1
        number = self.count
        if name:
            self.names[name] = number
        before = self.verbose
        width = self.closed(self.alternatives())
        self.verbose = before
        self.groups[number] = width
        return width
