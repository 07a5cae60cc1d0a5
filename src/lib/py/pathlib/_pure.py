"""pathlib: paths as text alone."""

import os
import posixpath
from collections.abc import Sequence


class UnsupportedOperation(NotImplementedError):
    """An operation that there is not for this kind of path, or not here."""

    __module__ = "pathlib"


_patterns = {}


def _translate(part, case_sensitive=True):
    # A function that tells whether a name matches one part of a pattern.
    key = part, case_sensitive
    match = _patterns.get(key)
    if match is None:
        import fnmatch
        import re
        flags = 0 if case_sensitive else re.IGNORECASE
        match = _patterns[key] = re.compile(fnmatch.translate(part), flags).match
    return match


def _match_parts(parts, pattern, case_sensitive):
    # Whether all parts match; "**" stands for any number of them. The places in the pattern that
    # the parts so far may have led to.
    def closed(places):
        for at in sorted(places):
            while at < len(pattern) and pattern[at] == "**":
                at += 1
                places.add(at)
        return places

    places = closed({0})
    for part in parts:
        following = set()
        for at in places:
            if at == len(pattern):
                continue
            if pattern[at] == "**":
                following.add(at)
            elif _translate(pattern[at], case_sensitive)(part):
                following.add(at + 1)
        places = closed(following)
    return len(pattern) in places


