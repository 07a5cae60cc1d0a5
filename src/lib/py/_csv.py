"""csv: dialects, the reader and the writer.

Lines are read by _csv_line, which also writes the usual rows; the others are written character by
character.
"""

import _csv_line

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)

_dialects = {}
_field_limit = [128 * 1024]  # the readers look here
_absent = object()
_row = _csv_line.row


class Error(Exception):
    pass


Error.__module__ = "_csv"


def _character(name, value, optional):
    if value is None and optional:
        return None
    what = "a unicode character or None" if optional else "a unicode character"
    if not isinstance(value, str):
        raise TypeError(f'"{name}" must be {what}, not {type(value).__name__}')
    if len(value) != 1:
        raise TypeError(f'"{name}" must be {what}, not a string of length {len(value)}')
    return value


class Dialect:
    """How a kind of CSV is written: delimiter, quotes and the like."""

    __module__ = "_csv"
    __slots__ = ("_delimiter", "_quotechar", "_escapechar", "_doublequote", "_skipinitialspace",
                 "_lineterminator", "_quoting", "_strict")

    def __new__(cls, dialect=None, delimiter=_absent, doublequote=_absent, escapechar=_absent,
                lineterminator=_absent, quotechar=_absent, quoting=_absent,
                skipinitialspace=_absent, strict=_absent):
        given = {"delimiter": delimiter, "doublequote": doublequote, "escapechar": escapechar,
                 "lineterminator": lineterminator, "quotechar": quotechar, "quoting": quoting,
                 "skipinitialspace": skipinitialspace, "strict": strict}
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        if isinstance(dialect, Dialect) and all(value is _absent for value in given.values()):
            return dialect  # they never change
        options = {"delimiter": ",", "doublequote": True, "escapechar": None,
                   "lineterminator": "\r\n", "quotechar": '"', "quoting": QUOTE_MINIMAL,
                   "skipinitialspace": False, "strict": False}
        for name, value in given.items():
            if value is _absent and dialect is not None:
                value = getattr(dialect, name, _absent)
            if value is not _absent:
                options[name] = value
            else:
                given[name] = _absent
        self = object.__new__(cls)
        self._set(options, quotechar is _absent and getattr(dialect, "quotechar",
                                                            _absent) is _absent,
                  quoting is _absent and getattr(dialect, "quoting", _absent) is _absent)
        return self

    def _set(self, options, default_quotechar, default_quoting):
        self._delimiter = _character("delimiter", options["delimiter"], False)
        self._doublequote = bool(options["doublequote"])
        self._escapechar = _character("escapechar", options["escapechar"], True)
        terminator = options["lineterminator"]
        if not isinstance(terminator, str):
            raise TypeError('"lineterminator" must be a string, '
                            f"not {type(terminator).__name__}")
        self._lineterminator = terminator
        self._quotechar = _character("quotechar", options["quotechar"], True)
        quoting = options["quoting"]
        if type(quoting) is not int:
            raise TypeError(f'"quoting" must be an integer, not {type(quoting).__name__}')
        if not QUOTE_MINIMAL <= quoting <= QUOTE_NOTNULL:
            raise TypeError('bad "quoting" value')
        self._skipinitialspace = bool(options["skipinitialspace"])
        self._strict = bool(options["strict"])
        if self._quotechar is None and default_quoting:
            quoting = QUOTE_NONE
        self._quoting = quoting
        if quoting != QUOTE_NONE and self._quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        self._check()

    def _check(self):
        # No character can have two roles, nor one that ends lines or is skipped.
        chars = [("delimiter", self._delimiter), ("escapechar", self._escapechar),
                 ("quotechar", self._quotechar)]
        for name, char in chars:
            if char is not None and (char in "\r\n" or (
                    char == " " and self._skipinitialspace and name != "delimiter")):
                raise ValueError(f"bad {name} value")
        for place, (name, char) in enumerate(chars):
            for other_name, other in chars[place + 1:]:
                if char is not None and char == other:
                    raise ValueError(f"bad {name} or {other_name} value")
        for name, char in chars:
            if char is not None and char in self._lineterminator:
                raise ValueError(f"bad {name} or lineterminator value")

    delimiter = property(lambda self: self._delimiter)
    doublequote = property(lambda self: self._doublequote)
    escapechar = property(lambda self: self._escapechar)
    lineterminator = property(lambda self: self._lineterminator)
    quotechar = property(lambda self: self._quotechar)
    quoting = property(lambda self: self._quoting)
    skipinitialspace = property(lambda self: self._skipinitialspace)
    strict = property(lambda self: self._strict)

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle {type(self).__name__!r} instances")

    __reduce__ = __reduce_ex__


_made = {}  # dialects with options, which never change


def _dialect(dialect, options):
    if type(dialect) is str:
        dialect = get_dialect(dialect)
    if dialect is None or type(dialect) is Dialect:
        if not options:
            return dialect or _plain
        key = (dialect, *options.items(), *map(type, options.values()))
        try:
            return _made[key]
        except (KeyError, TypeError):
            pass
        made = _with_options(dialect, options)
        if set(map(type, options.values())) <= {str, int, bool, type(None)}:
            if len(_made) > 32:
                _made.clear()
            _made[key] = made
        return made
    return _with_options(dialect, options)


def _with_options(dialect, options):
    try:
        return Dialect(dialect, **options)
    except TypeError as error:
        text = str(error)
        if "unexpected keyword argument" in text:
            name = text.rpartition(" ")[2]
            raise TypeError("this function got an unexpected keyword argument "
                            f"{name}") from None
        raise


_plain = Dialect()


