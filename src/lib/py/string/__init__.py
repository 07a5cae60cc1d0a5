"""A collection of string constants, Template strings and the Formatter that can be extended."""

import _string

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits",
           "hexdigits", "octdigits", "printable", "punctuation", "whitespace", "Formatter",
           "Template"]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """The words, parted by sep or by blanks, with a capital first letter and the rest in lower
    case, joined again.
    """
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


class _TemplatePattern:
    # Template.pattern: compiled at the first use, in the class that is asked, so that classes
    # which are never substituted into cost no regular expression.

    def __get__(self, instance, cls=None):
        if cls is None:
            return self
        return cls._compile_pattern()


_TemplatePattern = _TemplatePattern()
_absent = {}


class Template:
    """A text with $names that can be replaced. A subclass may change the delimiter and what is a
    name.
    """

    delimiter = "$"
    # Only ASCII letters, whatever the case: the flag is inside, so that others may do without it.
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = None  # re.IGNORECASE
    pattern = _TemplatePattern

    def __init_subclass__(cls):
        super().__init_subclass__()
        if cls.__dict__.get("pattern", _TemplatePattern) is _TemplatePattern:
            # The inherited one was compiled for other settings.
            cls.pattern = _TemplatePattern
        else:
            cls._compile_pattern()

    @classmethod
    def _compile_pattern(cls):
        import re
        pattern = cls.__dict__.get("pattern", _TemplatePattern)
        if pattern is _TemplatePattern:
            delim = re.escape(cls.delimiter)
            name = cls.idpattern
            braced = cls.braceidpattern or cls.idpattern
            pattern = (fr"{delim}(?:(?P<escaped>{delim})|(?P<named>{name})"
                       fr"|{{(?P<braced>{braced})}}|(?P<invalid>))")
        if cls.flags is None:
            cls.flags = re.IGNORECASE
        if isinstance(pattern, str):
            pattern = re.compile(pattern, cls.flags | re.VERBOSE)
        cls.pattern = pattern
        return pattern

    def __init__(self, template):
        self.template = template

    def _invalid(self, mo):
        before = self.template[:mo.start("invalid")]
        lines = before.splitlines(keepends=True) or [""]
        column = len(lines[-1]) + (before == "")
        raise ValueError(f"Invalid placeholder in string: line {len(lines)}, col {column}")

    def _unknown_group(self):
        return ValueError("Unrecognized named group in pattern", self.pattern)

    def _mapping(self, mapping, kws):
        if mapping is _absent:
            return kws
        if kws:
            from collections import ChainMap
            return ChainMap(kws, mapping)
        return mapping

    def substitute(self, mapping=_absent, /, **kws):
        """The text with values in the place of its names; KeyError for a name without a value."""
        values = self._mapping(mapping, kws)
        return self._filled(lambda name, mo: str(values[name]), self._invalid)

    def _filled(self, value, invalid):
        # The text with value(name, match) for names and invalid(match) for what is none.
        def replace(mo):
            name = mo.group("named") or mo.group("braced")
            if name is not None:
                return value(name, mo)
            if mo.group("escaped") is not None:
                return self.delimiter
            if mo.group("invalid") is None:
                raise self._unknown_group()
            return invalid(mo)

        return self.pattern.sub(replace, self.template)

    def safe_substitute(self, mapping=_absent, /, **kws):
        """The text with values in the place of its names; what has no value stays as it is."""
        values = self._mapping(mapping, kws)

        def value(name, mo):
            try:
                return str(values[name])
            except KeyError:
                return mo.group()

        return self._filled(value, lambda mo: mo.group())

    def is_valid(self):
        """Whether substitute() would find no fault with the text itself."""
        return None not in [name for name, _ in self._places()]

    def _places(self):
        # The names in the text, "" for the delimiter and None for what is no name; and the matches.
        for mo in self.pattern.finditer(self.template):
            name = mo.group("named") or mo.group("braced")
            if name is None and mo.group("invalid") is None:
                if mo.group("escaped") is None:
                    raise self._unknown_group()
                name = ""
            yield name, mo

    def get_identifiers(self):
        """The names in the text, each once, in order."""
        return list(dict.fromkeys([name for name, _ in self._places() if name]))


_CONVERSIONS = {"s": str, "r": repr, "a": ascii}


class Formatter:
    """What str.format() does, for subclasses that look up, convert or format in another way."""

    def format(self, format_string, /, *args, **kwargs):
        """The text with its fields replaced by the arguments."""
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        """What format() does, for arguments that are in a tuple and a dictionary."""
        asked_for = set()
        text = self._fields(format_string, args, kwargs, asked_for, 2, 0)[0]
        self.check_unused_args(asked_for, args, kwargs)
        return text

    def _fields(self, format_string, args, kwargs, used, depth, number):
        # number is what `{}` gets next, or False once a field was numbered by hand.
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        parts = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                parts.append(literal)
            if field is None:
                continue
            first = _string.formatter_field_name_split(field)[0]
            if first == "":
                if number is False:
                    raise ValueError("cannot switch from manual field specification to "
                                     "automatic field numbering")
                field = f"{number}{field}"
                number += 1
            elif isinstance(first, int):
                if number:
                    raise ValueError("cannot switch from automatic field numbering to "
                                     "manual field specification")
                number = False
            value, key = self.get_field(field, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            # The format may have fields of its own.
            spec, number = self._fields(spec, args, kwargs, used, depth - 1, number)
            parts.append(self.format_field(value, spec))
        return "".join(parts), number

    def get_value(self, key, args, kwargs):
        """The argument with a number or a name."""
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        """For subclasses that want to complain of arguments no field asked for."""

    def format_field(self, value, format_spec):
        """The text of a value by a format."""
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        """The value after !s, !r or !a; as it is for None."""
        if conversion is None:
            return value
        if conversion in _CONVERSIONS:
            return _CONVERSIONS[conversion](value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        """The parts of a format: literal text, field (None: there is none), its format, conversion."""
        return _string.formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        """What a field as "0.name" stands for, and the key of the argument it begins with."""
        key, steps = _string.formatter_field_name_split(field_name)
        found = self.get_value(key, args, kwargs)
        for is_attribute, name in steps:
            found = getattr(found, name) if is_attribute else found[name]
        return found, key
