"""The source text of objects, as far as it is at hand: through linecache, by indentation."""

import linecache
import os
import sys
import types

__name__ = "inspect"


class EndOfBlock(Exception):
    pass


class ClassFoundException(Exception):
    pass


def _kinds():
    return sys.modules["inspect"]


def getfile(object):
    """Work out which source or compiled file an object was defined in."""
    if isinstance(object, types.ModuleType):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isinstance(object, type):
        if hasattr(object, "__module__"):
            module = sys.modules.get(object.__module__)
            if getattr(module, "__file__", None):
                return module.__file__
            if object.__module__ == "__main__":
                raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    if isinstance(object, types.MethodType):
        object = object.__func__
    if isinstance(object, types.FunctionType):
        object = object.__code__
    if isinstance(object, types.TracebackType):
        object = object.tb_frame
    if isinstance(object, types.FrameType):
        object = object.f_code
    if isinstance(object, types.CodeType):
        return object.co_filename
    raise TypeError("module, class, method, function, traceback, frame, or "
                    f"code object was expected, got {type(object).__name__}")


def getmodulename(path):
    """Return the module name for a given file, or None."""
    name = os.path.basename(path)
    for suffix in (".py", ".pyc"):
        if name.endswith(suffix):
            return name[:-len(suffix)]
    return None


def getsourcefile(object):
    """Return the filename that can be used to locate an object's source.
    Return None if no way can be identified to get the source.
    """
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
    return None


def getabsfile(object, _filename=None):
    """Return an absolute path to the source or compiled file for an object.

    The idea is for each object to have a unique origin, so this routine
    normalizes the result as much as possible."""
    if _filename is None:
        _filename = getsourcefile(object) or getfile(object)
    return os.path.normcase(os.path.abspath(_filename))


def getmodule(object, _filename=None):
    """Return the module an object was defined in, or None if not found."""
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


def findsource(object):
    """Return the entire source file and starting line number for an object.

    The argument may be a module, class, method, function, traceback, frame,
    or code object.  The source code is returned as a list of all the lines
    in the file and the line number indexes a line in that list.  An OSError
    is raised if the source code cannot be retrieved."""
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
        try:
            number = object.__firstlineno__ - 1
        except AttributeError:
            raise OSError("source code not available") from None
        if number >= len(lines):
            raise OSError("lineno is out of bounds")
        return lines, number
    if isinstance(object, types.MethodType):
        object = object.__func__
    if isinstance(object, types.FunctionType):
        object = object.__code__
    if isinstance(object, types.TracebackType):
        object = object.tb_frame
    if isinstance(object, types.FrameType):
        object = object.f_code
    if isinstance(object, types.CodeType):
        if not hasattr(object, "co_firstlineno"):
            raise OSError("could not find function definition")
        number = object.co_firstlineno - 1
        if number >= len(lines):
            raise OSError("lineno is out of bounds")
        return lines, number
    raise OSError("could not find code object")


def indentsize(line):
    """Return the indent size, in spaces, at the start of a line of text."""
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def getcomments(object):
    """Get lines of comments immediately preceding an object's source code.

    Returns None when source can't be found.
    """
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
    """Extract the block of code at the top of the given list of lines."""
    return lines[:BlockFinder().find(lines)] if lines else []


def getsourcelines(object):
    """Return a list of source lines and starting line number for an object.

    The argument may be a module, class, method, function, traceback, frame,
    or code object.  The source code is returned as a list of the lines
    corresponding to the object and the line number indicates where in the
    original source file the first line of code was found.  An OSError is
    raised if the source code cannot be retrieved."""
    object = _kinds().unwrap(object)
    lines, number = findsource(object)
    if isinstance(object, types.TracebackType):
        object = object.tb_frame
    if isinstance(object, types.ModuleType) or (
            isinstance(object, types.FrameType) and object.f_code.co_name == "<module>"):
        return lines, 0
    return getblock(lines[number:]), number + 1


def getsource(object):
    """Return the text of the source code for an object.

    The argument may be a module, class, method, function, traceback, frame,
    or code object.  The source code is returned as a single string.  An
    OSError is raised if the source code cannot be retrieved."""
    lines, _ = getsourcelines(object)
    return "".join(lines)


def getlineno(frame):
    """Get the line number from a frame object, allowing for optimization."""
    return frame.f_lineno
