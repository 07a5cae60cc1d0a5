"""The source text of objects, as far as it is at hand: through linecache, by indentation."""

import linecache
import os
import sys
import types

__name__ = "inspect"


class EndOfBlock(Exception):
    """The block of source has ended."""


class ClassFoundException(Exception):
    """The class that was looked for is here."""


def _kinds():
    import inspect
    return inspect


def getfile(object):
    """The file of a module, or the file in which a class, a function, code ... was written."""
    if isinstance(object, types.ModuleType):
        if file := getattr(object, "__file__", None):
            return file
        raise TypeError(f"{object!r} is a built-in module")
    if isinstance(object, type):
        home = getattr(object, "__module__", None)
        if file := getattr(sys.modules.get(home), "__file__", None):
            return file
        if home == "__main__":
            raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    # From a method to its function, from a traceback to its frame, and from both to the code.
    for kind, name in ((types.MethodType, "__func__"), (types.FunctionType, "__code__"),
                       (types.TracebackType, "tb_frame"), (types.FrameType, "f_code")):
        if isinstance(object, kind):
            object = getattr(object, name)
    if not isinstance(object, types.CodeType):
        raise TypeError("module, class, method, function, traceback, frame, or "
                        f"code object was expected, got {type(object).__name__}")
    return object.co_filename


def getmodulename(path):
    """The name of the module that a file is; None if it is none."""
    name = os.path.basename(path)
    for suffix in (".py", ".pyc"):
        if name.endswith(suffix):
            return name[:-len(suffix)]
    return None


def getsourcefile(object):
    """The file with the source of an object; None if there is none."""
    filename = getfile(object)
    if filename.endswith(".pyc"):
        filename = os.path.splitext(filename)[0] + ".py"
    if filename in linecache.cache:
        return filename
    try:
        if os.path.exists(filename):
            return filename
    except Exception:
        pass
    module = getmodule(object, filename)
    if getattr(module, "__loader__", None) is not None:
        return filename
    # A program that runs is its own source.
    return filename if linecache.getlines(filename) else None


def getabsfile(object, _filename=None):
    """The absolute path of an object's source or file."""
    if _filename is None:
        _filename = getsourcefile(object) or getfile(object)
    return os.path.normcase(os.path.abspath(_filename))


def getmodule(object, _filename=None):
    """The module that an object belongs to, as far as it can be found out."""
    if isinstance(object, types.ModuleType):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    try:
        file = _filename or getfile(object)
    except (TypeError, OSError):
        return None
    for module in list(sys.modules.values()):
        if isinstance(module, types.ModuleType) and getattr(module, "__file__", None) == file:
            return module
    return None


# Where what leads to a code object has it, or what does.
_INSIDE = {types.MethodType: "__func__", types.FunctionType: "__code__",
           types.TracebackType: "tb_frame", types.FrameType: "f_code"}


def findsource(object):
    """All the lines of the file of an object, and the number of its first line, from 0."""
    file = getsourcefile(object)
    if not file:
        file = getfile(object)
        if not (file.startswith("<") and file.endswith(">")):
            raise OSError("source code not available")
    module = getmodule(object, file)
    lines = linecache.getlines(file, module.__dict__ if module is not None else None)
    if not lines:
        raise OSError("could not get source code")
    if isinstance(object, types.ModuleType):
        return lines, 0
    if isinstance(object, type):
        number = vars(object).get("__firstlineno__")
        if number is None:
            raise OSError("source code not available")
    else:
        for kind, inner in _INSIDE.items():
            if isinstance(object, kind):
                object = getattr(object, inner)
        if not isinstance(object, types.CodeType):
            raise OSError("could not find code object")
        number = object.co_firstlineno
    if number > len(lines):
        raise OSError("lineno is out of bounds")
    return lines, number - 1


