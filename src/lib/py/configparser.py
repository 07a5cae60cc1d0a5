"""Configuration files: sections of options.

A _Reader takes the lines; sections are dicts of option -> text (or list of lines while it is read).
A SectionProxy is what parser["section"] gives; interpolations fill in references between options.
"""

import contextlib
import io
import itertools
import os
import re
import sys
from collections import ChainMap
from collections.abc import MutableMapping

__all__ = ("NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError",
           "InterpolationError", "InterpolationDepthError", "InterpolationMissingOptionError",
           "InterpolationSyntaxError", "ParsingError", "MissingSectionHeaderError",
           "MultilineContinuationError", "UnnamedSectionDisabledError", "InvalidWriteError",
           "ConfigParser", "RawConfigParser", "Interpolation", "BasicInterpolation",
           "ExtendedInterpolation", "SectionProxy", "ConverterMapping", "DEFAULTSECT",
           "MAX_INTERPOLATION_DEPTH", "UNNAMED_SECTION")

DEFAULTSECT = "DEFAULT"
_default_dict = dict
MAX_INTERPOLATION_DEPTH = 10


class Error(Exception):
    """Base of the errors of configurations."""

    def __init__(self, msg=""):
        self.message = msg
        super().__init__(msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__

    def _tell(self, text, **fields):
        Error.__init__(self, text)
        vars(self).update(fields)
        self.args = tuple(fields.values())


class NoSectionError(Error):
    """There is no such section."""

    def __init__(self, section):
        self._tell(f"No section: {section!r}", section=section)


def _twice(kind, words, source, lineno):
    if source is None:
        return f"{kind.title()} {words} already exists"
    line = "" if lineno is None else f" [line {lineno:2d}]"
    return f"While reading from {source!r}{line}: {kind} {words} already exists"


class DuplicateSectionError(Error):
    """A section is there twice."""

    def __init__(self, section, source=None, lineno=None):
        self._tell(_twice("section", repr(section), source, lineno), section=section,
                   source=source, lineno=lineno)


class DuplicateOptionError(Error):
    """An option is there twice."""

    def __init__(self, section, option, source=None, lineno=None):
        words = f"{option!r} in section {section!r}"
        self._tell(_twice("option", words, source, lineno), section=section, option=option,
                   source=source, lineno=lineno)


class NoOptionError(Error):
    """The section has no such option."""

    def __init__(self, option, section):
        self._tell(f"No option {option!r} in section: {section!r}", option=option, section=section)


class InterpolationError(Error):
    """A reference in a value is wrong."""

    def __init__(self, option, section, msg):
        super().__init__(msg)
        self.option, self.section = option, section
        self.args = option, section, msg


class InterpolationMissingOptionError(InterpolationError):
    """A reference to an option that is not there."""

    def __init__(self, option, section, rawval, reference):
        super().__init__(option, section,
                         f"Bad value substitution: option {option!r} in section {section!r} "
                         f"contains an interpolation key {reference!r} which is not a valid option "
                         f"name. Raw value: {rawval!r}")
        self.reference = reference
        self.args = option, section, rawval, reference


class InterpolationSyntaxError(InterpolationError):
    """A reference that is written wrong."""


class InterpolationDepthError(InterpolationError):
    """References that refer on and on."""

    def __init__(self, option, section, rawval):
        super().__init__(option, section,
                         f"Recursion limit exceeded in value substitution: option {option!r} in "
                         f"section {section!r} contains an interpolation key which cannot be "
                         f"substituted in {MAX_INTERPOLATION_DEPTH} steps. Raw value: {rawval!r}")
        self.args = option, section, rawval


class ParsingError(Error):
    """Lines that are neither section nor option."""

    def __init__(self, source, *args):
        self._tell(f"Source contains parsing errors: {source!r}", source=source)
        self.errors = []
        for lineno, line in args:
            self.append(lineno, line)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f"\n\t[line {lineno:2d}]: {line!r}"

    def _tell_line(self, text, source, lineno, line):
        self._tell(f"{text}\nfile: {source!r}, line: {lineno}\n{line!r}", source=source,
                   lineno=lineno, line=line)


class MissingSectionHeaderError(ParsingError):
    """An option in front of the first section."""

    def __init__(self, filename, lineno, line):
        self._tell_line("File contains no section headers.", filename, lineno, line)


class MultilineContinuationError(ParsingError):
    """A line that goes on with an option without value."""

    def __init__(self, filename, lineno, line):
        self._tell_line("Key without value continued with an indented line.", filename, lineno,
                        line)


class UnnamedSectionDisabledError(Error):
    """The section without name is not allowed."""

    def __init__(self):
        super().__init__("Support for UNNAMED_SECTION is disabled.")


class InvalidWriteError(Error):
    """What would be written could not be read again."""


class _UnnamedSection:
    def __repr__(self):
        return "<UNNAMED_SECTION>"


UNNAMED_SECTION = _UnnamedSection()
_UNSET = object()


# ---- interpolation -----------------------------------------------------------------------------

class Interpolation:
    """Leaves values as they are."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class BasicInterpolation(Interpolation):
    """%(name)s is another option; %% a percent sign."""

    _KEYCRE = re.compile(r"%\(([^)]+)\)s")
    _mark, _bracket = "%("

    def before_get(self, parser, section, option, value, defaults):
        parts = []
        self._interpolate(parser, option, parts, value, section, defaults, 1)
        return "".join(parts)

    def before_set(self, parser, section, option, value):
        rest = self._KEYCRE.sub("", value.replace(self._mark * 2, ""))
        if self._mark in rest:
            raise ValueError(f"invalid interpolation syntax in {value!r} at position "
                             f"{rest.find(self._mark)}")
        return value

    def _interpolate(self, parser, option, parts, rest, section, names, depth):
        mark = self._mark
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        while rest:
            at = rest.find(mark)
            if at < 0:
                parts.append(rest)
                return
            parts.append(rest[:at])
            rest = rest[at:]
            if rest[1:2] == mark:
                parts.append(mark)
                rest = rest[2:]
                continue
            rest = self._reference(parser, option, parts, rest, section, names, depth, raw)

    def _reference(self, parser, option, parts, rest, section, names, depth, raw):
        mark, bracket = self._mark, self._bracket
        if rest[1:2] != bracket:
            raise InterpolationSyntaxError(option, section, f"'{mark}' must be followed by '{mark}' "
                                           f"or '{bracket}', found: {rest!r}")
        m = self._KEYCRE.match(rest)
        if m is None:
            raise InterpolationSyntaxError(option, section,
                                           f"bad interpolation variable reference {rest!r}")
        option, where, value = self._find(parser, option, section, names, m, raw)
        if mark in value:
            if where != section:
                names = dict(parser.items(where, raw=True))
            self._interpolate(parser, option, parts, value, where, names, depth + 1)
        else:
            parts.append(value)
        return rest[m.end():]

    def _find(self, parser, option, section, names, m, raw):
        # (option to name in errors, its section, the value) of what a reference matched.
        name = parser.optionxform(m.group(1))
        if name not in names:
            raise InterpolationMissingOptionError(option, section, raw, name) from None
        return option, section, names[name]


class ExtendedInterpolation(BasicInterpolation):
    """${name} is another option, ${section:name} one of another section; $$ a dollar sign."""

    _KEYCRE = re.compile(r"\$\{([^}]+)\}")
    _mark, _bracket = "${"

    def _find(self, parser, option, section, names, m, raw):
        *path, name = m.group(1).split(":")
        if len(path) > 1:
            rest = m.string[m.end():]
            raise InterpolationSyntaxError(option, section, f"More than one ':' found: {rest!r}")
        name = parser.optionxform(name)
        try:
            if path:
                return name, path[0], parser.get(path[0], name, raw=True) or ""
            return name, section, names[name] or ""
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, m.group(1)) from None


# ---- parsers -----------------------------------------------------------------------------------

class RawConfigParser(MutableMapping):
    """Reads, changes and writes configurations, without interpolation."""

    _SECT_TMPL = r"\[(?P<header>.+)\]"
    _OPT_TMPL = r"(?P<option>.*?)\s*(?:(?P<vi>{delim})\s*(?P<value>.*))$"
    _OPT_NV_TMPL = r"(?P<option>.*?)\s*(?:(?P<vi>{delim})\s*(?P<value>.*))?$"
    _DEFAULT_INTERPOLATION = Interpolation()
    SECTCRE = re.compile(_SECT_TMPL)
    NONSPACECRE = re.compile(r"\S")
    BOOLEAN_STATES = {"1": True, "yes": True, "true": True, "on": True,
                      "0": False, "no": False, "false": False, "off": False}

    def __init__(self, defaults=None, dict_type=_default_dict, allow_no_value=False, *,
                 delimiters=("=", ":"), comment_prefixes=("#", ";"),
                 inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_UNSET, converters=_UNSET,
                 allow_unnamed_section=False):
        self._dict = dict_type
        self._sections, self._defaults = dict_type(), dict_type()
        self._converters = ConverterMapping(self)
        self._delimiters = tuple(delimiters)
        template = self._OPT_NV_TMPL if allow_no_value else self._OPT_TMPL
        self._optcre = re.compile(template.format(
            delim="|".join([re.escape(d) for d in delimiters])))
        self._comment_prefixes = tuple(comment_prefixes or ())
        self._inline_comment_prefixes = tuple(inline_comment_prefixes or ())
        self._strict, self._allow_no_value = strict, allow_no_value
        self._empty_lines_in_values = empty_lines_in_values
        self.default_section = default_section
        if interpolation is _UNSET:
            interpolation = self._DEFAULT_INTERPOLATION
        self._interpolation = Interpolation() if interpolation is None else interpolation
        if not isinstance(self._interpolation, Interpolation):
            raise TypeError("interpolation= must be None or an instance of Interpolation; got an "
                            f"object of type {type(self._interpolation)}")
        if converters is not _UNSET:
            self._converters.update(converters)
        self._allow_unnamed_section = allow_unnamed_section
        self._proxies = dict_type()
        self._proxies[default_section] = SectionProxy(self, default_section)
        if defaults:
            self._read_defaults(defaults)

    def defaults(self):
        return self._defaults

    def sections(self):
        """The names of the sections."""
        return list(self._sections)

    def add_section(self, section):
        """A new section."""
        if section in self._sections:
            raise DuplicateSectionError(section)
        if section == self.default_section:
            raise ValueError(f"Invalid section name: {section!r}")
        if section is UNNAMED_SECTION and not self._allow_unnamed_section:
            raise UnnamedSectionDisabledError
        self._new_section(section)

    def _new_section(self, section):
        self._sections[section] = options = self._dict()
        self._proxies[section] = SectionProxy(self, section)
        return options

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        """The names of a section's options, those of the defaults too."""
        if section not in self._sections:
            raise NoSectionError(section) from None
        return list({**self._sections[section], **self._defaults})

    def read(self, filenames, encoding=None):
        """Read files; those that cannot be opened are left out. The names of those that were."""
        if isinstance(filenames, (str, bytes, os.PathLike)):
            filenames = [filenames]
        done = []
        for filename in filenames:
            with contextlib.suppress(OSError), open(filename, encoding=encoding) as file:
                self._read(file, filename)
                done.append(os.fspath(filename))
        return done

    def read_file(self, f, source=None):
        """Read the lines of a file."""
        if source is None:
            source = getattr(f, "name", "<???>")
        self._read(f, source)

    def read_string(self, string, source="<string>"):
        """Read a text."""
        self._read(io.StringIO(string), source)

    def read_dict(self, dictionary, source="<dict>"):
        """Read a dictionary of dictionaries."""
        seen = set()
        for section, options in dictionary.items():
            if section is not UNNAMED_SECTION:
                section = str(section)
            if section not in self or self._strict and section in seen:
                self.add_section(section)
            seen.add(section)
            for key, value in options.items():
                place = section, self.optionxform(str(key))
                if self._strict and place in seen:
                    raise DuplicateOptionError(*place, source)
                seen.add(place)
                self.set(*place, None if value is None else str(value))

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        """An option's value."""
        try:
            names = self._unify(section, vars)
            option = self.optionxform(option)
            if option not in names:
                raise NoOptionError(option, section)
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback
        value = names[option]
        if not raw and value is not None:
            value = self._interpolation.before_get(self, section, option, value, names)
        return value

    def _get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        try:
            return conv(self.get(section, option, raw=raw, vars=vars, **kwargs))
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        """An option's value as an int."""
        return self._get_conv(section, option, int, raw=raw, vars=vars, fallback=fallback,
                              **kwargs)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        """An option's value as a float."""
        return self._get_conv(section, option, float, raw=raw, vars=vars, fallback=fallback,
                              **kwargs)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        """An option's value as a bool."""
        return self._get_conv(section, option, self._convert_to_boolean, raw=raw, vars=vars,
                              fallback=fallback, **kwargs)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError(f"Not a boolean: {value}")
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        """The sections by name; or the options of a section with their values."""
        if section is _UNSET:
            return super().items()
        names = {**self._defaults, **self._own_options(section)}
        keys = list(names)
        for key, value in (vars or {}).items():
            names[self.optionxform(key)] = value
        if raw:
            return [(key, names[key]) for key in keys]
        return [(key, self._interpolation.before_get(self, section, key, names[key], names))
                for key in keys]

    def popitem(self):
        """Take out a section."""
        names = self.sections()
        if not names:
            raise KeyError
        proxy = self[names[0]]
        del self[names[0]]
        return names[0], proxy

    def optionxform(self, optionstr):
        """An option's name as it is kept: in small letters."""
        return optionstr.lower()

    def has_option(self, section, option):
        """Whether a section has an option."""
        option = self.optionxform(option)
        if not section or section == self.default_section:
            return option in self._defaults
        return section in self._sections and (option in self._sections[section]
                                              or option in self._defaults)

    def set(self, section, option, value=None):
        """Set an option."""
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        self._changeable(section)[self.optionxform(option)] = value

    def _validate(self, *, option="", value=""):
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        if (not self._allow_no_value or value) and not isinstance(value, str):
            raise TypeError("option values must be strings")

    def _changeable(self, section):
        if not section or section == self.default_section:
            return self._defaults
        return self._own_options(section)

    def _own_options(self, section):
        # Those of the default section are what every section has.
        if section not in self._sections and section != self.default_section:
            raise NoSectionError(section) from None
        return self._sections.get(section, {})

    def write(self, fp, space_around_delimiters=True):
        """Write everything to a file."""
        mark = self._delimiters[0]
        if space_around_delimiters:
            mark = f" {mark} "
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults.items(), mark)
        # What has no header must come first, and would be nothing but an empty line if it is empty.
        for section in sorted(self._sections, key=lambda name: name is not UNNAMED_SECTION):
            options = self._sections[section]
            if options or section is not UNNAMED_SECTION:
                self._write_section(fp, section, options.items(), mark)

    def _write_section(self, fp, section, items, delimiter):
        if section is not UNNAMED_SECTION:
            fp.write(f"[{section}]\n")
        for key, value in items:
            wrong = ["begins with section pattern"] if self.SECTCRE.match(key) else [
                f"contains delimiter {mark}" for mark in self._delimiters if mark in key]
            if wrong:
                raise InvalidWriteError(f"Cannot write key {key}; {wrong[0]}")
            value = self._interpolation.before_write(self, section, key, value)
            if value is None and self._allow_no_value:
                fp.write(f"{key}\n")
            else:
                fp.write(key + delimiter + re.sub("\r\n?|\n", "\n\t", str(value)) + "\n")
        fp.write("\n")

    def remove_option(self, section, option):
        """Take out an option; whether it was there."""
        options = self._changeable(section)
        return options.pop(self.optionxform(option), _UNSET) is not _UNSET

    def remove_section(self, section):
        """Take out a section; whether it was there."""
        if section not in self._sections:
            return False
        del self._sections[section], self._proxies[section]
        return True

    def __getitem__(self, key):
        if key != self.default_section and not self.has_section(key):
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if self._proxies.get(key, _UNSET) is not value:
            before = (self._defaults if key == self.default_section
                      else self._sections.get(key, {}))
            before.clear()
            self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.remove_section(key):
            raise KeyError(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return itertools.chain((self.default_section,), self._sections)

    @property
    def converters(self):
        return self._converters

    def _read_defaults(self, defaults):
        for key, value in defaults.items():
            self._defaults[self.optionxform(key)] = value

    def _unify(self, section, vars):
        own = self._own_options(section)
        given = {self.optionxform(key): None if value is None else str(value)
                 for key, value in (vars or {}).items()}
        return ChainMap(given, own, self._defaults)

    # ---- reading ----------------------------------------------------------------------------

    def _uncommented(self, line):
        """The line without comments, and whether there was nothing else."""
        text = line
        if self._inline_comment_prefixes:
            at = len(text)
            for prefix in self._inline_comment_prefixes:
                found = text.find(prefix)
                while found >= 0:
                    if found == 0 or text[found - 1].isspace():
                        at = min(at, found)
                        break
                    found = text.find(prefix, found + 1)
            text = text[:at]
        stripped = text.strip()
        if any(line.strip().startswith(prefix) for prefix in self._comment_prefixes):
            return "", True
        return stripped, text != line and not stripped

    def _read(self, fp, source):
        state = _Reading(self, source)
        if self._allow_unnamed_section:
            state.open(UNNAMED_SECTION, 0)
        try:
            for lineno, line in enumerate(fp, 1):
                state.line(lineno, line)
        finally:
            self._join_lines()
        if state.error:
            raise state.error

    def _join_lines(self):
        for section, options in [(self.default_section, self._defaults), *self._sections.items()]:
            for name, value in options.items():
                if isinstance(value, list):
                    value = "\n".join(value).rstrip()
                if value is not None:
                    options[name] = self._interpolation.before_read(self, section, name, value)


class _Reading:
    # A file as it is read.

    def __init__(self, parser, source):
        self.parser, self.source = parser, source
        self.options = self.section = self.option = self.error = None
        self.indent, self.seen = 0, set()

    def open(self, section, lineno):
        parser = self.parser
        if section == parser.default_section:
            self.options = parser._defaults
        elif section in parser._sections:
            if parser._strict and section in self.seen:
                raise DuplicateSectionError(section, self.source, lineno)
            self.options = parser._sections[section]
        else:
            self.options = parser._new_section(section)
        self.seen.add(section)
        self.section, self.option = section, None

    def line(self, lineno, line):
        parser = self.parser
        value, comment = parser._uncommented(line)
        if not value:
            if parser._empty_lines_in_values:
                if (not comment and self.option and self.options is not None
                        and self.options[self.option] is not None):
                    self.options[self.option].append("")
            else:
                self.indent = sys.maxsize
            return
        first = parser.NONSPACECRE.search(line)
        indent = first.start() if first else 0
        if self.options is not None and self.option and indent > self.indent:
            if self.options[self.option] is None:
                raise MultilineContinuationError(self.source, lineno, line)
            self.options[self.option].append(value)
            return
        self.indent = indent
        header = parser.SECTCRE.match(value)
        if header:
            self.open(header.group("header"), lineno)
        elif self.options is None:
            raise MissingSectionHeaderError(self.source, lineno, line)
        else:
            self.read_option(lineno, line, value)

    def read_option(self, lineno, line, value):
        parser = self.parser
        m = parser._optcre.match(value)
        if not m or not m.group("option"):
            if self.error is None:
                self.error = ParsingError(self.source)
            self.error.append(lineno, line)
            if not m:
                return
        name, _, text = m.group("option", "vi", "value")
        self.option = name = parser.optionxform(name.rstrip())
        if parser._strict and (self.section, name) in self.seen:
            raise DuplicateOptionError(self.section, name, self.source, lineno)
        self.seen.add((self.section, name))
        self.options[name] = None if text is None else [text.strip()]


class ConfigParser(RawConfigParser):
    """Reads, changes and writes configurations."""

    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        """Set an option to a text."""
        self._validate(option=option, value=value)
        super().set(section, option, value)

    def add_section(self, section):
        """A new section."""
        if section is not UNNAMED_SECTION and not isinstance(section, str):
            raise TypeError("section names must be strings or UNNAMED_SECTION")
        super().add_section(section)

    def _read_defaults(self, defaults):
        # Defaults may have references that nothing answers yet.
        kept, self._interpolation = self._interpolation, Interpolation()
        try:
            self.read_dict({self.default_section: defaults})
        finally:
            self._interpolation = kept


class SectionProxy(MutableMapping):
    """One section as a mapping."""

    def __init__(self, parser, name):
        self._parser, self._name = parser, name
        for conv in parser.converters:
            key = "get" + conv
            setattr(self, key, _bound(self.get, getattr(parser, key)))

    def __repr__(self):
        return f"<Section: {self._name}>"

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        self._parser._validate(option=key, value=value)
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if key not in self or not self._parser.remove_option(self._name, key):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())

    def _options(self):
        if self._name != self._parser.default_section:
            return self._parser.options(self._name)
        return list(self._parser.defaults())

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
        """An option's value."""
        return (_impl or self._parser.get)(self._name, option, raw=raw, vars=vars,
                                           fallback=fallback, **kwargs)


def _bound(get, implementation):
    def method(option, fallback=None, **kwargs):
        return get(option, fallback, _impl=implementation, **kwargs)

    return method


class ConverterMapping(MutableMapping):
    """The conversions of a parser: get<name> of it and its sections."""

    def __init__(self, parser):
        self._parser = parser
        self._data = {name[3:]: None for name in dir(parser)  # what its class has as methods
                      if name.startswith("get") and name != "get"}

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        if not isinstance(key, str):
            raise ValueError(f"Incompatible key: {key} (type: {type(key)})")
        if not key:
            raise ValueError('Incompatible key: cannot use "" as a name')
        self._data[key] = value
        parser = self._parser

        def method(section, option, **kwargs):
            return parser._get_conv(section, option, value, **kwargs)

        method.converter = value
        setattr(parser, "get" + key, method)
        for proxy in getattr(parser, "_proxies", {}).values():
            setattr(proxy, "get" + key, _bound(proxy.get, method))

    def __delitem__(self, key):
        del self._data[key]
        for holder in (self._parser, *self._parser._proxies.values()):
            try:
                delattr(holder, "get" + key)
            except AttributeError:
                pass

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)
