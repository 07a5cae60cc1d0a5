"""Tracebacks and stacks as data and as text.

A TracebackException is all that is to be told about an exception, taken from it at once, so that
the frames need not be kept.  Where the marks under a line go is found by the machine, which names
may have been meant by _traceback_hints.
"""

import linecache
import sys
from _traceback import mark_lines as _mark_lines
from contextlib import suppress
from collections import deque as _deque
from itertools import islice as _islice

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only",
           "format_list", "format_stack", "format_tb", "print_exc", "format_exc",
           "print_exception", "print_last", "print_stack", "print_tb", "clear_frames",
           "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb",
           "print_list"]

_RECURSIVE_CUTOFF = 3  # equal frames in a row that are shown

BUILTIN_EXCEPTION_LIMIT = object()

_cause_message = ("\nThe above exception was the direct cause "
                  "of the following exception:\n\n")
_context_message = ("\nDuring handling of the above exception, "
                    "another exception occurred:\n\n")


class _Sentinel:
    def __repr__(self):
        return "<implicit>"


_sentinel = _Sentinel()


def _out(file):
    return sys.stderr if file is None else file


def print_list(extracted_list, file=None):
    """Print what extract_tb() or extract_stack() gave."""
    for item in StackSummary.from_list(extracted_list).format():
        print(item, file=_out(file), end="")


def format_list(extracted_list):
    """What extract_tb() or extract_stack() gave as texts with line ends."""
    return StackSummary.from_list(extracted_list).format()


def print_tb(tb, limit=None, file=None):
    """Print the frames of a traceback: the first `limit` of them, or the last if it is negative."""
    print_list(extract_tb(tb, limit=limit), file=file)


def format_tb(tb, limit=None):
    """What print_tb() prints, in a list."""
    return extract_tb(tb, limit=limit).format()


def extract_tb(tb, limit=None):
    """The frames of a traceback as a StackSummary."""
    return StackSummary._extract_from_extended_frame_gen(
        _walk_tb_with_full_positions(tb), limit=limit)


def _parse_value_tb(exc, value, tb):
    given = value is not _sentinel
    if given != (tb is not _sentinel):
        raise ValueError("Both or neither of value and tb must be given")
    if given:
        return value, tb
    if exc is None:
        return None, None
    if not isinstance(exc, BaseException):
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    return exc, exc.__traceback__


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True,
                    **kwargs):
    """Print an exception with its traceback, and with chain the exceptions it came from."""
    value, tb = _parse_value_tb(exc, value, tb)
    te = TracebackException(type(value), value, tb, limit=limit, compact=True)
    te.print(file=file, chain=chain)


def _print_exception_bltin(exc, file=None, /):
    # What the interpreter calls for an exception that nobody catches.
    print_exception(exc, limit=BUILTIN_EXCEPTION_LIMIT, file=file)


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True, **kwargs):
    """What print_exception() prints, in a list."""
    value, tb = _parse_value_tb(exc, value, tb)
    te = TracebackException(type(value), value, tb, limit=limit, compact=True)
    return list(te.format(chain=chain))


def format_exception_only(exc, /, value=_sentinel, *, show_group=False, **kwargs):
    """The last part of what print_exception() prints: the class and the message, in a list. With
    show_group what is in a group, too.
    """
    if value is _sentinel:
        value = exc
    te = TracebackException(type(value), value, None, compact=True)
    return list(te.format_exception_only(show_group=show_group))


def print_exc(limit=None, file=None, chain=True):
    """Print the exception that is being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """What print_exc() prints, as a text."""
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Print the exception that was the last not to be handled."""
    if hasattr(sys, "last_exc"):
        print_exception(sys.last_exc, limit=limit, file=file, chain=chain)
        return
    if not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    parts = sys.last_type, sys.last_value, sys.last_traceback
    print_exception(*parts, limit=limit, file=file, chain=chain)


def print_stack(f=None, limit=None, file=None):
    """Print the calls that led to a frame, by default the caller's."""
    if f is None:
        f = sys._getframe().f_back
    print_list(extract_stack(f, limit=limit), file=file)


def format_stack(f=None, limit=None):
    """What print_stack() prints, in a list."""
    if f is None:
        f = sys._getframe().f_back
    return format_list(extract_stack(f, limit=limit))


def extract_stack(f=None, limit=None):
    """The calls that led to a frame, by default the caller's, as a StackSummary; the last ones."""
    innermost = sys._getframe().f_back if f is None else f
    calls = StackSummary.extract(walk_stack(innermost), limit=limit)
    calls.reverse()
    return calls


