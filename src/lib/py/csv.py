"""Tables as text with commas: reading and writing, also by the names of columns."""

import types
from _csv import (
    QUOTE_ALL, QUOTE_MINIMAL, QUOTE_NONE, QUOTE_NONNUMERIC, QUOTE_NOTNULL, QUOTE_STRINGS, Error,
    field_size_limit, get_dialect, list_dialects, reader, register_dialect, unregister_dialect,
    writer)
from _csv import Dialect as _Dialect
from io import StringIO

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS",
           "QUOTE_NOTNULL", "Error", "Dialect", "excel", "excel_tab", "field_size_limit",
           "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "Sniffer",
           "unregister_dialect", "DictReader", "DictWriter", "unix_dialect"]


class Dialect:
    """How a kind of CSV is written; subclasses set the attributes."""

    _name = ""
    _valid = False
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        self._validate()

    def _validate(self):
        try:
            _Dialect(self)
        except TypeError as error:
            raise Error(str(error)) from None


class excel(Dialect):
    """As Excel writes it."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """As Excel writes it with tabs between fields."""

    delimiter = "\t"


class unix_dialect(Dialect):
    """As Unix programs write it: all fields in quotes."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


def _kept(names):
    # The names are gone through more than once.
    once = names is not None and iter(names) is names
    return list(names) if once else names


