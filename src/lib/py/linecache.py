"""The lines of source files, kept once they were read: for tracebacks and others that show source.
"""

import sys

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

# name -> (size, mtime, lines, full name); or a tuple of one function that reads the source when it
# is first wanted.  An entry without mtime came from no file and is never stale.
cache = {}


def clearcache():
    """Forget all lines."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """A line of a file by its number, with its line end; "" if there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def getlines(filename, module_globals=None):
    """All the lines of a file in a list, from the cache; an empty list if it cannot be read."""
    known = cache.get(filename)
    if known is None or len(known) == 1:
        try:
            return updatecache(filename, module_globals)
        except MemoryError:
            clearcache()
            return []
    return known[2]


def _made_up(filename):
    # "<stdin>" and its like name no file.
    return not filename or filename.startswith("<") and filename.endswith(">")


def _make_key(code):
    return code.co_filename, code.co_qualname, code.co_firstlineno


def _register_code(code, string, name):
    """Remember the source of code that comes from no file."""
    lines = _split(string)
    entry = len(string), None, lines, name
    pending = [code]
    while pending:
        code = pending.pop()
        cache[_make_key(code)] = entry
        pending.extend(const for const in code.co_consts if isinstance(const, type(code)))


def _getlines_from_code(code):
    entry = cache.get(_make_key(code))
    if entry is None and code._co_source is not None:
        entry = len(code._co_source), None, _split(code._co_source), code.co_filename
        cache[_make_key(code)] = entry
    return entry[2] if entry is not None and len(entry) != 1 else []


def _split(source):
    return [line + "\n" for line in source.splitlines()]


def _lazycode(code):
    """Seed the cache with the source that a code object has kept."""
    name = code.co_filename
    source = getattr(code, "_co_source", None)
    if name not in cache and not _made_up(name) and source is not None:
        cache[name] = (lambda: source),


def _lazyframe(filename):
    # A program that runs is its own source, where no file can be read.
    frame = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_filename == filename:
            _lazycode(frame.f_code)
            return
        frame = frame.f_back


def checkcache(filename=None):
    """Forget the lines of files that have changed; of one file, or of all."""
    if filename is None:
        names = [name for name in cache if isinstance(name, str)]
    elif filename in cache:
        names = [filename]
    else:
        return
    for name in names:
        entry = cache.get(name)
        if entry is None or len(entry) == 1:
            continue
        size, mtime, lines, fullname = entry
        if mtime is None:
            continue
        stat = _stat(fullname)
        if stat is None or size != stat.st_size or mtime != stat.st_mtime:
            cache.pop(name, None)


def _stat(name):
    try:
        import os
        return os.stat(name)
    except (OSError, ValueError, AttributeError, ImportError):
        return None


def _read(name):
    """The lines of a source file, in the encoding that its first lines declare."""
    from _importer import decode_source
    with open(name, "rb") as file:
        return decode_source(file.read()).splitlines(keepends=True)


def updatecache(filename, module_globals=None):
    """Read a file again and return its lines; none if it cannot be read."""
    # A reader that lazycache left is tried again only if nothing better is found.
    entry = cache.pop(filename, None)
    if _made_up(filename):
        return []
    fullname = filename
    stat = _stat(fullname)
    if stat is None:
        if entry is not None and len(entry) == 1:
            cache[filename] = entry
        else:
            _lazyframe(filename)
        if lazycache(filename, module_globals):
            try:
                data = cache[filename][0]()
            except (ImportError, OSError):
                pass
            else:
                if data is None:
                    return []
                entry = len(data), None, _split(data), fullname
                cache[filename] = entry
                return entry[2]
        if filename.startswith("/"):
            return []
        for folder in sys.path:
            if isinstance(folder, str):
                fullname = f"{folder.rstrip('/')}/{filename}"
                stat = _stat(fullname)
                if stat is not None:
                    break
        else:
            return []
    try:
        lines = _read(fullname)
    except (OSError, ValueError, SyntaxError, ImportError):
        return []
    if not lines:
        lines = ["\n"]
    elif not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    cache[filename] = stat.st_size, stat.st_mtime, lines, fullname
    return lines


def lazycache(filename, module_globals):
    """Take note of where the lines of a module can be had, for when they are needed."""
    if filename in cache:
        return len(cache[filename]) == 1
    if _made_up(filename) or not module_globals:
        return False
    spec = module_globals.get("__spec__")
    name = getattr(spec, "name", None) or module_globals.get("__name__")
    loader = getattr(spec, "loader", None) or module_globals.get("__loader__")
    get_source = getattr(loader, "get_source", None)
    if not name or get_source is None:
        return False
    cache[filename] = (lambda: get_source(name)),
    return True
