"""Reading HTML as it is found: HTMLParser calls a method for each tag, text, comment and so on.

The rules follow the tokenizer of the HTML standard.  What feed() has not seen the end of waits in
rawdata for more; goahead() works it off, and `interesting` says where text ends: at a tag or a
reference, or, inside script and the like, at the end tag.
"""

import re
from html import unescape

__all__ = ["HTMLParser"]

_name = re.compile(r"[a-zA-Z][^\t\n\r\f />]*")
_attribute = re.compile(r"""
    (?:[\t\n\r\f ]|/(?!>))*
    ( =?[^\t\n\r\f />=]+ | = )
    (?: [\t\n\r\f ]* = [\t\n\r\f ]*
        ( '[^']*' | "[^"]*" | (?!['"])[^>\t\n\r\f ]* ) | (?![\t\n\r\f ]*=) )""", re.VERBOSE)
_tag = re.compile(r"""
    [a-zA-Z][^\t\n\r\f />]*
    (?: [\t\n\r\f /]*
        (?: =?[^\t\n\r\f />=]+ | = )
        (?: [\t\n\r\f ]* = [\t\n\r\f ]* (?: '[^']*' | "[^"]*" | (?!['"])[^>\t\n\r\f ]* )
        |   (?![\t\n\r\f ]*=) )
    )*
    [\t\n\r\f /]*
    (>)?""", re.VERBOSE)
_reference = re.compile(r"&(?:#(?:[0-9]+|[xX][0-9a-fA-F]+)|([a-zA-Z][-.a-zA-Z0-9]*))")
_incomplete = re.compile(r"&(?:#(?:[xX]?[0-9a-fA-F]*)|[a-zA-Z0-9]*)\Z")
_comment_end = re.compile(r"--!?>")


