"""Reading command lines: a parser has actions, which say what arguments they take and what becomes
of them.

Parsing goes over the arguments once: options are found by their prefix, the letters A (an argument)
and O (an option) stand for the line, and each action's nargs is a regex over those letters.  Help
is made by a HelpFormatter out of the same actions; that is in _argparse_help, actions in
_argparse_actions.
"""

import os
import re
import sys

from _argparse_actions import (
    Action, ArgumentError, ArgumentTypeError, BooleanOptionalAction, FileType, Namespace,
    _AppendAction, _AppendConstAction, _CountAction, _ExtendAction, _HelpAction, _Shown,
    _StoreAction, _StoreConstAction, _StoreFalseAction, _StoreTrueAction, _SubParsersAction,
    _VersionAction, _name_of, _UNRECOGNIZED)
from _argparse_help import (
    ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter, ONE_OR_MORE, OPTIONAL,
    PARSER, RawDescriptionHelpFormatter, RawTextHelpFormatter, REMAINDER, SUPPRESS, ZERO_OR_MORE)

__all__ = ["ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction",
           "FileType", "HelpFormatter", "ArgumentDefaultsHelpFormatter",
           "RawDescriptionHelpFormatter", "RawTextHelpFormatter", "MetavarTypeHelpFormatter",
           "Namespace", "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER", "SUPPRESS",
           "ZERO_OR_MORE"]


# ---- containers --------------------------------------------------------------------------------