class _Parents(Sequence):
    """The parents of a path, from the nearest to the root."""

    __slots__ = ("_path",)

    def __init__(self, path):
        self._path = path

    def __len__(self):
        return len(self._path._tail)

    def __getitem__(self, index):
        count = len(self)
        if isinstance(index, slice):
            return tuple([self[place] for place in range(count)[index]])
        if not -count <= index < count:
            raise IndexError(index)
        path = self._path
        return path._made(path.root, path._tail[:-1 - index % count])

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePath:
    """A path as text, without a look at the file system."""

    __module__ = "pathlib"
    # _text: what was given, joined; root and _tail, the names, come from it; _str is made of them.
    __slots__ = ("_text", "_root", "_names", "_str", "__weakref__")
    parser = posixpath

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        texts = []
        for arg in args:
            if isinstance(arg, PurePath):
                texts.append(arg._text)
                continue
            try:
                path = os.fspath(arg)
            except TypeError:
                path = arg
            if not isinstance(path, str):
                raise TypeError("argument should be a str or an os.PathLike object where "
                                f"__fspath__ returns a str, not {type(path).__name__!r}")
            texts.append(path)
        if len(texts) == 1:
            self._text = texts[0]
        else:
            self._text = posixpath.join(*texts) if texts else ""
        self._names = self._str = None

    def with_segments(self, *pathsegments):
        """Makes the paths that methods give; for subclasses that need more to be made."""
        return type(self)(*pathsegments)

    def _made(self, root, tail):
        return self.with_segments((root + "/".join(tail)) if root or tail else "")

    def _parse(self):
        text = self._text
        root = ""
        if text.startswith("/"):
            # Two slashes may mean something else to a system than one; three are one.
            root = "//" if text.startswith("//") and not text.startswith("///") else "/"
        self._root = root
        self._names = [name for name in text.split("/") if name and name != "."]

    @property
    def _tail(self):
        if self._names is None:
            self._parse()
        return self._names

    @property
    def drive(self):
        """The drive: always empty here."""
        return ""

    @property
    def root(self):
        """The slashes it begins with, "" if it is relative."""
        if self._names is None:
            self._parse()
        return self._root

    @property
    def anchor(self):
        """Drive and root together."""
        return self.root

    def __str__(self):
        if self._str is None:
            self._str = (self.root + "/".join(self._tail)) or "."
        return self._str

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        """The text of the path with slashes."""
        return str(self)

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def as_uri(self):
        """The path as a file: URI; it has to be absolute."""
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        return "file://" + "".join([
            chr(b) if chr(b).isalnum() and b < 128 or b in b"_.-~/" else f"%{b:02X}"
            for b in bytes(self)])

    def __reduce__(self):
        return type(self), tuple(self.parts)

    def __hash__(self):
        return hash(str(self))

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return str(self) == str(other)

    def _order(self):
        return str(self).split("/")

    def __lt__(self, other):
        return self._order() < other._order() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._order() <= other._order() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._order() > other._order() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._order() >= other._order() if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)

    @property
    def parts(self):
        """The components in a tuple, the root first."""
        return (self.root, *self._tail) if self.root else tuple(self._tail)

    @property
    def parent(self):
        """The path without its last component."""
        return self._made(self.root, self._tail[:-1]) if self._tail else self

    @property
    def parents(self):
        """The parent, its parent, and so on, as a sequence."""
        return _Parents(self)

    @property
    def name(self):
        """The last component."""
        return self._tail[-1] if self._tail else ""

    @property
    def suffix(self):
        """What the name ends with from its last dot on."""
        return posixpath.splitext(self.name)[1]

    @property
    def suffixes(self):
        """All the suffixes of the name in a list."""
        return ["." + suffix for suffix in self.name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        """The name without its last suffix."""
        return posixpath.splitext(self.name)[0]

    def with_name(self, name):
        """The path with another last component."""
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self._made(self.root, self._tail[:-1] + [name])

    def with_stem(self, stem):
        """The path with another name before the last suffix."""
        suffix = self.suffix
        if suffix and not stem:
            raise ValueError(f"{self!r} has a non-empty suffix")
        return self.with_name(stem + suffix)

    def with_suffix(self, suffix):
        """The path with another last suffix, or without one for ""."""
        if suffix and suffix[0] != ".":
            problem = f"Invalid suffix {suffix!r}"
        else:
            problem = None
        if not self.stem:
            problem = f"{self!r} has an empty name"
        if problem:
            raise ValueError(problem)
        return self.with_name(self.stem + suffix)

    def joinpath(self, *pathsegments):
        """The path with others behind it; one that is absolute takes its place."""
        return self.with_segments(self, *pathsegments)

    def is_absolute(self):
        """Whether it begins at the root."""
        return self._text.startswith("/")

    def relative_to(self, other, *, walk_up=False):
        """The way from another path to this one; with walk_up over `..`, where it needs to."""
        if not isinstance(other, PurePath):
            other = self.with_segments(other)
        own = [self, *self.parents]
        for step, path in enumerate([other, *other.parents]):
            if path in own:
                return self._made("", [".."] * step + self._tail[len(path._tail):])
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
            if path.name == "..":
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")

    def is_relative_to(self, other):
        """Whether it begins with another path."""
        if not isinstance(other, PurePath):
            other = self.with_segments(other)
        return other == self or other in self.parents

    def full_match(self, pattern, *, case_sensitive=None):
        """Whether the whole path matches a pattern; ** is for any number of components."""
        if not isinstance(pattern, PurePath):
            pattern = self.with_segments(pattern)
        return self.root == pattern.root and _match_parts(
            self._tail, pattern._tail, case_sensitive is not False)

    def match(self, path_pattern, *, case_sensitive=None):
        """Whether the end of the path, or for an absolute pattern all of it, matches the pattern.
        """
        if not isinstance(path_pattern, PurePath):
            path_pattern = self.with_segments(path_pattern)
        parts, pattern = self.parts[::-1], path_pattern.parts[::-1]
        if not pattern:
            raise ValueError("empty pattern")
        if len(parts) < len(pattern) or len(parts) > len(pattern) and path_pattern.anchor:
            return False
        return all(_translate(p.replace("**", "*"), case_sensitive is not False)(part)
                   for part, p in zip(parts, pattern))


os.PathLike.register(PurePath)


class PurePosixPath(PurePath):
    """What PurePath() makes here."""

    __module__ = "pathlib"
    __slots__ = ()