class DictReader:
    """Reads rows as dictionaries, by the names that are given or in the first row."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args,
                 **kwds):
        self._fieldnames = _kept(fieldnames)
        self.dialect, self.line_num = dialect, 0
        # Where a long row has what is too much; what a short row has for what is missing.
        self.restkey, self.restval = restkey, restval
        self.reader = reader(f, dialect, *args, **kwds)

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        """The names of the fields; of the first row if none were given."""
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames  # takes the first row, if that has the names
        rows = self.reader
        row = next(rows)
        while row == []:
            row = next(rows)  # empty lines are no rows here
        self.line_num = rows.line_num
        names = self._fieldnames if type(self) is DictReader else self.fieldnames
        result = dict(zip(names, row))
        n_names, n_row = len(names), len(row)
        if n_names < n_row:
            result[self.restkey] = row[n_names:]
        elif n_names > n_row:
            for name in names[n_row:]:
                result[name] = self.restval
        return result

    __class_getitem__ = classmethod(types.GenericAlias)


class DictWriter:
    """Writes rows that are dictionaries. extrasaction says what happens to keys that are no field:
    "raise" or "ignore".
    """

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args,
                 **kwds):
        self.fieldnames, self.restval = _kept(fieldnames), restval
        self.extrasaction = extrasaction.lower()
        if self.extrasaction not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({self.extrasaction}) must be 'raise' or 'ignore'")
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        """Write a row with the names of the fields."""
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _dict_to_list(self, rowdict):
        names, missing = self.fieldnames, self.restval
        extra = () if self.extrasaction == "ignore" else rowdict.keys() - names
        if extra:
            raise ValueError("dict contains fields not in fieldnames: "
                             + ", ".join([repr(name) for name in extra]))
        return [rowdict.get(name, missing) for name in names]

    def writerow(self, rowdict):
        """Write a row."""
        return self.writer.writerow(self._dict_to_list(rowdict))

    def writerows(self, rowdicts):
        """Write several rows."""
        return self.writer.writerows(map(self._dict_to_list, rowdicts))

    __class_getitem__ = classmethod(types.GenericAlias)


def _is_delim(char):
    return char not in "\r\n\"'" and not (char.isalnum() or char == "_")


def _quoted_texts(data, before_delim, after):
    """The texts in quotes that stand behind a delimiter (or else a line's start), and before the
    same one ("same"), any one ("delim") or a line's end ("line"): (quote, delimiter, space).
    """
    missing = set()  # what closes no text from some point on, closes none behind it either
    size = len(data)

    def close(quote, delim, start):
        key = quote, delim
        if key in missing:
            return -1
        place = data.find(quote + delim if delim else quote, start)
        while place >= 0 and not delim:
            following = data[place + 1:place + 2]
            if after == "line" and following in ("", "\n", "\r"):
                break
            if after == "delim" and following and _is_delim(following):
                break
            place = data.find(quote, place + 1)
        if place < 0:
            missing.add(key)
        return place

    done = place = 0
    while place < size:
        quote = data[place]
        if quote not in "\"'":
            place += 1
            continue
        if before_delim:
            # Perhaps a space between the delimiter and the quote; or it is the delimiter.
            choices = []
            if place - 2 >= done and data[place - 1] == " " and _is_delim(data[place - 2]):
                choices.append((data[place - 2], " "))
            if place - 1 >= done and _is_delim(data[place - 1]):
                choices.append((data[place - 1], ""))
        else:
            choices = [("", "")] if place == 0 or data[place - 1] in "\r\n" else []
        for delim, space in choices:
            end = close(quote, delim if after == "same" else "", place + 1)
            if end < 0:
                continue
            end += 1
            if after == "same":
                end += 1
            elif after == "delim":
                delim = data[end]
                end += 1
                if data[end:end + 1] == " ":
                    space = " "
                    end += 1
            yield quote, delim, space
            done = end
            place = end - 1
            break
        place += 1


def _has_doubled(data, quote, delim):
    # A field with quotes around it and at least one more inside.
    for line in data.replace("\r", "\n").split("\n"):
        for field in line.split(delim) if delim else (line,):
            if field.count(quote) >= 3:
                outside = field[:field.find(quote)] + field[field.rfind(quote) + 1:]
                if not any(char.isalnum() or char == "_" for char in outside):
                    return True
    return False


_MIXED = object()  # the kind of a column with several


def _kind_of(value):
    # complex for a number, else the length.
    try:
        complex(value)
    except (ValueError, OverflowError):
        return len(value)
    return complex


class Sniffer:
    """Guesses from a text how its CSV is written."""

    def __init__(self):
        self.preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        """The dialect that a text seems to be in; Error if it cannot be told.

        delimiters: the characters that may part fields.
        """
        quote, doubled, mark, blank = self._guess_quote_and_delimiter(sample, delimiters)
        if not mark:
            mark, blank = self._guess_delimiter(sample, delimiters)
            if not mark:
                raise Error("Could not determine delimiter")
        return type("dialect", (Dialect,), {
            "__module__": __name__, "__qualname__": "Sniffer.sniff.<locals>.dialect",
            "_name": "sniffed", "lineterminator": "\r\n",
            "quoting": QUOTE_MINIMAL, "doublequote": doubled, "delimiter": mark,
            "quotechar": quote or '"', "skipinitialspace": blank})

    def _guess_quote_and_delimiter(self, data, delimiters):
        for before_delim, after in ((True, "same"), (False, "delim"), (True, "line"),
                                    (False, "line")):
            matches = list(_quoted_texts(data, before_delim, after))
            if matches:
                break
        else:
            return "", False, None, 0
        quotes, delims = {}, {}
        spaces = 0
        for quote, delim, space in matches:
            quotes[quote] = quotes.get(quote, 0) + 1
            if delim and (delimiters is None or delim in delimiters):
                delims[delim] = delims.get(delim, 0) + 1
            if space:
                spaces += 1
        quotechar = max(quotes, key=quotes.get)
        if delims:
            delim = max(delims, key=delims.get)
            skipinitialspace = delims[delim] == spaces
            if delim == "\n":
                delim = ""  # one column
        else:
            delim, skipinitialspace = "", 0
        return quotechar, _has_doubled(data, quotechar, delim), delim, skipinitialspace

    def _guess_delimiter(self, data, delimiters):
        """The character that is there equally often on most lines, and whether a blank follows it.
        Lines are looked at ten at a time until one stands out; a few may be unlike the others.
        """
        from collections import Counter, defaultdict
        data = list(filter(None, data.split("\n")))
        chunk = min(10, len(data))
        counts = defaultdict(Counter)  # {char: {how often in a line: in how many lines}}
        modes = {}
        delims = {}
        start, end = 0, chunk
        rows = 0
        while start < len(data):
            rows += 1
            for line in data[start:end]:
                for char, count in Counter(line).items():
                    if char.isascii():
                        counts[char][count] += 1
            for char, lines in counts.items():
                items = list(lines.items())
                missing = min(chunk * rows, len(data)) - sum(lines.values())
                if missing:
                    items.append((0, missing))
                if len(items) == 1 and items[0][0] == 0:
                    continue
                if len(items) > 1:
                    # The others speak against the most frequent one.
                    mode = max(items, key=lambda item: item[1])
                    items.remove(mode)
                    modes[char] = mode[0], mode[1] - sum(item[1] for item in items)
                else:
                    modes[char] = items[0]
            total = float(min(chunk * rows, len(data)))
            consistency = 1.0
            threshold = 0.9
            while not delims and consistency >= threshold:
                for char, (count, weight) in modes.items():
                    if count > 0 and weight > 0:
                        if weight / total >= consistency and (delimiters is None
                                                              or char in delimiters):
                            delims[char] = count, weight
                consistency -= 0.01
            if len(delims) == 1:
                delim = list(delims)[0]
                skip = data[0].count(delim) == data[0].count(f"{delim} ")
                return delim, skip
            start = end
            end += chunk
        if not delims:
            return "", 0
        # Several: one of those that are usual, or the one that occurs most.
        for delim in self.preferred:
            if delim in delims:
                skip = data[0].count(delim) == data[0].count(f"{delim} ")
                return delim, skip
        delim = sorted((weight, char) for char, weight in delims.items())[-1][1]
        skip = data[0].count(delim) == data[0].count(f"{delim} ")
        return delim, skip

    def has_header(self, sample):
        """Whether the first row of a text looks unlike the others."""
        # A column whose values all have one type, or one length, votes by whether the first row's
        # value is of that kind too.
        rows = reader(StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = {}  # by column
        for row, _ in zip(rows, range(21)):
            for column, value in enumerate(row) if len(row) == len(header) else ():
                kind = _kind_of(value)
                kinds[column] = kind if kinds.setdefault(column, kind) == kind else _MIXED
        votes = 0
        for column, title in enumerate(header):
            kind = kinds.get(column, None)
            if kind is _MIXED:
                continue
            if kind is None:
                votes += 1  # no row to compare with
            elif kind is complex:
                votes += -1 if _kind_of(title) is complex else 1
            else:
                votes += -1 if len(title) == kind else 1
        return votes > 0