class _ActionsContainer:
    """What arguments can be added to: parsers and groups."""

    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        self.description, self.prefix_chars = description, prefix_chars
        self.argument_default, self.conflict_handler = argument_default, conflict_handler
        self._registries = {}
        for name, action in (
                (None, _StoreAction), ("store", _StoreAction), ("store_const", _StoreConstAction),
                ("store_true", _StoreTrueAction), ("store_false", _StoreFalseAction),
                ("append", _AppendAction), ("append_const", _AppendConstAction),
                ("count", _CountAction), ("help", _HelpAction), ("version", _VersionAction),
                ("parsers", _SubParsersAction), ("extend", _ExtendAction)):
            self.register("action", name, action)
        self._get_handler()
        self._actions, self._option_string_actions = [], {}
        self._action_groups, self._mutually_exclusive_groups = [], []
        self._defaults = {}
        self._negative_number_matcher = re.compile(r"-\.?\d")
        self._has_negative_number_optionals = []

    def register(self, registry_name, value, object):
        """Give an action or type a name."""
        self._registries.setdefault(registry_name, {})[value] = object

    def _registry_get(self, registry_name, value, default=None):
        return self._registries.get(registry_name, {}).get(value, default)

    def set_defaults(self, **kwargs):
        """Values for the namespace, and defaults of arguments."""
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        """The default of an argument."""
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def add_argument(self, *args, **kwargs):
        """add_argument(name) or add_argument(option, ...), with action, nargs, type, help ..."""
        if args and (len(args) > 1 or args[0][0] in self.prefix_chars):
            kwargs = self._get_optional_kwargs(*args, **kwargs)
        elif args and "dest" in kwargs:
            raise TypeError("dest supplied twice for positional argument, did you mean metavar?")
        elif "required" in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        else:
            kwargs = self._get_positional_kwargs(*args, **kwargs)
        dest = kwargs["dest"]
        default = self._defaults.get(dest, self.argument_default)
        if default is not None or dest in self._defaults:
            kwargs.setdefault("default", default)
        name = kwargs.pop("action", None)
        make = self._registry_get("action", name, name)
        if not callable(make):
            raise ValueError(f"unknown action {name!r}")
        action = make(**kwargs)
        self._check_type(self._registry_get("type", action.type, action.type))
        if hasattr(self, "_get_formatter"):
            try:
                self._get_formatter()._format_args(action, None)
            except TypeError:
                raise ValueError("length of metavar tuple does not match nargs")
        self._check_help(action)
        return self._add_action(action)

    def _check_type(self, convert):
        if convert is FileType:
            raise TypeError(f"{FileType!r} is a FileType class object, instance of it must be "
                            "passed")
        if convert is not None and not callable(convert):
            raise TypeError(f"{convert!r} is not callable")

    def _check_help(self, action):
        if action.help and hasattr(self, "_get_formatter"):
            try:
                self._get_formatter()._expand_help(action)
            except (ValueError, TypeError, KeyError) as exc:
                raise ValueError("badly formed help string") from exc

    def add_argument_group(self, *args, **kwargs):
        """A group of arguments with a title in the help."""
        group = _ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, **kwargs):
        """A group of which only one may be given."""
        group = _MutuallyExclusiveGroup(self, **kwargs)
        self._mutually_exclusive_groups.append(group)
        return group

    def _add_action(self, action):
        self._check_conflict(action)
        action.container = self
        self._actions.append(action)
        self._option_string_actions.update(dict.fromkeys(action.option_strings, action))
        if any(map(self._negative_number_matcher.match, action.option_strings)):
            self._has_negative_number_optionals[:] = [True]  # which groups share
        return action

    def _remove_action(self, action):
        self._actions.remove(action)

    def _add_container_actions(self, container):
        groups = {}
        titles = {group.title: group for group in self._action_groups}
        for group in container._action_groups:
            if group.title not in titles:
                titles[group.title] = self.add_argument_group(
                    title=group.title, description=group.description,
                    conflict_handler=group.conflict_handler)
            for action in group._group_actions:
                groups[action] = titles[group.title]
        for group in container._mutually_exclusive_groups:
            target = self if group._container is container else titles[group._container.title]
            new = target.add_mutually_exclusive_group(required=group.required)
            for action in group._group_actions:
                groups[action] = new
        for action in container._actions:
            groups.get(action, self)._add_action(action)

    def _get_positional_kwargs(self, dest, **kwargs):
        nargs = kwargs.get("nargs")
        if nargs == 0:
            raise ValueError("nargs for positionals must be != 0")
        may_be_absent = nargs in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS)
        return {**kwargs, **({} if may_be_absent else {"required": True}), "dest": dest,
                "option_strings": []}

    def _get_optional_kwargs(self, *args, **kwargs):
        chars = self.prefix_chars
        for option in args:
            if option[0] not in chars:
                raise ValueError(f"invalid option string {option!r}: must start with a character "
                                 f"{chars!r}")
        dest = kwargs.get("dest")
        if dest is None:
            long = [option for option in args if len(option) > 1 and option[1] in chars]
            dest = (long or args)[0].lstrip(chars).replace("-", "_")
            if not dest:
                raise TypeError(f"dest= is required for options like {args[-1]!r}")
        return {**kwargs, "dest": dest, "option_strings": list(args)}

    def _get_handler(self):
        handler = {"error": self._handle_conflict_error,
                   "resolve": self._handle_conflict_resolve}.get(self.conflict_handler)
        if handler is None:
            raise ValueError(f"invalid conflict_resolution value: {self.conflict_handler!r}")
        return handler

    def _check_conflict(self, action):
        found = [(option, self._option_string_actions[option]) for option in action.option_strings
                 if option in self._option_string_actions]
        if found:
            self._get_handler()(action, found)

    def _handle_conflict_error(self, action, conflicting):
        s = "" if len(conflicting) == 1 else "s"
        names = ", ".join([option for option, _ in conflicting])
        raise ArgumentError(action, f"conflicting option string{s}: {names}")

    def _handle_conflict_resolve(self, action, conflicting):
        for option, other in conflicting:
            other.option_strings.remove(option)
            del self._option_string_actions[option]
            if not other.option_strings:
                other.container._remove_action(other)


class _ArgumentGroup(_ActionsContainer):
    def __init__(self, container, title=None, description=None, **kwargs):
        if "prefix_chars" in kwargs:
            import warnings
            warnings.warn("The use of the undocumented 'prefix_chars' parameter in "
                          "ArgumentParser.add_argument_group() is deprecated.",
                          DeprecationWarning, stacklevel=3)
        super().__init__(description, kwargs.get("prefix_chars", container.prefix_chars),
                         kwargs.get("argument_default", container.argument_default),
                         kwargs.get("conflict_handler", container.conflict_handler))
        self.title, self._group_actions = title, []
        self._container = container
        for name in ("_registries", "_actions", "_option_string_actions", "_defaults",
                     "_has_negative_number_optionals", "_mutually_exclusive_groups"):
            setattr(self, name, getattr(container, name))

    def _add_action(self, action):
        action = super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        super()._remove_action(action)
        self._group_actions.remove(action)

    def _tell(self, formatter):
        formatter.start_section(self.title)
        formatter.add_text(self.description)
        formatter.add_arguments(self._group_actions)
        formatter.end_section()

    def add_argument_group(self, *args, **kwargs):
        raise ValueError("argument groups cannot be nested")


