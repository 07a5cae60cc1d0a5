"""Cutting texts into words as a shell does: shlex for inputs of all kinds, split() for one text."""

import sys
from collections import deque
from io import StringIO

__all__ = ["shlex", "split", "quote", "join"]


_WORD = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
_LATIN = "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"


class shlex:
    """Cuts an input into tokens: words, quoted texts, punctuation. Attributes say which characters
    are what.
    """

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if instream is None:
            instream, infile = sys.stdin, None
        self.instream = StringIO(instream) if isinstance(instream, str) else instream
        self.infile = infile
        self.lineno = 1
        self.source = None
        self.filestack = deque()  # inputs that are to be gone on with
        self.pushback = deque()  # tokens that were put back
        self._pushback_chars = deque()  # characters behind a word, which are read again
        # What the characters mean.
        self.posix = posix
        self.eof = None if posix else ""
        self.whitespace, self.whitespace_split = " \t\r\n", False
        self.commenters = "#"
        self.quotes, self.escape, self.escapedquotes = "'\"", "\\", '"'
        self.wordchars = _WORD + _LATIN if posix else _WORD
        if punctuation_chars is True:
            punctuation_chars = "();<>|&"
        self._punctuation_chars = punctuation_chars or ""
        if punctuation_chars:
            self.wordchars = "".join([char for char in self.wordchars + "~-./*?="
                                      if char not in punctuation_chars])
        # Where the reading is: see read_token.
        self.state = " "
        self.token = ""
        self.debug = 0

    @property
    def punctuation_chars(self):
        """The characters that form tokens of their own; fixed when the object is made."""
        return self._punctuation_chars

    def push_token(self, tok):
        """Put a token back, for the next get_token()."""
        if self.debug >= 1:
            print("shlex: pushing token " + repr(tok))
        self.pushback.appendleft(tok)

    def push_source(self, newstream, newfile=None):
        """Read from another input, a stream or a text, before the current one is gone on with."""
        self.filestack.appendleft((self.infile, self.instream, self.lineno))
        self.instream = StringIO(newstream) if isinstance(newstream, str) else newstream
        self.infile, self.lineno = newfile, 1
        if self.debug:
            where = f"stream {self.instream}" if newfile is None else f"file {newfile}"
            print(f"shlex: pushing to {where}")

    def pop_source(self):
        """Close the current input, and go on with the one before it."""
        self.instream.close()
        self.state = " "
        self.infile, self.instream, self.lineno = self.filestack.popleft()
        if self.debug:
            print(f"shlex: popping to {self.instream}, line {self.lineno}")

    def get_token(self):
        """The next token, eof at the end. Words that ask for another input are obeyed."""
        if self.pushback:
            token = self.pushback.popleft()
            if self.debug:
                print(f"shlex: popping token {token!r}")
            return token
        token = self.read_token()
        while self.source is not None and token == self.source:
            found = self.sourcehook(self.read_token())
            if found:
                name, stream = found
                self.push_source(stream, name)
            token = self.get_token()
        while token == self.eof:
            if not self.filestack:
                return self.eof
            self.pop_source()
            token = self.get_token()
        if self.debug:
            print(f"shlex: token={token!r}")
        return token

    def read_token(self):
        """The next token of the current input alone, whatever was put back or is to be included."""
        # The state is a blank between tokens, "a" in a word, "c" in punctuation, the quote in a
        # quoted text, the escape character behind one, and None at the end.
        self._quoted = False  # the token has a quoted part: it may be empty
        self._resume = " "  # the state behind an escaped character
        done = False
        while not done:
            char = self._pushback_chars.pop() if self._pushback_chars else self.instream.read(1)
            if char == "\n":
                self.lineno += 1
            state = self.state
            if self.debug >= 3:
                print(f"shlex: in state {state!r} I see character: {char!r}")
            if state is None:
                self.token = ""
                done = True
            elif state == " ":
                done = self._between(char)
            elif state in self.quotes:
                done = self._in_quotes(char)
            elif state in self.escape:
                self._behind_escape(char)
            else:
                done = self._in_word(char)
        token, self.token = self.token, ""
        if self.posix and not token and not self._quoted:
            token = None
        if self.debug >= 2:
            print(f"shlex: raw token={token!r}" if token else "shlex: raw token=EOF")
        return token

    # What a character does in each of the states; true where it ends the token.

    def _is_token(self):
        return bool(self.token) or self.posix and self._quoted

    def _skip_comment(self):
        self.instream.readline()
        self.lineno += 1

    def _between(self, char):
        if not char:
            self.state = None
            return True
        if char in self.whitespace:
            return self._is_token()
        if char in self.commenters:
            self._skip_comment()
        elif self.posix and char in self.escape:
            self.state, self._resume = char, "a"
        elif char in self.wordchars:
            self.state, self.token = "a", char
        elif char in self._punctuation_chars:
            self.state, self.token = "c", char
        elif char in self.quotes:
            self.state = char
            if not self.posix:
                self.token = char
        else:
            # A character that belongs to nothing is a token, unless only blanks split.
            self.token = char
            if not self.whitespace_split:
                return True
            self.state = "a"
        return False

    def _in_quotes(self, char):
        self._quoted = True
        if not char:
            raise ValueError("No closing quotation")
        if char == self.state:
            self.state = "a" if self.posix else " "
            if not self.posix:
                self.token += char
                return True
        elif self.posix and char in self.escape and self.state in self.escapedquotes:
            self.state, self._resume = char, self.state
        else:
            self.token += char
        return False

    def _behind_escape(self, char):
        if not char:
            raise ValueError("No escaped character")
        # In quotes only the quote and the escape character can be escaped.
        if self._resume in self.quotes and char not in (self.state, self._resume):
            self.token += self.state
        self.token += char
        self.state = self._resume

    def _in_word(self, char):
        if not char:
            self.state = None
            return True
        if char in self.whitespace:
            self.state = " "
            return self._is_token()
        if char in self.commenters:
            self._skip_comment()
            if self.posix:
                self.state = " "
                return self._is_token()
        elif self.state == "c":
            if char not in self._punctuation_chars:
                self._pushback_chars.append(char)
                self.state = " "
                return True
            self.token += char
        elif self.posix and char in self.quotes:
            self.state = char
        elif self.posix and char in self.escape:
            self.state, self._resume = char, "a"
        elif (char in self.wordchars or char in self.quotes
              or self.whitespace_split and char not in self._punctuation_chars):
            self.token += char
        else:
            if self._punctuation_chars:
                self._pushback_chars.append(char)
            else:
                self.pushback.appendleft(char)
            self.state = " "
            return self._is_token()
        return False

    def sourcehook(self, newfile):
        """Open the file that is to be included: its name, which may be in quotes, and a stream.

        A name that is not absolute is looked for beside the file that is being read.
        """
        from os import path
        name = newfile[1:-1] if newfile.startswith('"') else newfile
        if isinstance(self.infile, str) and not path.isabs(name):
            name = path.join(path.dirname(self.infile), name)
        return name, open(name, "r")

    def error_leader(self, infile=None, lineno=None):
        """The beginning of a message about a file and a line, as compilers print them."""
        return (f'"{self.infile if infile is None else infile}", '
                f"line {self.lineno if lineno is None else lineno}: ")

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token != self.eof:
            return token
        raise StopIteration