def indentsize(line):
    """How many columns the line is indented, with tabs of eight."""
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def getcomments(object):
    """The comment lines right above an object's source; of a module those at the top."""
    try:
        lines, number = findsource(object)
    except (OSError, TypeError):
        return None
    if isinstance(object, types.ModuleType):
        start = 1 if lines and lines[0].startswith("#!") else 0
        while start < len(lines) and lines[start].strip() in ("", "#"):
            start += 1
        end = start
        while end < len(lines) and lines[end].startswith("#"):
            end += 1
        return "".join(line.expandtabs() for line in lines[start:end]) or None
    indent = indentsize(lines[number])
    start = number
    while (start > 0 and lines[start - 1].lstrip().startswith("#")
           and indentsize(lines[start - 1]) == indent):
        start -= 1
    if start == number:
        return None
    return "".join(line.expandtabs().lstrip() for line in lines[start:number])


class BlockFinder:
    """Follows the lines of a block, with an eye on brackets and quotes, to where it ends.

    The block is the first statement of the lines: a definition with its decorators, or a lambda's
    line.
    """

    def __init__(self):
        self.depth = 0  # of brackets
        self.quote = None  # of a text over several lines
        self.last = 0

    def scan(self, line):
        """One line's brackets and quotes; returns the line without its comment and texts."""
        kept = []
        place, end = 0, len(line)
        while place < end:
            if self.quote:
                stop = self._close(line, place)
                if stop < 0:
                    return "".join(kept)
                place = stop
                continue
            char = line[place]
            if char == "#":
                break
            if char in "\"'":
                self.quote = line[place:place + 3] if line[place:place + 3] == char * 3 else char
                place += len(self.quote)
                kept.append("_")
                continue
            if char in "([{":
                self.depth += 1
            elif char in ")]}":
                self.depth -= 1
            kept.append(char)
            place += 1
        return "".join(kept)

    def _close(self, line, place):
        while place < len(line):
            if line[place] == "\\":
                place += 2
            elif line.startswith(self.quote, place):
                place += len(self.quote)
                self.quote = None
                return place
            else:
                place += 1
        if len(self.quote) == 1:
            self.quote = None  # it ends with its line
        return -1

    def find(self, lines):
        """The number of lines that belong to the block."""
        indent = indentsize(lines[0])
        head = True  # the decorators and the line that ends with the colon
        body = False
        continued = False
        for number, line in enumerate(lines):
            inside = self.quote is not None or self.depth > 0 or continued
            blank = not line.strip()
            if not inside and not head and not blank:
                if indentsize(line) <= indent:
                    if not line.lstrip().startswith("#"):
                        break
                    continue
            text = self.scan(line).rstrip()
            continued = text.endswith("\\")
            if not blank and not (line.lstrip().startswith("#") and not inside):
                self.last = number + 1
            if head and self.depth <= 0 and self.quote is None and not continued and text:
                first = text.lstrip()
                if first.startswith("@"):
                    continue
                if not text.endswith(":"):
                    # All on one line, or no definition at all.
                    if not inside or self.depth <= 0:
                        return self.last
                head = False
                body = True
        return self.last if body else max(self.last, 1)


def getblock(lines):
    """The lines of the block that begins with the first line."""
    return lines[:BlockFinder().find(lines)] if lines else []


def getsourcelines(object):
    """The lines of source of an object, and the number of the first; 0 for a whole module."""
    object = _kinds().unwrap(object)
    lines, start = findsource(object)
    frame = object.tb_frame if isinstance(object, types.TracebackType) else object
    whole = isinstance(frame, types.ModuleType) or (
        isinstance(frame, types.FrameType) and frame.f_code.co_name == "<module>")
    return (lines, 0) if whole else (getblock(lines[start:]), start + 1)


def getsource(object):
    """The source of an object as one text."""
    lines, _ = getsourcelines(object)
    return "".join(lines)


def getlineno(frame):
    """The line in which a frame is."""
    return frame.f_lineno