def walk_stack(f):
    """Iterate from a frame, by default the caller's, outwards: (frame, number of its line)."""
    return _outwards(sys._getframe().f_back if f is None else f)


def _outwards(frame):
    while frame is not None:
        yield frame, frame.f_lineno
        frame = frame.f_back


def walk_tb(tb):
    """Iterate from a traceback inwards: (frame, number of its line)."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _walk_tb_with_full_positions(tb):
    # (frame, (lineno, end_lineno, colno, end_colno)), exact where the code says so.
    while tb is not None:
        line, *rest = _code_position(tb)
        yield tb.tb_frame, (tb.tb_lineno if line is None else line, *rest)
        tb = tb.tb_next


def _code_position(tb):
    # Where code does not say it, the traceback itself may.
    get_positions = getattr(tb.tb_frame.f_code, "co_positions", None)
    if get_positions is None:
        return getattr(tb, "_positions", (None, None, None, None))
    if tb.tb_lasti < 0:
        return None, None, None, None
    place = 0
    for positions in get_positions():
        if place == tb.tb_lasti:
            return positions
        place += 2
    return None, None, None, None


def clear_frames(tb):
    """Let go of the local variables of the frames of a traceback, where they do not run."""
    frames = []
    while tb is not None:
        frames.append(tb.tb_frame)
        tb = tb.tb_next
    for frame in frames:
        try:
            frame.clear()
        except RuntimeError:
            continue  # it is running


class FrameSummary:
    """A frame as it was: file, line and columns, name of the function, source, and local variables
    as text where they were asked for. It can be unpacked into file, line number, name and source
    line.
    """

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_lines",
                 "_lines_dedented", "locals", "_code")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None, **kwargs):
        self.filename, self.name = filename, name
        self.lineno, self.end_lineno = lineno, lineno if end_lineno is None else end_lineno
        self.colno, self.end_colno = colno, end_colno
        self.locals = None
        if locals:
            self.locals = {key: _safe_string(value, "local", func=repr)
                           for key, value in locals.items()}
        # The source is looked up when it is asked for first.
        self._code, self._lines, self._lines_dedented = kwargs.get("_code"), line, None
        if lookup_line:
            self._set_lines()

    def __eq__(self, other):
        if isinstance(other, tuple):
            return tuple(self) == other
        if not isinstance(other, FrameSummary):
            return NotImplemented
        return (self.filename, self.lineno, self.name, self.locals) == (
            other.filename, other.lineno, other.name, other.locals)

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def __len__(self):
        return 4

    def _set_lines(self):
        if self._lines is not None or self.lineno is None or self.end_lineno is None:
            return
        of_code = None
        if self._code is not None and self.filename.startswith("<"):
            of_code = getattr(linecache, "_getline_from_code", None)
        text = ""
        for number in range(self.lineno, self.end_lineno + 1):
            line = linecache.getline(self.filename, number)
            if not line and of_code is not None:
                line = of_code(self._code, number)
            text += line.rstrip() + "\n"
        self._lines = text or "\n"

    @property
    def _original_lines(self):
        # Not dedented, as the columns count from the start of the line.
        self._set_lines()
        return self._lines

    @property
    def _dedented_lines(self):
        if self._lines_dedented is None:
            self._set_lines()
            if self._lines is not None:
                from textwrap import dedent
                self._lines_dedented = dedent(self._lines)
        return self._lines_dedented

    @property
    def line(self):
        """The first line of the source, without blanks around it; None where it is not known."""
        self._set_lines()
        return None if self._lines is None else self._lines.split("\n", 1)[0].strip()


class StackSummary(list):
    """A list of FrameSummary objects."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """The summaries of pairs (frame, line number), as walk_stack() and walk_tb() give them.

        limit: how many at the beginning, or at the end if it is negative; lookup_lines: the source
        is looked up now; capture_locals: local variables are kept as text.
        """
        known = ((frame, (lineno, None, None, None)) for frame, lineno in frame_gen)
        return klass._extract_from_extended_frame_gen(
            known, limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals)

    @classmethod
    def _extract_from_extended_frame_gen(klass, frame_gen, *, limit=None, lookup_lines=True,
                                         capture_locals=False):
        builtin_limit = limit is BUILTIN_EXCEPTION_LIMIT
        if limit is None or builtin_limit:
            limit = getattr(sys, "tracebacklimit", None)
            if limit is not None and limit < 0:
                limit = 0
        if limit is not None:
            frames = list(frame_gen)
            if builtin_limit:
                frames = frames[-limit:] if limit else []
            elif limit >= 0:
                frames = [*_islice(frames, limit)]
            else:
                frames = [*_deque(frames, maxlen=-limit)]
            frame_gen = frames
        result = klass()
        filenames = set()
        for frame, (lineno, end_lineno, colno, end_colno) in frame_gen:
            code = frame.f_code
            filenames.add(code.co_filename)
            linecache.lazycache(code.co_filename, frame.f_globals)
            linecache._lazycode(code)
            result.append(FrameSummary(
                code.co_filename, lineno, code.co_name, lookup_line=False,
                locals=frame.f_locals if capture_locals else None, end_lineno=end_lineno,
                colno=colno, end_colno=end_colno, _code=code))
        for filename in filenames:
            linecache.checkcache(filename)
        if lookup_lines:
            for summary in result:
                summary.line
        return result

    @classmethod
    def from_list(klass, a_list):
        """Of FrameSummary objects, or of tuples of file, line number, name and source line."""
        result = klass()
        for frame in a_list:
            if not isinstance(frame, FrameSummary):
                filename, lineno, name, line = frame
                frame = FrameSummary(filename, lineno, name, line=line)
            result.append(frame)
        return result

    def format_frame_summary(self, frame_summary, **kwargs):
        """The lines for one frame as a text."""
        filename = frame_summary.filename
        if filename.startswith("<stdin-") and filename.endswith(">"):
            filename = "<stdin>"
        row = [f'  File "{filename}", line {frame_summary.lineno}, in {frame_summary.name}\n']
        if frame_summary._dedented_lines and frame_summary._dedented_lines.strip():
            if frame_summary.colno is None or frame_summary.end_colno is None:
                row.append(f"    {frame_summary.line}\n")
            else:
                more = frame_summary.end_lineno - frame_summary.lineno
                row.append(_mark_lines(frame_summary._original_lines, more, frame_summary.colno,
                                       frame_summary.end_colno))
        if frame_summary.locals:
            for name, value in sorted(frame_summary.locals.items()):
                row.append(f"    {name} = {value}\n")
        return "".join(row)

    def format(self, **kwargs):
        """The texts for all the frames; what is repeated often is counted."""
        result = []
        last = None
        count = 0

        def repeated():
            more = count - _RECURSIVE_CUTOFF
            if more > 0:
                result.append(f"  [Previous line repeated {more} more "
                              f"time{'s' if more > 1 else ''}]\n")

        own = type(self).format_frame_summary is not StackSummary.format_frame_summary
        for summary in self:
            here = summary.filename, summary.lineno, summary.name
            if here == last and count >= _RECURSIVE_CUTOFF and not own:
                count += 1  # its text, which there is, would not be shown
                continue
            text = self.format_frame_summary(summary)
            if text is None:
                continue
            if here != last:
                repeated()
                last = here
                count = 0
            count += 1
            if count <= _RECURSIVE_CUTOFF:
                result.append(text)
        repeated()
        return result


def _safe_string(value, what, func=str):
    try:
        return func(value)
    except Exception:
        return f"<{what} {func.__name__}() failed>"


def _format_final_exc_line(etype, value, *, insert_final_newline=True, colorize=False):
    text = _safe_string(value, "exception")
    end = "\n" if insert_final_newline else ""
    if value is None or not text:
        return f"{etype}{end}"
    return f"{etype}: {text}{end}"


class _ExceptionPrintContext:
    # How far the members of exception groups are indented, and whether a frame is drawn.
    def __init__(self):
        self.seen = set()
        self.exception_group_depth = 0
        self.need_close = False

    def indent(self):
        return " " * (2 * self.exception_group_depth)

    def emit(self, text_gen, margin_char=None):
        if margin_char is None:
            margin_char = "|"
        indent = self.indent()
        if self.exception_group_depth:
            indent += margin_char + " "
        if isinstance(text_gen, str):
            text_gen = [text_gen]
        for text in text_gen:
            yield "".join([indent + line for line in text.splitlines(keepends=True)])


class TracebackException:
    """All that is needed to print an exception later, without the exception and its frames. compact
    keeps only what the print will show; max_group_width and max_group_depth limit groups.
    """

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, max_group_width=15, max_group_depth=10,
                 save_exc_type=True, _seen=None):
        # Chains may have cycles: every exception is taken once.
        is_recursive_call = _seen is not None
        if _seen is None:
            _seen = set()
        _seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._extract_from_extended_frame_gen(
            _walk_tb_with_full_positions(exc_traceback), limit=limit, lookup_lines=lookup_lines,
            capture_locals=capture_locals)
        self._exc_type = exc_type if save_exc_type else None
        self._str = _safe_string(exc_value, "exception")
        try:
            self.__notes__ = getattr(exc_value, "__notes__", None)
        except Exception as error:
            self.__notes__ = [f"Ignored error getting __notes__: "
                              f"{_safe_string(error, '__notes__', repr)}"]
        self._is_syntax_error = False
        self._have_exc_type = exc_type is not None
        if exc_type is not None:
            self.exc_type_qualname = exc_type.__qualname__
            self.exc_type_module = exc_type.__module__
        else:
            self.exc_type_qualname = None
            self.exc_type_module = None
        if exc_type and issubclass(exc_type, SyntaxError):
            self.filename = exc_value.filename
            lineno, end_lineno = exc_value.lineno, exc_value.end_lineno
            self.lineno = str(lineno) if lineno is not None else None
            self.end_lineno = str(end_lineno) if end_lineno is not None else None
            self.text = exc_value.text
            self.offset = exc_value.offset
            self.end_offset = exc_value.end_offset
            self.msg = exc_value.msg
            self._is_syntax_error = True
            self._exc_metadata = getattr(exc_value, "_metadata", None)
        elif exc_type and issubclass(exc_type, (ImportError, NameError, AttributeError)):
            from _traceback_hints import hint
            self._str += hint(exc_type, exc_value, exc_traceback)
        if lookup_lines:
            self._load_lines()
        self.__suppress_context__ = (exc_value.__suppress_context__
                                     if exc_value is not None else False)
        self.__cause__ = self.__context__ = self.exceptions = None
        if is_recursive_call:
            return
        # The whole chain and all groups, without recursion.
        options = dict(limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals,
                       max_group_width=max_group_width, max_group_depth=max_group_depth,
                       _seen=_seen)
        queue = [(self, exc_value)]
        while queue:
            te, error = queue.pop()
            if error is None:
                continue
            cause = error.__cause__
            if cause is not None and id(cause) not in _seen:
                te.__cause__ = TracebackException(type(cause), cause, cause.__traceback__,
                                                  **options)
            else:
                cause = None
            needed = not compact or (te.__cause__ is None and not error.__suppress_context__)
            context = error.__context__
            if needed and context is not None and id(context) not in _seen:
                te.__context__ = TracebackException(type(context), context,
                                                    context.__traceback__, **options)
            else:
                context = None
            if isinstance(error, BaseExceptionGroup):
                te.exceptions = [TracebackException(type(member), member, member.__traceback__,
                                                    **options) for member in error.exceptions]
                queue.extend(zip(te.exceptions, error.exceptions))
            queue.append((te.__cause__, cause))
            queue.append((te.__context__, context))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Of an exception."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        """The class of the exception; deprecated in favour of exc_type_str."""
        import warnings
        warnings.warn("Deprecated in 3.13. Use exc_type_str instead.", DeprecationWarning,
                      stacklevel=2)
        return self._exc_type

    @property
    def exc_type_str(self):
        """The name of the class of the exception."""
        if not self._have_exc_type:
            return None
        name, module = self.exc_type_qualname, self.exc_type_module
        if module in ("__main__", "builtins"):
            return name
        return f"{module if isinstance(module, str) else '<unknown>'}.{name}"

    def _load_lines(self):
        """Looks up the source of all frames."""
        for frame in self.stack:
            frame.line

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        """Iterate over the lines for the class and the message."""
        indent = 3 * _depth * " "
        if not self._have_exc_type:
            yield indent + _format_final_exc_line(None, self._str)
            return
        name = self.exc_type_str
        if not self._is_syntax_error:
            text = _format_final_exc_line(name, self._str)
            if _depth > 0:
                # Every line of it stands at the depth of its group.
                yield from [indent + line for line in text.splitlines(keepends=True)]
            else:
                yield text
        else:
            for line in self._format_syntax_error(name):
                yield indent + line
        notes = self.__notes__
        from collections.abc import Sequence
        if isinstance(notes, Sequence) and not isinstance(notes, (str, bytes)):
            for note in notes:
                text = _safe_string(note, "note")
                yield from [indent + line + "\n" for line in text.split("\n")]
        elif notes is not None:
            yield indent + f"{_safe_string(notes, '__notes__', func=repr)}\n"
        if self.exceptions and show_group:
            for member in self.exceptions:
                yield from member.format_exception_only(show_group=show_group,
                                                        _depth=_depth + 1)

    def _format_syntax_error(self, name, **kwargs):
        """The lines for a SyntaxError: where, the source, a mark below it."""
        suffix = ""
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        elif self.filename is not None:
            suffix = f" ({self.filename})"
        text = self.text
        if isinstance(text, str) and (self.offset is None or isinstance(self.offset, int)):
            yield from self._mark_syntax_error(text)
        yield f"{name}: {self.msg or '<no detail available>'}{suffix}\n"

    def _mark_syntax_error(self, text):
        with suppress(Exception):
            from _traceback_hints import correct_keyword
            correct_keyword(self)
        text = self.text
        # The line without its indentation, and the marks below it.
        line = text.rstrip("\n").lstrip(" \n\f")
        spaces = len(text.rstrip("\n")) - len(line)
        if self.offset is None:
            yield f"    {line}\n"
            return
        offset = self.offset
        if self.lineno == self.end_lineno:
            end_offset = self.end_offset if self.end_offset not in {None, 0} else offset
        else:
            end_offset = len(text.rstrip("\n")) + 1
        behind = len(text.rstrip("\n")) + 1
        offset = min(offset, behind)
        end_offset = min(end_offset, behind)
        if offset >= end_offset or end_offset < 0:
            end_offset = offset + 1
        column = offset - 1 - spaces
        end_column = end_offset - 1 - spaces
        yield f"    {line}\n"
        if column >= 0:
            # Tabs and wide characters: the marks stand where the text does.
            lead = "".join([char if char.isspace() else " " for char in line[:column]])
            yield f"    {lead}{'^' * (end_column - column)}\n"

    def format(self, *, chain=True, _ctx=None, **kwargs):
        """Iterate over the lines of the print; chain adds the exceptions it came from."""
        if _ctx is None:
            _ctx = _ExceptionPrintContext()
        output = []
        error = self
        while error and chain:
            if error.__cause__ is not None:
                message, before = _cause_message, error.__cause__
            elif error.__context__ is not None and not error.__suppress_context__:
                message, before = _context_message, error.__context__
            else:
                message, before = None, None
            output.append((message, error))
            error = before
        if not chain:
            output.append((None, error))
        for message, error in reversed(output):
            if message is not None:
                yield from _ctx.emit(message)
            if error.exceptions is None:
                if error.stack:
                    yield from _ctx.emit("Traceback (most recent call last):\n")
                    yield from _ctx.emit(error.stack.format())
                yield from _ctx.emit(error.format_exception_only())
            elif _ctx.exception_group_depth > self.max_group_depth:
                yield from _ctx.emit(f"... (max_group_depth is {self.max_group_depth})\n")
            else:
                yield from self._format_group(error, _ctx)

    def _format_group(self, error, ctx):
        is_toplevel = ctx.exception_group_depth == 0
        if is_toplevel:
            ctx.exception_group_depth += 1
        if error.stack:
            yield from ctx.emit("Exception Group Traceback (most recent call last):\n",
                                margin_char="+" if is_toplevel else None)
            yield from ctx.emit(error.stack.format())
        yield from ctx.emit(error.format_exception_only())
        count = len(error.exceptions)
        shown = min(count, self.max_group_width)
        truncated = count > self.max_group_width
        ctx.need_close = False
        total = shown + 1 if truncated else shown
        for place in range(total):
            last = place == total - 1
            if last:
                # The frame is closed by the innermost group that ends here.
                ctx.need_close = True
            title = "..." if truncated and last else str(place + 1)
            yield (ctx.indent() + ("+-" if place == 0 else "  ")
                   + f"+---------------- {title} ----------------\n")
            ctx.exception_group_depth += 1
            if not (truncated and last):
                yield from error.exceptions[place].format(chain=True, _ctx=ctx)
            else:
                more = count - self.max_group_width
                yield from ctx.emit(f"and {more} more exception{'s' if more > 1 else ''}\n")
            if last and ctx.need_close:
                yield ctx.indent() + "+------------------------------------\n"
                ctx.need_close = False
            ctx.exception_group_depth -= 1
        if is_toplevel:
            ctx.exception_group_depth = 0

    def print(self, *, file=None, chain=True, **kwargs):
        """Write the lines to a file, standard error by default."""
        for line in self.format(chain=chain):
            print(line, file=_out(file), end="")
