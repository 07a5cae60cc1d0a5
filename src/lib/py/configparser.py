"""Configuration files: sections of options.

A _Reader takes the lines; sections are dicts of option -> text (or list of lines while it is read).
A SectionProxy is what parser["section"] gives; interpolations fill in references between options.
"""

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


class NoSectionError(Error):
    """There is no such section."""

    def __init__(self, section):
        super().__init__(f"No section: {section!r}")
        self.section = section
        self.args = (section,)


class DuplicateSectionError(Error):
    """A section is there twice."""

    def __init__(self, section, source=None, lineno=None):
        words = [repr(section), " already exists"]
        if source is not None:
            place = f"While reading from {source!r}"
            if lineno is not None:
                place += f" [line {lineno:2d}]"
            words = [place, ": section ", *words]
        else:
            words.insert(0, "Section ")
        super().__init__("".join(words))
        self.section, self.source, self.lineno = section, source, lineno
        self.args = section, source, lineno


class DuplicateOptionError(Error):
    """An option is there twice."""

    def __init__(self, section, option, source=None, lineno=None):
        words = [repr(option), " in section ", repr(section), " already exists"]
        if source is not None:
            place = f"While reading from {source!r}"
            if lineno is not None:
                place += f" [line {lineno:2d}]"
            words = [place, ": option ", *words]
        else:
            words.insert(0, "Option ")
        super().__init__("".join(words))
        self.section, self.option, self.source, self.lineno = section, option, source, lineno
        self.args = section, option, source, lineno


class NoOptionError(Error):
    """The section has no such option."""

    def __init__(self, option, section):
        super().__init__(f"No option {option!r} in section: {section!r}")
        self.option, self.section = option, section
        self.args = option, section


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
        super().__init__(f"Source contains parsing errors: {source!r}")
        self.source, self.errors = source, []
        self.args = (source,)
        for lineno, line in args:
            self.append(lineno, line)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f"\n\t[line {lineno:2d}]: {line!r}"


class MissingSectionHeaderError(ParsingError):
    """An option in front of the first section."""

    def __init__(self, filename, lineno, line):
        Error.__init__(self, f"File contains no section headers.\nfile: {filename!r}, line: "
                       f"{lineno}\n{line!r}")
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = filename, lineno, line


class MultilineContinuationError(ParsingError):
    """A line that goes on with an option without value."""

    def __init__(self, filename, lineno, line):
        Error.__init__(self, f"Key without value continued with an indented line.\nfile: "
                       f"{filename!r}, line: {lineno}\n{line!r}")
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = filename, lineno, line


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
    _mark = "%"

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
        if rest[1:2] != "(":
            raise InterpolationSyntaxError(option, section, "'%' must be followed by '%' or '(', "
                                           f"found: {rest!r}")
        m = self._KEYCRE.match(rest)
        if m is None:
            raise InterpolationSyntaxError(option, section,
                                           f"bad interpolation variable reference {rest!r}")
        name = parser.optionxform(m.group(1))
        try:
            value = names[name]
        except KeyError:
            raise InterpolationMissingOptionError(option, section, raw, name) from None
        if self._mark in value:
            self._interpolate(parser, option, parts, value, section, names, depth + 1)
        else:
            parts.append(value)
        return rest[m.end():]