class HTMLParser:
    """Override its handle methods, and feed() it text."""

    CDATA_CONTENT_ELEMENTS = ("script", "style", "xmp", "iframe", "noembed", "noframes")
    RCDATA_CONTENT_ELEMENTS = ("textarea", "title")

    def __init__(self, *, convert_charrefs=True, scripting=False):
        self.convert_charrefs, self.scripting = convert_charrefs, scripting
        self.reset()

    def reset(self):
        """Forget everything."""
        self.rawdata, self.lasttag = "", "???"
        self.cdata_elem, self._escapable, self._support_cdata = None, True, True
        self.lineno, self.offset = 1, 0
        self._starttag_text = None

    def getpos(self):
        """Line and column of what is being handled."""
        return self.lineno, self.offset

    def feed(self, data):
        """Read some text."""
        self.rawdata += data
        self.goahead(False)

    def close(self):
        """Read what is left as if it were the end."""
        self.goahead(True)

    def get_starttag_text(self):
        """The text of the start tag that was read last."""
        return self._starttag_text

    def set_cdata_mode(self, elem, *, escapable=False):
        """Until the end tag of the element all is text."""
        self.cdata_elem, self._escapable = elem.lower(), escapable

    def clear_cdata_mode(self):
        """Tags are tags again."""
        self.cdata_elem, self._escapable = None, True

    def _set_support_cdata(self, flag=True):
        self._support_cdata = flag

    def updatepos(self, i, j):
        """Count the lines between two places."""
        text = self.rawdata[i:j]
        lines = text.count("\n")
        if lines:
            self.lineno += lines
            self.offset = len(text) - text.rindex("\n") - 1
        else:
            self.offset += len(text)
        return j

    # ---- what is overridden -----------------------------------------------------------------

    def handle_starttag(self, tag, attrs):
        pass

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass

    # ---- reading ----------------------------------------------------------------------------

    def goahead(self, end):
        """Work off rawdata; `end`: nothing more will come."""
        data, at, size = self.rawdata, 0, len(self.rawdata)
        while at < size:
            stop = self._text_end(at, end)
            if at < stop:
                self._text(data[at:stop])
            at = self.updatepos(at, stop)
            if at == size or self.cdata_elem is not None and not end and not (
                    data.startswith("</", at) or data[at] == "&"):
                break
            if data[at] == "<":
                done = self._markup(at, end)
            else:
                done = self._reference_at(at, end)
            if done < 0:
                if not end or self.cdata_elem:
                    if not end:
                        break
                done = self._unfinished(at) if data[at] == "<" else self._rest(at)
            at = self.updatepos(at, done)
        if end and at < size:
            self._text(data[at:])
            at = self.updatepos(at, size)
        self.rawdata = self.rawdata[at:]

    def _text(self, text):
        self.handle_data(unescape(text) if self.convert_charrefs and self._escapable else text)

    def _rest(self, at):
        self._text(self.rawdata[at:])
        return len(self.rawdata)

    def _text_end(self, at, end):
        """Where the text at a place ends."""
        data = self.rawdata
        if self.cdata_elem is not None:
            return self._cdata_end(at, end)
        if not self.convert_charrefs:
            found = re.compile("[&<]").search(data, at)
            return found.start() if found else len(data)
        found = data.find("<", at)
        if found >= 0:
            return found
        if end:
            return len(data)
        # A reference may go on in what comes next.
        mark = data.rfind("&", max(at, len(data) - 34))
        if mark >= 0 and not re.compile(r"[\t\n\r\f ;]").search(data, mark):
            return mark if mark > at else at
        return len(data)

    def _cdata_end(self, at, end):
        data, size = self.rawdata, len(self.rawdata)
        if self.cdata_elem == "plaintext":
            return size
        found = re.compile(rf"</{re.escape(self.cdata_elem)}(?=[\t\n\r\f />])",
                           re.IGNORECASE).search(data, at)
        limit = found.start() if found else size
        if self._escapable and not self.convert_charrefs:
            mark = data.find("&", at, limit)
            if mark >= 0:
                return mark
        return limit if found or end else at  # it waits for the end tag

    def _markup(self, at, end):
        """Read a tag or the like; where it ends, or -1."""
        data = self.rawdata
        if self.cdata_elem is not None and not data.startswith("</", at):
            return -1
        following = data[at + 1:at + 2]
        if following.isascii() and following.isalpha():
            return self.parse_starttag(at)
        if following == "/":
            return self.parse_endtag(at)
        if data.startswith("<!--", at):
            return self.parse_comment(at)
        if following == "?":
            return self.parse_pi(at)
        if following == "!":
            return self.parse_html_declaration(at)
        if at + 1 < len(data) or self.cdata_elem == "plaintext" or end:
            self._text("<")
            return at + 1
        return -1

    def _unfinished(self, at):
        """What has no end at the end of the file."""
        data = self.rawdata
        size = len(data)
        if self.cdata_elem is not None:
            return size if data.startswith("</", at) else self._rest(at)
        if data.startswith("<!--", at):
            stop = size
            for tail in ("--!", "--", "-"):
                if data.endswith(tail, at + 4):
                    stop -= len(tail)
                    break
            self.handle_comment(data[at + 4:stop])
        elif data.startswith("<![CDATA[", at) and self._support_cdata:
            self.unknown_decl(data[at + 3:])
        elif data[at:at + 9].lower() == "<!doctype":
            self.handle_decl(data[at + 2:])
        elif data.startswith("<!", at):
            self.handle_comment(data[at + 2:])
        elif data.startswith("<?", at):
            self.handle_pi(data[at + 2:])
        elif data.startswith("</", at) and at + 2 == size:
            self._text("</")
        return size

    def parse_comment(self, i, report=1):
        """A comment; where it ends, or -1."""
        data = self.rawdata
        for short in ("<!-->", "<!--->"):
            if data.startswith(short, i):
                self.handle_comment("")
                return i + len(short)
        found = _comment_end.search(data, i + 4)
        if not found:
            return -1
        self.handle_comment(data[i + 4:found.start()])
        return found.end()

    def parse_html_declaration(self, i):
        """<!...>; where it ends, or -1."""
        data = self.rawdata
        if data.startswith("<!--", i):
            return self.parse_comment(i)
        if data.startswith("<![CDATA[", i):
            mark = "]]>" if self._support_cdata else ">"
            stop = data.find(mark, i + (9 if self._support_cdata else 2))
            if stop < 0:
                return -1
            if self._support_cdata:
                self.unknown_decl(data[i + 3:stop])
            else:
                self.handle_comment(data[i + 2:stop])
            return stop + len(mark)
        if data[i:i + 9].lower() == "<!doctype":
            stop = data.find(">", i + 9)
            if stop < 0:
                return -1
            self.handle_decl(data[i + 2:stop])
            return stop + 1
        return self.parse_bogus_comment(i)

    def parse_bogus_comment(self, i, report=1):
        """What begins like a declaration; where it ends, or -1."""
        stop = self.rawdata.find(">", i + 2)
        if stop < 0:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 2:stop])
        return stop + 1

    def parse_pi(self, i):
        """<?...>; where it ends, or -1."""
        stop = self.rawdata.find(">", i + 2)
        if stop < 0:
            return -1
        self.handle_pi(self.rawdata[i + 2:stop])
        return stop + 1

    def check_for_whole_start_tag(self, i):
        """Where a start tag ends, or -1."""
        found = _tag.match(self.rawdata, i + 1)
        return found.end() if found and found.group(1) else -1

    def parse_starttag(self, i):
        """A start tag; where it ends, or -1."""
        self._starttag_text = None
        stop = self.check_for_whole_start_tag(i)
        if stop < 0:
            return stop
        data = self.rawdata
        self._starttag_text = data[i:stop]
        found = _name.match(data, i + 1)
        self.lasttag = tag = found.group().lower()
        attrs, at = [], found.end()
        while m := _attribute.match(data, at, stop - 1):
            name, value = m.groups()
            if value is not None:
                if value[:1] in ("'", '"') and value[:1] == value[-1:]:
                    value = value[1:-1]
                value = _unescape_attribute(value)
            attrs.append((name.lower(), value))
            at = m.end()
        if data[at:stop].strip().endswith("/>"):
            self.handle_startendtag(tag, attrs)
            return stop
        self.handle_starttag(tag, attrs)
        if tag in self.CDATA_CONTENT_ELEMENTS or self.scripting and tag == "noscript":
            self.set_cdata_mode(tag)
        elif tag in self.RCDATA_CONTENT_ELEMENTS:
            self.set_cdata_mode(tag, escapable=True)
        elif tag == "plaintext":
            self.set_cdata_mode(tag)
        return stop

    def parse_endtag(self, i):
        """An end tag; where it ends, or -1."""
        data = self.rawdata
        following = data[i + 2:i + 3]
        if not following:
            return -1
        if not (following.isascii() and following.isalpha()):
            if following == ">":
                return i + 3
            return self.parse_bogus_comment(i)
        found = _tag.match(data, i + 2)
        if not found or not found.group(1):
            return -1
        tag = _name.match(data, i + 2).group().lower()
        self.handle_endtag(tag)
        self.clear_cdata_mode()
        return found.end()

    def _reference_at(self, at, end):
        """Read a reference, where they are not converted; where it ends, or -1."""
        data, size = self.rawdata, len(self.rawdata)
        if self.convert_charrefs:
            return -1
        m = _reference.match(data, at)
        if m is None:
            if _incomplete.match(data, at) and not end:
                return -1
            self.handle_data("&")
            return at + 1
        stop = m.end()
        if stop == size and not end:
            return -1
        if m.group(1):
            self.handle_entityref(m.group(1))
        else:
            self.handle_charref(m.group()[2:])
        return stop + 1 if data.startswith(";", stop) else stop


def _unescape_attribute(text):
    # A name counts only as a whole, and not in front of "=".
    if "&" not in text:
        return text
    return _attribute_reference.sub(_replace_reference, text)


_attribute_reference = re.compile(r"&(#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*)[;=]?")


def _replace_reference(m):
    from html.entities import html5
    reference = m.group()
    if reference[1] == "#":
        return unescape(reference)
    return unescape(reference) if reference[-1] != "=" and reference[1:] in html5 else reference