class _MutuallyExclusiveGroup(_ArgumentGroup):
    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required

    def _add_action(self, action):
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        self._container._remove_action(action)
        self._group_actions.remove(action)

    def add_mutually_exclusive_group(self, **kwargs):
        raise ValueError("mutually exclusive groups cannot be nested")


# ---- the parser --------------------------------------------------------------------------------

def _program_name():
    return os.path.basename(sys.argv[0]) if sys.argv and sys.argv[0] else ""


class ArgumentParser(_Shown, _ActionsContainer):
    """Reads command lines."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[],
                 formatter_class=HelpFormatter, prefix_chars="-", fromfile_prefix_chars=None,
                 argument_default=None, conflict_handler="error", add_help=True,
                 allow_abbrev=True, exit_on_error=True, *, suggest_on_error=False, color=True):
        _ActionsContainer.__init__(self, description, prefix_chars, argument_default,
                                   conflict_handler)
        self.prog = _program_name() if prog is None else prog
        self.usage, self.epilog, self.formatter_class = usage, epilog, formatter_class
        self.fromfile_prefix_chars, self.add_help = fromfile_prefix_chars, add_help
        self.allow_abbrev, self.exit_on_error = allow_abbrev, exit_on_error
        self.suggest_on_error, self.color = suggest_on_error, color
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        self._subparsers = None
        self.register("type", None, _identity)
        if add_help:
            char = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(char + "h", char * 2 + "help", action="help", default=SUPPRESS,
                              help="show this help message and exit")
        for parent in parents:
            if not isinstance(parent, ArgumentParser):
                raise TypeError("parents must be a list of ArgumentParser")
            self._add_container_actions(parent)
            self._defaults.update(parent._defaults)

    def _get_kwargs(self):
        return [(name, getattr(self, name)) for name in (
            "prog", "usage", "description", "formatter_class", "conflict_handler", "add_help")]

    def add_subparsers(self, **kwargs):
        """An argument that chooses one of several parsers for the rest."""
        if self._subparsers is not None:
            raise ValueError("cannot have multiple subparser arguments")
        kwargs.setdefault("parser_class", type(self))
        if "title" in kwargs or "description" in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop("title", "subcommands"),
                                                       kwargs.pop("description", None))
        else:
            self._subparsers = self._positionals
        if kwargs.get("prog") is None:
            formatter = self._get_formatter()
            formatter.add_usage(None, self._get_positional_actions(),
                                self._mutually_exclusive_groups, "")
            kwargs["prog"] = formatter.format_help().strip()
        make = self._registry_get("action", kwargs.pop("action", "parsers"))
        action = make(option_strings=[], **kwargs)
        self._check_help(action)
        self._subparsers._add_action(action)
        return action

    def _add_action(self, action):
        (self._optionals if action.option_strings else self._positionals)._add_action(action)
        return action

    def _get_optional_actions(self):
        return [action for action in self._actions if action.option_strings]

    def _get_positional_actions(self):
        return [action for action in self._actions if not action.option_strings]

    def parse_args(self, args=None, namespace=None):
        """The namespace of a command line; what is left over is an error."""
        namespace, rest = self.parse_known_args(args, namespace)
        self._refuse(rest)
        return namespace

    def _refuse(self, rest):
        if rest:
            message = f"unrecognized arguments: {' '.join(rest)}"
            if self.exit_on_error:
                self.error(message)
            raise ArgumentError(None, message)

    def parse_known_args(self, args=None, namespace=None):
        """The namespace of a command line, and what is left over."""
        return self._parse_known(args, namespace, False)

    def _parse_known(self, args, namespace, intermixed):
        args = sys.argv[1:] if args is None else list(args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest):
                if action.default is not SUPPRESS:
                    setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        if self.exit_on_error:
            try:
                namespace, rest = _Line(self, args, namespace, intermixed).parse()
            except ArgumentError as err:
                self.error(str(err))
        else:
            namespace, rest = _Line(self, args, namespace, intermixed).parse()
        if hasattr(namespace, _UNRECOGNIZED):
            rest.extend(getattr(namespace, _UNRECOGNIZED))
            delattr(namespace, _UNRECOGNIZED)
        return namespace, rest

    def parse_intermixed_args(self, args=None, namespace=None):
        """As parse_args(), with options between positional arguments."""
        namespace, rest = self.parse_known_intermixed_args(args, namespace)
        self._refuse(rest)
        return namespace

    def parse_known_intermixed_args(self, args=None, namespace=None):
        """As parse_known_args(), with options between positional arguments."""
        for action in self._get_positional_actions():
            if action.nargs in (PARSER, REMAINDER):
                raise TypeError(f"parse_intermixed_args: positional arg with nargs={action.nargs}")
        return self._parse_known(args, namespace, True)

    def convert_arg_line_to_args(self, arg_line):
        """The arguments in a line of a file of arguments."""
        return [arg_line]

    def _read_files(self, args):
        done = []
        for arg in args:
            if not arg or arg[0] not in self.fromfile_prefix_chars:
                done.append(arg)
                continue
            try:
                with open(arg[1:], encoding="utf-8") as file:
                    inner = [word for line in file.read().splitlines()
                             for word in self.convert_arg_line_to_args(line)]
            except OSError as err:
                raise ArgumentError(None, str(err))
            done.extend(self._read_files(inner))
        return done

    # ---- one option -------------------------------------------------------------------------

    def _parse_optional(self, arg):
        """What an argument means as an option: (action, option, separator, value) for each
        possible one; None: it is none."""
        if not arg or arg[0] not in self.prefix_chars:
            return None
        actions = self._option_string_actions
        option, equals, value = arg.partition("=")
        if arg in actions:
            return [(actions[arg], arg, None, None)]
        if len(arg) == 1:
            return None
        if equals and option in actions:
            return [(actions[option], option, equals, value)]
        found = self._get_option_tuples(arg)
        is_number = (self._negative_number_matcher.match(arg)
                     and not self._has_negative_number_optionals)
        if not found and " " not in arg and not is_number:
            found = [(None, arg, None, None)]
        return found or None

    def _get_option_tuples(self, arg):
        chars, found = self.prefix_chars, []
        if arg[0] in chars and arg[1] in chars:
            if self.allow_abbrev:
                prefix, equals, value = arg.partition("=")
                if not equals:
                    equals = value = None
                found = [(action, option, equals, value)
                         for option, action in self._option_string_actions.items()
                         if option.startswith(prefix)]
        else:
            prefix, equals, value = arg.partition("=")
            if not equals:
                equals = value = None
            for option, action in self._option_string_actions.items():
                if option == arg[:2]:  # -xVALUE
                    found.append((action, option, "", arg[2:]))
                elif self.allow_abbrev and option.startswith(prefix):
                    found.append((action, option, equals, value))
        return found

    # ---- values -----------------------------------------------------------------------------

    def _get_values(self, action, strings):
        """What an action gets for the arguments that it takes."""
        if action.option_strings or action.nargs not in (PARSER, REMAINDER):
            pass
        nargs = action.nargs
        if not strings and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and value is not SUPPRESS:
                value = self._get_value(action, value)
            return value
        if not strings and nargs == ZERO_OR_MORE and not action.option_strings:
            return action.default if action.default is not None else []
        if len(strings) == 1 and nargs in (None, OPTIONAL):
            value = self._get_value(action, strings[0])
            self._check_value(action, value)
            return value
        if nargs == REMAINDER:
            return [self._get_value(action, s) for s in strings]
        if nargs == PARSER:
            values = [self._get_value(action, s) for s in strings]
            self._check_value(action, values[0])
            return values
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [self._get_value(action, s) for s in strings]
        for value in values:
            self._check_value(action, value)
        return values

    def _get_value(self, action, text):
        function = self._registry_get("type", action.type, action.type)
        if not callable(function):
            raise TypeError(f"{function!r} is not callable")
        try:
            return function(text)
        except ArgumentTypeError as err:
            raise ArgumentError(action, str(err))
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, f"invalid {name} value: {text!r}")

    def _check_value(self, action, value):
        choices = action.choices
        if choices is None:
            return
        if isinstance(choices, str):
            choices = iter(choices)
        if value not in choices:
            words = f"invalid choice: {str(value)!r}"
            choices = action.choices
            if self.suggest_on_error and isinstance(value, str) and all(
                    isinstance(choice, str) for choice in choices):
                import difflib
                near = difflib.get_close_matches(value, choices, 1)
                if near:
                    words += f", maybe you meant {near[0]!r}?"
            raise ArgumentError(action, words + f" (choose from "
                                f"{', '.join([repr(str(choice)) for choice in choices])})")

    # ---- help -------------------------------------------------------------------------------

    def format_usage(self):
        """The usage."""
        return self._usage().format_help()

    def _usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter

    def format_help(self):
        """The help."""
        formatter = self._usage()
        formatter.add_text(self.description)
        for group in self._action_groups:
            group._tell(formatter)
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def print_usage(self, file=None):
        """Write the usage."""
        self._print_message(self.format_usage(), sys.stdout if file is None else file)

    def print_help(self, file=None):
        """Write the help."""
        self._print_message(self.format_help(), sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            try:
                (sys.stderr if file is None else file).write(message)
            except (AttributeError, OSError):
                pass

    def exit(self, status=0, message=None):
        """End the program."""
        if message:
            self._print_message(message, sys.stderr)
        sys.exit(status)

    def error(self, message):
        """Write usage and message, and end the program with status 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")

    def _warning(self, message):
        self._print_message(f"{self.prog}: warning: {message}\n", sys.stderr)