def register_dialect(name, dialect=None, /, **fmtparams):
    """Give a dialect a name.

    It is the one given, itself or by its name, but for the parameters that are named."""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _dialect(dialect, fmtparams)


def unregister_dialect(name):
    """Forget the dialect of that name."""
    try:
        del _dialects[name]
    except KeyError:
        raise Error("unknown dialect") from None


def get_dialect(name):
    """The dialect that is registered by a name."""
    try:
        return _dialects[name]
    except KeyError:
        raise Error("unknown dialect") from None


def list_dialects():
    """The names of the registered dialects."""
    return list(_dialects)


def field_size_limit(new_limit=_absent):
    """The most characters a field may have; sets a new limit, if given, and returns the old one."""
    old, = _field_limit
    if new_limit is not _absent:
        if type(new_limit) is not int:
            raise TypeError("limit must be an integer")
        _field_limit[0] = new_limit
    return old


class reader(_csv_line.Reader):
    """The rows of an iterable of lines, each a list of its fields."""

    __module__ = "_csv"
    __slots__ = ("__weakref__",)

    def __init__(self, iterable, /, dialect=None, **fmtparams):
        lines = iter(iterable)
        dialect = _dialect(dialect, fmtparams)
        self._setup(lines, dialect, _field_limit, Error, dialect._delimiter, dialect._quotechar,
                    dialect._escapechar, dialect._quoting,
                    dialect._doublequote + 2 * dialect._skipinitialspace + 4 * dialect._strict)


class writer:
    """CSV writer

    Writer objects are responsible for generating tabular data
    in CSV format from sequence input.
    """

    __module__ = "_csv"
    __slots__ = ("_write", "dialect", "_rules", "__weakref__")

    def __init__(self, fileobj, /, dialect=None, **fmtparams):
        write = getattr(fileobj, "write", None)
        if not callable(write):
            raise TypeError('argument 1 must have a "write" method')
        self._write = write
        self.dialect = dialect = _dialect(dialect, fmtparams)
        self._rules = (dialect._delimiter, dialect._quotechar, dialect._escapechar,
                       dialect._lineterminator, dialect._quoting,
                       dialect._doublequote + 2 * dialect._skipinitialspace)

    def writerow(self, row, /):
        """writerow(iterable)

        Construct and write a CSV record from an iterable of fields.  Non-string
        elements will be converted to string."""
        if type(row) is not list and type(row) is not tuple:
            row = _items(row)
        return self._write(_row(row, self._rules) or self._line(row))

    def _line(self, items):
        # Rows of other things than texts and numbers, and what is wrong with a row.
        dialect = self.dialect
        fields = []
        alone_empty = False
        for item in items:
            quoted = _wants_quotes(item, dialect._quoting)
            if item is None:
                text = ""
            else:
                text = item if isinstance(item, str) else (
                    repr(item) if type(item) is float else str(item))
            alone_empty = not fields and not text and not quoted
            fields.append(self._field(text, quoted))
        if len(fields) == 1 and alone_empty:
            # An empty line would be no record at all.
            if dialect._quoting == QUOTE_NONE or (item is None and dialect._quoting in (
                    QUOTE_STRINGS, QUOTE_NOTNULL)):
                raise Error("single empty field record must be quoted")
            fields[0] = dialect._quotechar * 2
        return dialect._delimiter.join(fields) + dialect._lineterminator

    def _field(self, text, quoted):
        dialect = self.dialect
        # What can't stand in a field as it is.
        special = {"\r", "\n", dialect._delimiter, dialect._quotechar, dialect._escapechar,
                   *dialect._lineterminator}
        quoting, quote, escape = dialect._quoting, dialect._quotechar, dialect._escapechar
        if not text:
            if dialect._delimiter == " " and dialect._skipinitialspace and not quoted:
                if quoting == QUOTE_NONE or quoting in (QUOTE_STRINGS, QUOTE_NOTNULL):
                    raise Error("empty field must be quoted if delimiter is a space and "
                                "skipinitialspace is true")
                quoted = True
            return quote * 2 if quoted else ""
        if special.isdisjoint(text):
            return quote + text + quote if quoted else text
        pieces = []
        for char in text:
            wants_escape = False
            if char in special:
                if quoting == QUOTE_NONE:
                    wants_escape = True
                elif char == quote:
                    if dialect._doublequote:
                        pieces.append(char)
                    else:
                        wants_escape = True
                elif char == escape:
                    wants_escape = True
                if not wants_escape:
                    quoted = True
            if wants_escape:
                if escape is None:
                    raise Error("need to escape, but no escapechar set")
                pieces.append(escape)
            pieces.append(char)
        text = "".join(pieces)
        return quote + text + quote if quoted else text

    def writerows(self, rows, /):
        """writerows(iterable of iterables)

        Construct and write a series of iterables to a csv file.  Non-string
        elements will be converted to string."""
        write, rules = self._write, self._rules
        for row in rows:
            if type(row) is not list and type(row) is not tuple:
                row = _items(row)
            write(_row(row, rules) or self._line(row))


def _items(row):
    try:
        items = iter(row)
    except TypeError as error:
        raise Error(f"iterable expected, not {type(row).__name__}") from error
    return list(items)


def _wants_quotes(item, quoting):
    if quoting == QUOTE_ALL:
        return True
    if quoting == QUOTE_NONNUMERIC:
        # What is a number has the operations of one.
        return not (hasattr(type(item), "__float__") or hasattr(type(item), "__index__")
                    or isinstance(item, complex))
    if quoting == QUOTE_STRINGS:
        return isinstance(item, str)
    return quoting == QUOTE_NOTNULL and item is not None
