"""The help of argparse: usage lines and the table of arguments."""

import re

__name__ = "argparse"

SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
PARSER = "A..."
REMAINDER = "..."


class HelpFormatter:
    """Makes the help; only the class's name is for others."""

    class _Section:
        def __init__(self, formatter, parent, heading=None):
            self.formatter, self.parent, self.heading = formatter, parent, heading
            self.items = []

        def format_help(self):
            if self.parent is not None:
                self.formatter._indent()
            text = self.formatter._join_parts([call(*args) for call, args in self.items])
            if self.parent is not None:
                self.formatter._dedent()
            if not text:
                return ""
            heading = ""
            if self.heading is not SUPPRESS and self.heading is not None:
                heading = f"{' ' * self.formatter._current_indent}{self.heading}:\n"
            return self.formatter._join_parts(["\n", heading, text, "\n"])

    _current_indent = _level = _action_max_length = 0
    _whitespace_matcher = re.compile(r"\s+", re.ASCII)
    _long_break_matcher = re.compile(r"\n\n\n+")

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None, color=True):
        if width is None:
            import shutil
            width = shutil.get_terminal_size().columns - 2
        self._prog, self._indent_increment, self._width = prog, indent_increment, width
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._root_section = self._current_section = self._Section(self, None)

    def _indent(self):
        self._current_indent += self._indent_increment
        self._level += 1

    def _dedent(self):
        self._current_indent -= self._indent_increment
        assert self._current_indent >= 0, "Indent decreased below 0."
        self._level -= 1

    def _add_item(self, call, args):
        self._current_section.items.append((call, args))

    def start_section(self, heading):
        """Begin a part of the help."""
        self._indent()
        outer = self._current_section
        self._current_section = self._Section(self, outer, heading)
        outer.items.append((self._current_section.format_help, []))

    def end_section(self):
        """End it."""
        self._current_section = self._current_section.parent
        self._dedent()

    def add_text(self, text):
        """A paragraph."""
        if text is not SUPPRESS and text is not None:
            self._add_item(self._format_text, [text])

    def add_usage(self, usage, actions, groups, prefix=None):
        """The usage."""
        if usage is not SUPPRESS:
            self._add_item(self._format_usage, (usage, actions, groups, prefix))

    def add_argument(self, action):
        """One line of the table."""
        if action.help is SUPPRESS:
            return
        lengths = [len(self._format_action_invocation(action)) + self._current_indent]
        for sub in self._iter_indented_subactions(action):
            lengths.append(len(self._format_action_invocation(sub)) + self._current_indent)
        self._action_max_length = max(self._action_max_length, *lengths)
        self._add_item(self._format_action, [action])

    def add_arguments(self, actions):
        """Several lines of the table."""
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        """The text."""
        text = self._root_section.format_help()
        return text and self._long_break_matcher.sub("\n\n", text).strip("\n") + "\n"

    def _join_parts(self, parts):
        return "".join([part for part in parts if part and part is not SUPPRESS])

    # ---- usage ------------------------------------------------------------------------------

    def _format_usage(self, usage, actions, groups, prefix):
        if prefix is None:
            prefix = "usage: "
        if usage is not None:
            return f"{prefix}{usage % {'prog': self._prog}}\n\n"
        prog = str(self._prog)
        if not actions:
            return f"{prefix}{prog}\n\n"
        options = [action for action in actions if action.option_strings]
        others = [action for action in actions if not action.option_strings]
        parts, first_other = self._get_actions_usage_parts(options + others, groups)
        text = " ".join([prog] + parts)
        room = self._width - self._current_indent
        if len(prefix) + len(text) > room:
            option_parts, other_parts = parts[:first_other], parts[first_other:]
            if len(prefix) + len(prog) <= 0.75 * room:
                indent = " " * (len(prefix) + len(prog) + 1)
                if option_parts:
                    lines = self._lines([prog] + option_parts, indent, prefix)
                    lines += self._lines(other_parts, indent)
                elif other_parts:
                    lines = self._lines([prog] + other_parts, indent, prefix)
                else:
                    lines = [prog]
            else:
                indent = " " * len(prefix)
                lines = self._lines(option_parts + other_parts, indent)
                if len(lines) > 1:
                    lines = self._lines(option_parts, indent) + self._lines(other_parts, indent)
                lines = [prog] + lines
            text = "\n".join(lines)
        return f"{prefix}{text}\n\n"

    def _lines(self, parts, indent, prefix=None):
        room = self._width - self._current_indent
        lines, line = [], []
        length = (len(prefix) if prefix is not None else len(indent)) - 1
        for part in parts:
            if length + 1 + len(part) > room and line:
                lines.append(indent + " ".join(line))
                line = []
                length = len(indent) - 1
            line.append(part)
            length += len(part) + 1
        if line:
            lines.append(indent + " ".join(line))
        if prefix is not None:
            lines[0] = lines[0][len(indent):]
        return lines

    def _get_actions_usage_parts(self, actions, groups):
        """The parts of the usage, and where those of positional arguments begin."""
        in_group, actions = {}, list(actions)
        for group in groups:
            members = [a for a in actions if a in group._group_actions]
            if not group._group_actions:
                raise ValueError(f"empty group {group}")
            if all(a.help is SUPPRESS for a in group._group_actions) or not members:
                continue
            # Together, where the first one stands; with a positional one, where that stands.
            place = [a for a in members if not a.option_strings] or members
            start = min([actions.index(a) for a in place])
            start -= len([a for a in actions[:start] if a in members])
            actions = [a for a in actions if a not in members]
            actions[start:start] = members
            for action in members:
                in_group[action] = group
        parts, first_other, done = [], None, set()
        for action in actions:
            group = in_group.get(action)
            if group in done:
                continue
            if group is None:
                if not action.option_strings and first_other is None:
                    first_other = len(parts)
                if action.help is not SUPPRESS:
                    parts.append(self._usage_part(action, None))
                continue
            done.add(group)
            members = [a for a in actions if in_group.get(a) is group]
            if first_other is None and any(not a.option_strings for a in members):
                first_other = len(parts)
            inner = [self._usage_part(a, group) for a in members if a.help is not SUPPRESS]
            opened, closed = ("", "") if group.required and len(inner) == 1 else (
                "()" if group.required else "[]")
            inner[0] = opened + inner[0]
            inner[-1] += closed
            parts += [part + " |" for part in inner[:-1]] + inner[-1:]
        return parts, len(parts) if first_other is None else first_other

    def _usage_part(self, action, group):
        if not action.option_strings:
            default = self._get_default_metavar_for_positional(action)
            part = self._format_args(action, default)
            if group is not None and part[0] == "[" and part[-1] == "]":
                part = part[1:-1]
            return part
        option = action.option_strings[0]
        if action.nargs == 0:
            part = action.format_usage()
        else:
            default = self._get_default_metavar_for_optional(action)
            part = f"{option} {self._format_args(action, default)}"
        return part if action.required or group is not None else f"[{part}]"

    # ---- text and table ---------------------------------------------------------------------

    def _format_text(self, text):
        if "%(prog)" in text:
            text = text % {"prog": self._prog}
        width = max(self._width - self._current_indent, 11)
        return self._fill_text(text, width, " " * self._current_indent) + "\n\n"

    def _format_action(self, action):
        position = min(self._action_max_length + 2, self._max_help_position)
        help_width = max(self._width - position, 11)
        room = position - self._current_indent - 2
        header = self._format_action_invocation(action)
        indent = " " * self._current_indent
        if not action.help:
            parts = [f"{indent}{header}\n"]
        elif len(header) <= room:
            parts = [f"{indent}{header:<{room}}  "]
            first = 0
        else:
            parts = [f"{indent}{header}\n"]
            first = position
        if action.help and action.help.strip():
            text = self._expand_help(action)
            if text:
                lines = self._split_lines(text, help_width)
                parts.append(f"{' ' * first}{lines[0]}\n")
                parts += [f"{' ' * position}{line}\n" for line in lines[1:]]
        elif not parts[0].endswith("\n"):
            parts.append("\n")
        for sub in self._iter_indented_subactions(action):
            parts.append(self._format_action(sub))
        return self._join_parts(parts)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            default = self._get_default_metavar_for_positional(action)
            return " ".join(self._metavar_formatter(action, default)(1))
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        default = self._get_default_metavar_for_optional(action)
        return ", ".join(action.option_strings) + " " + self._format_args(action, default)

    def _metavar_formatter(self, action, default):
        if action.metavar is not None:
            result = action.metavar
        elif action.choices is not None:
            result = f"{{{','.join(map(str, action.choices))}}}"
        else:
            result = default
        return lambda count: result if isinstance(result, tuple) else (result,) * count

    def _format_args(self, action, default):
        names = self._metavar_formatter(action, default)
        nargs = action.nargs
        if nargs is None:
            return "%s" % names(1)
        if nargs == OPTIONAL:
            return "[%s]" % names(1)
        if nargs == ZERO_OR_MORE:
            metavar = names(1)
            return "[%s [%s ...]]" % metavar if len(metavar) == 2 else "[%s ...]" % metavar
        if nargs == ONE_OR_MORE:
            return "%s [%s ...]" % names(2)
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return "%s ..." % names(1)
        if nargs == SUPPRESS:
            return ""
        if not isinstance(nargs, int):
            raise ValueError("invalid nargs value")
        return " ".join(["%s"] * nargs) % names(nargs)

    def _expand_help(self, action):
        text = self._get_help_string(action)
        if "%" not in text:
            return text
        values = {name: value for name, value in vars(action).items() if value is not SUPPRESS}
        values["prog"] = self._prog
        for name, value in values.items():
            if hasattr(value, "__name__"):
                values[name] = value.__name__
        if values.get("choices") is not None:
            values["choices"] = ", ".join(map(str, values["choices"]))
        return text % values

    def _iter_indented_subactions(self, action):
        subactions = getattr(action, "_get_subactions", None)
        if subactions is not None:
            self._indent()
            yield from subactions()
            self._dedent()

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(self._whitespace_matcher.sub(" ", text).strip(), width)

    def _fill_text(self, text, width, indent):
        import textwrap
        text = self._whitespace_matcher.sub(" ", text).strip()
        return textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves descriptions as they are."""

    def _fill_text(self, text, width, indent):
        return "".join([indent + line for line in text.splitlines(keepends=True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves all texts as they are."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds defaults to the help of arguments."""

    def _get_help_string(self, action):
        text = action.help or ""
        if "%(default)" not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Names arguments by their types."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__
