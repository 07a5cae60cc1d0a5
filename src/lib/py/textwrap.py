"""Text in lines of a given width, with indentation or without."""

import re

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

# The white space of ASCII: other spaces, such as a no-break space, do not separate words.
_whitespace = "\t\n\x0b\x0c\r "


class TextWrapper:
    """Breaks text into lines of a width. The options of the constructor are attributes that can be
    changed.
    """

    unicode_whitespace_trans = dict.fromkeys(map(ord, _whitespace), ord(" "))

    # A chunk is white space, an em-dash between words, or a word, possibly up to and with a
    # hyphen that has letters on both sides. Splitting on it leaves the chunks themselves.
    _space, _other = r"[\t\n\x0b\x0c\r ]", r"[^\t\n\x0b\x0c\r ]"
    _letter, _dashes = r"[^\d\W]", r"""(?<=[\w!"'&.,?])"""
    wordsep_re = re.compile(
        f"({_space}+"
        f"|{_dashes}-{{2,}}(?=\\w)"
        f"|{_other}+?(?:"
        f"-(?:(?<={_letter}{{2}}-)|(?<={_letter}-{_letter}-))(?={_letter}-?{_letter})"
        f"|(?={_space}|\\Z)"
        f"|{_dashes}(?=-{{2,}}\\w)))")
    del _space, _other, _letter, _dashes

    wordsep_simple_re = re.compile(r"([\t\n\x0b\x0c\r\ ]+)")

    # A lower-case letter, a full stop or its like, perhaps a quote, at the end of a chunk.
    sentence_end_re = re.compile(r"[a-z][\.\!\?][\"\']?\Z")

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                 placeholder=" [...]"):
        # How lines look.
        self.width, self.max_lines, self.placeholder = width, max_lines, placeholder
        self.initial_indent, self.subsequent_indent = initial_indent, subsequent_indent
        # What is done to the text before.
        self.expand_tabs, self.tabsize = expand_tabs, tabsize
        self.replace_whitespace, self.drop_whitespace = replace_whitespace, drop_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        # Where words may be broken.
        self.break_long_words, self.break_on_hyphens = break_long_words, break_on_hyphens

    def _munge_whitespace(self, text):
        # Every kind of white space to blanks, as far as it is wanted.
        wide = text.expandtabs(self.tabsize) if self.expand_tabs else text
        return wide.translate(self.unicode_whitespace_trans) if self.replace_whitespace else wide

    def _split(self, text):
        pattern = self.wordsep_re if self.break_on_hyphens is True else self.wordsep_simple_re
        return [chunk for chunk in pattern.split(text) if chunk]

    def _fix_sentence_endings(self, chunks):
        # Two blanks behind the end of a sentence.
        is_end = self.sentence_end_re.search
        for place in range(1, len(chunks)):
            if chunks[place] == " " and is_end(chunks[place - 1]):
                chunks[place] = "  "

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        room = max(width, cur_len + 1) - cur_len if width < 1 else width - cur_len
        if not self.break_long_words or room <= 0:
            if not cur_line:
                # It must not be broken: it gets a line of its own, which it exceeds.
                cur_line.append(reversed_chunks.pop())
            return
        word = reversed_chunks.pop()
        cut = room
        if self.break_on_hyphens and len(word) > room:
            # After a hyphen, if one is near, that does not stand at the start.
            hyphen = word.rfind("-", 0, room)
            if hyphen > 0 and word[:hyphen].strip("-"):
                cut = hyphen + 1
        cur_line.append(word[:cut])
        reversed_chunks.append(word[cut:])

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()  # so that they can be popped
        while chunks:
            line = []
            length = 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and chunks[-1].strip() == "":
                del chunks[-1]
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == "":
                length -= len(line[-1])
                del line[-1]
            if not line:
                continue
            if (self.max_lines is None or len(lines) + 1 < self.max_lines
                    or (length <= width and (not chunks or (
                        self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())))):
                lines.append(indent + "".join(line))
                continue
            self._truncate(lines, line, length, width, indent)
            break
        return lines

    def _truncate(self, lines, line, length, width, indent):
        # The last line that is allowed, with text left over: words go until the placeholder
        # fits behind one.
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + "".join(line))
                return
            length -= len(line[-1])
            del line[-1]
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def wrap(self, text):
        """The text as a list of lines, without line ends."""
        words = self._split_chunks(text)
        if not self.fix_sentence_endings:
            return self._wrap_chunks(words)
        self._fix_sentence_endings(words)
        return self._wrap_chunks(words)

    def fill(self, text):
        """The lines that wrap() gives, as one text."""
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """A paragraph as a list of lines of at most width characters. Other options are TextWrapper's.
    """
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """A paragraph broken into lines of at most width characters. Other options are TextWrapper's.
    """
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """The text with single blanks, cut before a word and with a placeholder at the end where it is
    longer than width.
    """
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """The text without the blanks that all its lines begin with."""
    try:
        lines = text.split("\n")
    except (AttributeError, TypeError):
        raise TypeError(f"expected str object, not {type(text).__qualname__!r}") from None
    filled = [line for line in lines if line and not line.isspace()]
    # What the least and the greatest line start with, all lines do.
    least = min(filled, default="")
    greatest = max(filled, default="")
    margin = 0
    for one, other in zip(least, greatest):
        if one != other or one not in " \t":
            break
        margin += 1
    return "\n".join([line[margin:] if not line.isspace() else "" for line in lines])


def indent(text, prefix, predicate=None):
    """The text with a prefix in front of every line, or of those for which predicate(line) is true:
    by default those that are not blank.
    """
    pieces = []
    for line in text.splitlines(keepends=True):
        if not line.isspace() if predicate is None else predicate(line):
            pieces.append(prefix)
        pieces.append(line)
    return "".join(pieces)