class ExtendedInterpolation(BasicInterpolation):
    """${name} is another option, ${section:name} one of another section; $$ a dollar sign."""

    _KEYCRE = re.compile(r"\$\{([^}]+)\}")
    _mark = "$"

    def _reference(self, parser, option, parts, rest, section, names, depth, raw):
        if rest[1:2] != "{":
            raise InterpolationSyntaxError(option, section, "'$' must be followed by '$' or '{', "
                                           f"found: {rest!r}")
        m = self._KEYCRE.match(rest)
        if m is None:
            raise InterpolationSyntaxError(option, section,
                                           f"bad interpolation variable reference {rest!r}")
        path = m.group(1).split(":")
        where, name = section, option
        try:
            if len(path) == 1:
                name = parser.optionxform(path[0])
                value = names[name]
            elif len(path) == 2:
                where, name = path[0], parser.optionxform(path[1])
                value = parser.get(where, name, raw=True)
            else:
                raise InterpolationSyntaxError(option, section,
                                               f"More than one ':' found: {rest!r}")
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None
        if value is None:
            return rest[m.end():]
        if "$" in value:
            inner = dict(parser.items(where, raw=True)) if where != section else names
            self._interpolate(parser, name, parts, value, where, inner, depth + 1)
        else:
            parts.append(value)
        return rest[m.end():]


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
        self._interpolation = (self._DEFAULT_INTERPOLATION if interpolation is _UNSET
                               else interpolation or Interpolation())
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
        if section == self.default_section:
            raise ValueError(f"Invalid section name: {section!r}")
        if section is UNNAMED_SECTION and not self._allow_unnamed_section:
            raise UnnamedSectionDisabledError
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        """The names of a section's options, those of the defaults too."""
        if section not in self._sections:
            raise NoSectionError(section)
        return list({**self._sections[section], **self._defaults})

    def read(self, filenames, encoding=None):
        """Read files; those that cannot be opened are left out. The names of those that were."""
        if isinstance(filenames, (str, bytes, os.PathLike)):
            filenames = [filenames]
        done = []
        for filename in filenames:
            try:
                with open(filename, encoding=encoding) as file:
                    self._read(file, filename)
            except OSError:
                continue
            done.append(os.fspath(filename))
        return done

    def read_file(self, f, source=None):
        """Read the lines of a file."""
        if source is None:
            source = getattr(f, "name", "<???>")
        self._read(f, source)

    def read_string(self, string, source="<string>"):
        """Read a text."""
        self._read(string.splitlines(keepends=True), source)

    def read_dict(self, dictionary, source="<dict>"):
        """Read a dictionary of dictionaries."""
        seen = set()
        for section, options in dictionary.items():
            try:
                self.add_section(section)
            except (DuplicateSectionError, ValueError):
                if self._strict and section in seen:
                    raise
            seen.add(section)
            for key, value in options.items():
                key = self.optionxform(str(key))
                if value is not None:
                    value = str(value)
                if self._strict and (section, key) in seen:
                    raise DuplicateOptionError(section, key, source)
                seen.add((section, key))
                self.set(section, key, value)

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        """An option's value."""
        try:
            names = self._unify(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        try:
            value = names[option]
        except KeyError:
            if fallback is _UNSET:
                raise NoOptionError(option, section) from None
            return fallback
        if raw or value is None:
            return value
        return self._interpolation.before_get(self, section, option, value, names)

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
        names = dict(self._defaults)
        try:
            names.update(self._sections[section])
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section) from None
        keys = list(names)
        for key, value in (vars or {}).items():
            names[self.optionxform(key)] = value
        if raw:
            return [(key, names[key]) for key in keys]
        return [(key, self._interpolation.before_get(self, section, key, names[key], names))
                for key in keys]

    def popitem(self):
        """Take out a section."""
        for name in self.sections():
            proxy = self[name]
            del self[name]
            return name, proxy
        raise KeyError

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
        if not section or section == self.default_section:
            options = self._defaults
        elif section in self._sections:
            options = self._sections[section]
        else:
            raise NoSectionError(section)
        options[self.optionxform(option)] = value

    def write(self, fp, space_around_delimiters=True):
        """Write everything to a file."""
        mark = self._delimiters[0]
        if space_around_delimiters:
            mark = f" {mark} "
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults.items(), mark)
        for section, options in self._sections.items():
            self._write_section(fp, section, options.items(), mark)

    def _write_section(self, fp, section, items, mark):
        if section is not UNNAMED_SECTION:
            fp.write(f"[{section}]\n")
        for key, value in items:
            value = self._interpolation.before_write(self, section, key, value)
            if value is None and self._allow_no_value:
                fp.write(f"{key}\n")
            else:
                fp.write(key + mark + str(value).replace("\n", "\n\t") + "\n")
        fp.write("\n")

    def remove_option(self, section, option):
        """Take out an option; whether it was there."""
        if not section or section == self.default_section:
            options = self._defaults
        elif section in self._sections:
            options = self._sections[section]
        else:
            raise NoSectionError(section)
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
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.has_section(key):
            raise KeyError(key)
        self.remove_section(key)

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
        self.read_dict({self.default_section: defaults})

    def _unify(self, section, vars):
        own = {}
        try:
            own = self._sections[section]
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section) from None
        given = {}
        for key, value in (vars or {}).items():
            given[self.optionxform(key)] = None if value is None else str(value)
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
        for lineno, line in enumerate(fp, 1):
            state.line(lineno, line)
        for options in [self._defaults, *self._sections.values()]:
            for name, value in options.items():
                if isinstance(value, list):
                    while len(value) > 1 and not value[-1]:
                        value.pop()
                    options[name] = "\n".join(value).rstrip()
        for section, options in [(self.default_section, self._defaults), *self._sections.items()]:
            for name, value in options.items():
                if value is not None:
                    options[name] = self._interpolation.before_read(self, section, name, value)
        if state.error:
            raise state.error


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
            self.options = parser._sections[section] = parser._dict()
            parser._proxies[section] = SectionProxy(parser, section)
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

    def _validate(self, *, option="", value=""):
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        if (not self._allow_no_value or value) and not isinstance(value, str):
            raise TypeError("option values must be strings")

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
        if isinstance(self._parser, ConfigParser):
            self._parser._validate(option=key, value=value)
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key)
                and self._parser.remove_option(self._name, key)):
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
        self._data = {"int": None, "float": None, "boolean": None}

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        name = "get" + key
        if name == "get":
            raise ValueError('Incompatible key: cannot use "" as a name')
        self._data[key] = value
        parser = self._parser

        def method(section, option, **kwargs):
            return parser._get_conv(section, option, value, **kwargs)

        setattr(parser, name, method)
        for proxy in getattr(parser, "_proxies", {}).values():
            setattr(proxy, name, _bound(proxy.get, method))

    def __delitem__(self, key):
        if "get" + key == "get":
            raise KeyError(key)
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