def _identity(string):
    return string


_PATTERNS = {None: "(-*A-*)", OPTIONAL: "(-*A?-*)", ZERO_OR_MORE: "(-*[A-]*)",
             ONE_OR_MORE: "(-*A[A-]*)", REMAINDER: "([AO-]*)", PARSER: "(-*A[AO-]*)",
             SUPPRESS: "(-*-*)"}


def _pattern(action):
    """The regex of the letters that an action takes."""
    pattern = _PATTERNS.get(action.nargs) if not isinstance(action.nargs, int) else (
        f"(-*{'-*'.join('A' * action.nargs)}-*)" if action.nargs else "(-*-*)")
    if pattern is None:
        raise ValueError(f"invalid nargs value {action.nargs!r}")
    if action.option_strings:
        pattern = pattern.replace("-*", "").replace("-", "")
    return pattern


class _Line:
    """One command line as it is parsed."""

    def __init__(self, parser, args, namespace, intermixed):
        if parser.fromfile_prefix_chars is not None:
            args = parser._read_files(args)
        self.parser, self.args, self.namespace = parser, args, namespace
        self.intermixed = intermixed
        self.seen, self.given, self.warned = set(), set(), set()
        self.conflicts = {}
        for group in parser._mutually_exclusive_groups:
            for action in group._group_actions:
                others = self.conflicts.setdefault(action, [])
                others.extend([other for other in group._group_actions if other is not action])
        self.options, letters = {}, []
        behind = False  # "--" came
        for i, arg in enumerate(args):
            if behind:
                letters.append("A")
            elif arg == "--":
                letters.append("-")
                behind = True
            else:
                found = parser._parse_optional(arg)
                if found is not None:
                    self.options[i] = found
                letters.append("A" if found is None else "O")
        self.letters = "".join(letters)
        self.positionals = parser._get_positional_actions()
        self.extras, self.extra_letters = [], []

    def parse(self):
        at, last = 0, max(self.options, default=-1)
        while at <= last:
            following = at
            while following <= last and following not in self.options:
                following += 1
            if not self.intermixed and at != following:
                end = self.take_positionals(at)
                if end > at:
                    at = end
                    continue
                at = end
            if at not in self.options:
                self.extras.extend(self.args[at:following])
                self.extra_letters.extend(self.letters[at:following])
                at = following
            at = self.take_option(at)
        stop = self.take_positionals(at) if not self.intermixed else at
        if self.intermixed:
            self.extras += self.args[stop:]
            self.extra_letters += self.letters[stop:]
            # What options left over, together.
            rest, letters = self.extras, "".join(self.extra_letters)
            self.args, self.letters, self.options = rest, letters, {}
            self.extras = []
            stop = self.take_positionals(0)
        self.extras.extend(self.args[stop:])
        self.check_required()
        return self.namespace, self.extras

    def run(self, action, strings, option=None):
        self.seen.add(action)
        values = self.parser._get_values(action, strings)
        # A positional that took nothing and so has its default does not count as given.
        if action.option_strings or strings or values is not action.default:
            self.given.add(action)
            for other in self.conflicts.get(action, ()):
                if other in self.given:
                    raise ArgumentError(action, f"not allowed with argument {_name_of(other)}")
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def take_option(self, start):
        found = self.options[start]
        if len(found) > 1:
            names = ", ".join([option for _, option, _, _ in found])
            raise ArgumentError(None, f"ambiguous option: {self.args[start]} could match {names}")
        action, option, separator, value = found[0]
        todo = []
        while True:
            if action is None:
                self.extras.append(self.args[start])
                self.extra_letters.append("O")
                return start + 1
            if value is None:
                letters = self.letters[start + 1:]
                count = self.count_for(action, letters)
                stop = start + 1 + count
                todo.append((action, self.args[start + 1:stop], option))
                break
            count = self.count_for(action, "A")
            if count == 0 and option[1] not in self.parser.prefix_chars and value != "" and (
                    separator == ""):
                # -xyz: -x takes nothing, so -y follows.
                todo.append((action, [], option))
                char = option[0]
                option = char + value[0]
                value = value[1:]
                separator, value = ("=", value[1:]) if value[:1] == "=" else ("", value or None)
                nexts = self.parser._option_string_actions
                if option not in nexts:
                    if value is not None or separator:
                        pass
                    raise ArgumentError(action, f"ignored explicit argument "
                                        f"{(option[1:] + (value or ''))!r}")
                action = nexts[option]
                if value is None:
                    continue
                continue
            if count == 1:
                stop = start + 1
                todo.append((action, [value], option))
                break
            raise ArgumentError(action, f"ignored explicit argument {value!r}")
        for action, strings, option in todo:
            if action.deprecated and option not in self.warned:
                self.parser._warning(f"option '{option}' is deprecated")
                self.warned.add(option)
            self.run(action, strings, option)
        return stop

    def count_for(self, action, letters):
        match = re.match(_pattern(action), letters)
        if match is None:
            raise ArgumentError(action, {
                None: "expected one argument", OPTIONAL: "expected at most one argument",
                ONE_OR_MORE: "expected at least one argument",
            }.get(action.nargs) or (f"expected {action.nargs} argument"
                                    + ("" if action.nargs == 1 else "s")))
        return len(match.group(1))

    def take_positionals(self, start):
        letters = self.letters[start:]
        counts = []
        for n in range(len(self.positionals), 0, -1):
            pattern = "".join([_pattern(action) for action in self.positionals[:n]])
            match = re.match(pattern, letters)
            if match is not None:
                counts = [len(group) for group in match.groups()]
                # What takes nothing waits for arguments behind options.
                if match.end() < len(letters) and letters[match.end()] == "O" or (
                        "O" in letters[match.end():]):
                    while counts and counts[-1] == 0 and self.positionals[
                            len(counts) - 1].nargs != SUPPRESS:
                        counts.pop()
                break
        for action, count in zip(self.positionals, counts):
            strings = self.args[start:start + count]
            if action.nargs == PARSER:
                if self.letters[start:start + 1] == "-":
                    strings.remove("--")
            elif action.nargs != REMAINDER:
                if "-" in self.letters[start:start + count]:
                    strings.remove("--")
            start += count
            if action.deprecated and strings:
                self.parser._warning(f"argument '{action.dest}' is deprecated")
            self.run(action, strings)
        self.positionals = self.positionals[len(counts):]
        return start

    def check_required(self):
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_name_of(action))
            elif (action.default is not None and isinstance(action.default, str)
                  and hasattr(self.namespace, action.dest)
                  and action.default is getattr(self.namespace, action.dest)):
                setattr(self.namespace, action.dest,
                        self.parser._get_value(action, action.default))
        if missing:
            raise ArgumentError(None, "the following arguments are required: "
                                + ", ".join([str(name) for name in missing]))
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any(action in self.given
                                          for action in group._group_actions):
                names = [str(_name_of(action)) for action in group._group_actions
                         if action.help is not SUPPRESS]
                raise ArgumentError(None, f"one of the arguments {' '.join(names)} is required")


def __getattr__(name):
    if name == "__version__":
        return "1.1"
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
