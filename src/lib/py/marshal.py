"""Values as bytes, in the format of marshal: numbers, texts, and containers of such. Code objects
cannot be written or read: a sandbox takes no code from bytes.
"""

import struct

__all__ = ["dump", "dumps", "load", "loads", "version"]

version = 5
_SHIFT = 15  # bits in a digit of a long int


def dump(value, file, version=version, /, *, allow_code=True):
    """Write a value to a file."""
    file.write(dumps(value, version))


def dumps(value, version=version, /, *, allow_code=True):
    """The bytes of a value."""
    out = []
    todo = [value]
    while todo:
        item = todo.pop()
        kind = type(item)
        simple = _SIMPLE.get(item) if item is None or kind is bool or item in (
            ..., StopIteration) and kind in (type(...), type) else None
        if simple is not None:
            out.append(simple)
        elif kind is int:
            out.append(_int_bytes(item))
        elif kind is float:
            out.append(b"g" + struct.pack("<d", item))
        elif kind is complex:
            out.append(b"y" + struct.pack("<dd", item.real, item.imag))
        elif kind is str:
            out.append(_str_bytes(item))
        elif kind in (bytes, bytearray, memoryview):
            data = bytes(item)
            out.append(b"s" + struct.pack("<I", len(data)) + data)
        elif kind is tuple:
            small = len(item) < 256
            out.append(b")" + bytes([len(item)]) if small
                       else b"(" + struct.pack("<I", len(item)))
            todo.extend(reversed(item))
        elif kind is list:
            out.append(b"[" + struct.pack("<I", len(item)))
            todo.extend(reversed(item))
        elif kind in (set, frozenset):
            out.append((b"<" if kind is set else b">") + struct.pack("<I", len(item)))
            todo.extend(list(item)[::-1])
        elif kind is dict:
            out.append(b"{")
            todo.append(_END)
            for key, inner in reversed(list(item.items())):
                todo += (inner, key)
        elif item is _END:
            out.append(b"0")
        else:
            raise ValueError("unmarshallable object")
        if len(todo) > 10_000_000:
            raise ValueError("object too deeply nested to marshal")
    return b"".join(out)


class _End:
    pass


_END = _End()
_SIMPLE = {None: b"N", True: b"T", False: b"F", ...: b".", StopIteration: b"S"}


def _int_bytes(n):
    if -2 ** 31 <= n < 2 ** 31:
        return b"i" + struct.pack("<i", n)
    digits, rest = [], abs(n)
    while rest:
        digits.append(rest & 0x7FFF)
        rest >>= _SHIFT
    count = -len(digits) if n < 0 else len(digits)
    return b"l" + struct.pack(f"<i{len(digits)}H", count, *digits)


def _str_bytes(text):
    if text.isascii():
        data = text.encode("ascii")
        if len(data) < 256:
            return b"z" + bytes([len(data)]) + data
        return b"a" + struct.pack("<I", len(data)) + data
    data = text.encode("utf-8", "surrogatepass")
    return b"u" + struct.pack("<I", len(data)) + data


def load(file, /, *, allow_code=True):
    """Read a value from a file."""
    return loads(file.read())


def loads(bytes, /, *, allow_code=True):
    """The value of bytes."""
    return _Reader(bytes).value(0)


_DEEPEST = 200


class _Reader:
    def __init__(self, data):
        self.data, self.at, self.refs = memoryview(data).cast("B"), 0, []

    def take(self, count):
        end = self.at + count
        if count < 0:
            raise ValueError("bad marshal data (size out of range)")
        if end > len(self.data):
            raise EOFError("marshal data too short")
        part = self.data[self.at:end]
        self.at = end
        return part

    def number(self, form="<I", size=4):
        return struct.unpack(form, self.take(size))[0]

    def value(self, depth):
        value = self.inner(depth)
        if value is _END:
            raise TypeError("NULL object in marshal data for object")
        return value

    def inner(self, depth):
        if depth > _DEEPEST:
            raise ValueError("bad marshal data (too deeply nested)")
        if self.at >= len(self.data):
            raise EOFError("EOF read where object expected")
        byte = self.take(1)[0]
        kind, flagged = chr(byte & 0x7F), byte & 0x80
        if kind == "r":
            index = self.number()
            if index >= len(self.refs) or self.refs[index] is _END:
                raise ValueError("bad marshal data (invalid reference)")
            return self.refs[index]
        place = None
        if flagged:
            place = len(self.refs)
            self.refs.append(_END)
        value = self.read(kind, depth, place)
        if flagged:
            self.refs[place] = value
        return value

    def read(self, kind, depth, place):
        if kind in _CONSTANTS:
            return _CONSTANTS[kind]
        if kind == "i":
            return self.number("<i")
        if kind == "l":
            count = self.number("<i")
            digits = struct.unpack(f"<{abs(count)}H", self.take(2 * abs(count)))
            value = 0
            for digit in reversed(digits):
                if digit > 0x7FFF:
                    raise ValueError("bad marshal data (digit out of range in long)")
                value = value << _SHIFT | digit
            return -value if count < 0 else value
        if kind == "g":
            return self.number("<d", 8)
        if kind == "y":
            return complex(*struct.unpack("<dd", self.take(16)))
        if kind == "s":
            return bytes(self.take(self.number()))
        if kind in "zZ":
            return str(self.take(self.take(1)[0]), "ascii")
        if kind in "aA":
            return str(self.take(self.number()), "ascii")
        if kind in "ut":
            return str(self.take(self.number()), "utf-8", "surrogatepass")
        if kind in ")(":
            count = self.take(1)[0] if kind == ")" else self.number()
            return tuple([self.value(depth + 1) for _ in range(self.checked(count, "tuple"))])
        if kind == "[":
            items = []
            if place is not None:
                self.refs[place] = items
            for _ in range(self.checked(self.number(), "list")):
                items.append(self.value(depth + 1))
            return items
        if kind in "<>":
            items = [self.value(depth + 1) for _ in range(self.checked(self.number(), "set"))]
            return set(items) if kind == "<" else frozenset(items)
        if kind == "{":
            result = {}
            if place is not None:
                self.refs[place] = result
            while (key := self.inner(depth + 1)) is not _END:
                result[key] = self.value(depth + 1)
            return result
        raise ValueError("bad marshal data (unknown type code)")

    def checked(self, count, what):
        if count > 0x7FFFFFFF:
            raise ValueError(f"bad marshal data ({what} size out of range)")
        if count > len(self.data) - self.at:
            raise EOFError("marshal data too short")
        return count


_CONSTANTS = {"N": None, "T": True, "F": False, ".": ..., "S": StopIteration, "0": _END}