def split(s, comments=False, posix=True):
    """Cut a text into words as a shell does, with its quotes; comments are text by default."""
    if posix and isinstance(s, str):
        return _shell_words(s, "#" if comments else "")
    if s is None:
        raise ValueError("s argument must not be None")
    words = shlex(s, posix=posix)
    words.whitespace_split = True
    words.commenters = words.commenters if comments else ""
    return list(words)


def _shell_words(text, comment):
    # What shlex does with a whole text in POSIX mode when only blanks split.
    words = []
    word = None
    at, end = 0, len(text)
    while at < end:
        char = text[at]
        at += 1
        if char in " \t\r\n":
            if word is not None:
                words.append(word)
                word = None
        elif char == "'":
            close = text.find("'", at)
            if close < 0:
                raise ValueError("No closing quotation")
            word = (word or "") + text[at:close]
            at = close + 1
        elif char == '"':
            part, at = _double_quoted(text, at)
            word = (word or "") + part
        elif char == "\\":
            if at == end:
                raise ValueError("No escaped character")
            word = (word or "") + text[at]
            at += 1
        elif char == comment:
            at = text.find("\n", at) + 1 or end
            if word is not None:
                words.append(word)
                word = None
        else:
            word = char if word is None else word + char
    if word is not None:
        words.append(word)
    return words


def _double_quoted(text, at):
    # The content from `at` to the closing quote, and where it goes on behind that.
    part = ""
    while True:
        close = text.find('"', at)
        if close < 0:
            slash = text.find("\\", at)
            while 0 <= slash and slash + 2 <= len(text):
                slash = text.find("\\", slash + 2)
            if 0 <= slash:
                raise ValueError("No escaped character")
            raise ValueError("No closing quotation")
        slash = text.find("\\", at, close)
        if slash < 0:
            return part + text[at:close], close + 1
        escaped = text[slash + 1]
        part += text[at:slash] + (escaped if escaped in '"\\' else "\\" + escaped)
        at = slash + 2


def join(split_command):
    """The shell command of a list of words: each quoted where it needs it."""
    return " ".join(quote(arg) for arg in split_command)


_safe = frozenset("%+,-./0123456789:=@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz")


_INNER_QUOTE = "'\"'\"'"  # ends the quoted text, stands for itself in double ones, begins it again


def quote(s):
    """The text as one word of a shell command: in quotes where it needs them."""
    if not s:
        return "''"
    if isinstance(s, str):
        plain = s.isascii() and _safe.issuperset(s)
        return s if plain else "'" + s.replace("'", _INNER_QUOTE) + "'"
    raise TypeError(f"expected string object, got {type(s).__name__!r}")
