"""Objects as bytes, and back.

dumps(obj) makes a pickle: a program for a small stack machine, whose instructions are the codes
below; loads(data) runs one. A pickle can name any function to be called: load none that you do not
trust. Pickler and Unpickler work on files and can be derived from.
"""

import copyreg
import io
import itertools
import struct
import sys
import types
from copyreg import _extension_registry, dispatch_table
from functools import partial

import _compat_pickle
import _pickle_opcodes
import _pickle_trees
from _pickle_opcodes import *

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump",
           "dumps", "load", "loads", "PickleBuffer", "DEFAULT_PROTOCOL", "HIGHEST_PROTOCOL",
           *_pickle_opcodes.__all__]

format_version = "5.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 5

FRAME_SIZE_MIN = 4
FRAME_SIZE_TARGET = 64 * 1024
BATCH_SIZE = 1000


class PickleError(Exception):
    """The base of the exceptions of this module."""


class PicklingError(PickleError):
    """An object cannot be pickled."""


class UnpicklingError(PickleError):
    """Bytes are no pickle."""


PickleError.__module__ = PicklingError.__module__ = UnpicklingError.__module__ = "_pickle"


class PickleBuffer:
    """A buffer that may be kept out of a pickle."""

    def __init__(self, object):
        self._view = memoryview(object)

    def raw(self):
        """Its memory as a flat view of bytes."""
        self._check()
        if not self._view.contiguous:
            raise BufferError("cannot extract raw buffer from non-contiguous buffer")
        return self._view.cast("B")

    def release(self):
        """Let the buffer go."""
        self._view = None

    def _check(self):
        if self._view is None:
            raise ValueError("operation forbidden on released PickleBuffer object")

    def __buffer__(self, flags):
        self._check()
        return memoryview(self._view)


def encode_long(x):
    """An int as the fewest bytes, the least significant first; none for 0."""
    if x == 0:
        return b""
    return x.to_bytes((x if x > 0 else ~x).bit_length() // 8 + 1, "little", signed=True)


def decode_long(data):
    """The int."""
    return int.from_bytes(data, "little", signed=True)


def whichmodule(obj, name):
    """The name of the module that has an object by that name."""
    module_name = getattr(obj, "__module__", None)
    if module_name is not None:
        return module_name
    path = name.split(".")
    for module_name, module in sys.modules.copy().items():
        if module_name in ("__main__", "__mp_main__") or module is None:
            continue
        try:
            if _getattribute(module, path) is obj:
                return module_name
        except AttributeError:
            pass
    return "__main__"


def _getattribute(obj, path):
    for name in path:
        obj = getattr(obj, name)
    return obj


def _T(obj):
    cls = type(obj)
    return cls.__qualname__ if cls.__module__ in ("builtins", "__main__") \
        else f"{cls.__module__}.{cls.__qualname__}"


class _Frames:
    # Collects what is written in frames, which say how long they are.
    def __init__(self, file_write):
        self.file_write = file_write
        self.current = None

    def start(self):
        self.current = io.BytesIO()

    def end(self):
        if self.current and self.current.tell() > 0:
            self.commit(force=True)
        self.current = None

    def commit(self, force=False):
        frame = self.current
        if frame is None or not (force or frame.tell() >= FRAME_SIZE_TARGET):
            return
        data = frame.getvalue()
        if len(data) >= FRAME_SIZE_MIN:
            self.file_write(FRAME + struct.pack("<Q", len(data)))
        self.file_write(data)
        self.current = io.BytesIO()

    def write(self, data):
        if self.current is not None:
            return self.current.write(data)
        return self.file_write(data)

    def write_large(self, header, payload):
        # Not copied into a frame, but between two.
        if self.current is not None:
            self.commit(force=True)
        self.file_write(header)
        self.file_write(payload)


class Pickler:
    """Writes pickles into a file, with a protocol from 0 to 5 (-1: the highest).

    fix_imports: protocols below 3 name modules as Python 2 did. buffer_callback(buffer): called for
    a PickleBuffer with protocol 5; a false result keeps it out of the pickle. Derived classes may
    have persistent_id(obj), reducer_override(obj) and dispatch_table.
    """

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        protocol = DEFAULT_PROTOCOL if protocol is None else protocol.__index__() \
            if hasattr(protocol, "__index__") else protocol
        if not isinstance(protocol, int):
            raise TypeError(f"'{type(protocol).__name__}' object cannot be interpreted as an "
                            "integer")
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        if buffer_callback is not None and protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        self._buffer_callback = buffer_callback
        try:
            self._file_write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None
        self._frames = _Frames(self._file_write)
        self.write = self._frames.write
        self.memo = {}  # id: (number, object)
        self.proto = protocol
        self.bin = protocol >= 1
        self.fast = 0
        self.fix_imports = fix_imports and protocol < 3

    def clear_memo(self):
        """Forget which objects were written; the next pickle has them again."""
        self.memo.clear()

    def dump(self, obj):
        """Write the pickle of an object."""
        if not hasattr(self, "_file_write"):
            raise PicklingError(
                f"Pickler.__init__() was not called by {type(self).__name__}.__init__()")
        if self.proto >= 2:
            self.write(PROTO + bytes([self.proto]))
        if self.proto >= 4:
            self._frames.start()
        self.save(obj)
        self.write(STOP)
        self._frames.end()

    def memoize(self, obj):
        """Number an object that was just written, so that it can be fetched."""
        if self.fast:
            return
        assert id(obj) not in self.memo
        number = len(self.memo)
        self.write(self._put(number))
        self.memo[id(obj)] = number, obj

    def _put(self, number):
        if self.proto >= 4:
            return MEMOIZE
        if not self.bin:
            return PUT + b"%d\n" % number
        return BINPUT + bytes([number]) if number < 256 \
            else LONG_BINPUT + struct.pack("<I", number)

    def _get(self, number):
        if not self.bin:
            return GET + b"%d\n" % number
        return BINGET + bytes([number]) if number < 256 \
            else LONG_BINGET + struct.pack("<I", number)

    def persistent_id(self, obj):
        """An id by which whoever loads knows the object, or None."""
        return None

    def save(self, obj, save_persistent_id=True):
        """Write what makes an object."""
        self._frames.commit()
        if save_persistent_id:
            pid = self.persistent_id(obj)
            if pid is not None:
                self.save_pers(pid)
                return
        known = self.memo.get(id(obj))
        if known is not None:
            self.write(self._get(known[0]))
            return
        made = NotImplemented
        override = getattr(self, "reducer_override", None)
        if override is not None and type(obj) not in _PLAIN:
            made = override(obj)
        if made is NotImplemented:
            kind = type(obj)
            write = self.dispatch.get(kind)
            if write is not None:
                write(self, obj)
                return
            made = self._reduced(obj, kind)
            if made is None:
                self.save_global(obj)
                return
        if isinstance(made, str):
            self.save_global(obj, made)
            return
        try:
            self._check_reduced(made)
            self.save_reduce(obj=obj, *made)
        except BaseException as error:
            error.add_note(f"when serializing {_T(obj)} object")
            raise

    def _reduced(self, obj, kind):
        # What the object says of how it is made; None when it is a class, known by its name.
        reduce = getattr(self, "dispatch_table", dispatch_table).get(kind)
        if reduce is not None:
            return reduce(obj)
        if issubclass(kind, type):
            return None
        reduce = getattr(obj, "__reduce_ex__", None)
        if reduce is not None:
            return reduce(self.proto)
        reduce = getattr(obj, "__reduce__", None)
        if reduce is not None:
            return reduce()
        raise PicklingError(f"Can't pickle {_T(obj)} object")

    def _check_reduced(self, made):
        if not isinstance(made, tuple):
            raise PicklingError(f"__reduce__ must return a string or tuple, not {_T(made)}")
        if not 2 <= len(made) <= 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")

    def save_pers(self, pid):
        """Write an id instead of an object."""
        if self.bin:
            self.save(pid, save_persistent_id=False)
            self.write(BINPERSID)
            return
        text = str(pid)
        if not text.isascii():
            raise PicklingError("persistent IDs in protocol 0 must be ASCII strings")
        self.write(PERSID + text.encode() + b"\n")

    def save_reduce(self, func, args, state=None, listitems=None, dictitems=None,
                    state_setter=None, *, obj=None):
        """Write an object as the call that makes it, its state and its items."""
        if not callable(func):
            raise PicklingError("first item of the tuple returned by __reduce__ must be callable, "
                                f"not {_T(func)}")
        if not isinstance(args, tuple):
            raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple, "
                                f"not {_T(args)}")
        for place, items in (("fourth", listitems), ("fifth", dictitems)):
            if items is not None and not hasattr(items, "__next__"):
                raise PicklingError(f"{place} item of the tuple returned by __reduce__ must be an "
                                    f"iterator, not {_T(items)}")
        if state_setter is not None and not callable(state_setter):
            raise PicklingError("sixth item of the tuple returned by __reduce__ must be callable, "
                                f"not {_T(state_setter)}")
        self._save_call(func, args, obj)
        if obj is not None:
            # Its arguments may have led to it, and written it already.
            if id(obj) in self.memo:
                self.write(POP + self._get(self.memo[id(obj)][0]))
            else:
                self.memoize(obj)
        if listitems is not None:
            self._batch_appends(listitems, obj)
        if dictitems is not None:
            self._batch_setitems(dictitems, obj)
        if state is not None:
            self._save_state(state, state_setter, obj)

    def _save_call(self, func, args, obj):
        name = getattr(func, "__name__", "")
        if self.proto >= 2 and name == "__newobj_ex__":
            self._save_newobj_ex(args, obj)
        elif self.proto >= 2 and name == "__newobj__":
            self._save_newobj(args, obj)
        else:
            self._noted(func, f"when serializing {_T(obj)} reconstructor")
            self._noted(args, f"when serializing {_T(obj)} reconstructor arguments")
            self.write(REDUCE)

    def _save_newobj_ex(self, args, obj):
        if len(args) != 3:
            raise PicklingError("__newobj_ex__ expected 3 arguments, got %d" % len(args))
        cls, args, kwargs = args
        self._check_class(cls, obj, "__newobj_ex__")
        if not isinstance(args, tuple):
            raise PicklingError("second argument to __newobj_ex__() must be a tuple, "
                                f"not {_T(args)}")
        if not isinstance(kwargs, dict):
            raise PicklingError("third argument to __newobj_ex__() must be a dict, "
                                f"not {_T(kwargs)}")
        if self.proto < 4:
            self._noted(partial(cls.__new__, cls, *args, **kwargs),
                        f"when serializing {_T(obj)} reconstructor")
            self.save(())
            self.write(REDUCE)
            return
        self._noted(cls, f"when serializing {_T(obj)} class")
        self._noted(args, f"when serializing {_T(obj)} __new__ arguments")
        self._noted(kwargs, f"when serializing {_T(obj)} __new__ arguments")
        self.write(NEWOBJ_EX)

    def _save_newobj(self, args, obj):
        if not args:
            raise PicklingError("__newobj__ expected at least 1 argument, got 0")
        cls, *args = args
        self._check_class(cls, obj, "__newobj__")
        self._noted(cls, f"when serializing {_T(obj)} class")
        self._noted(tuple(args), f"when serializing {_T(obj)} __new__ arguments")
        self.write(NEWOBJ)

    def _check_class(self, cls, obj, name):
        if not isinstance(cls, type):
            raise PicklingError(f"first argument to {name}() must be a class, not {_T(cls)}")
        if obj is not None and cls is not obj.__class__:
            raise PicklingError(f"first argument to {name}() must be {obj.__class__!r}, "
                                f"not {cls!r}")

    def _save_state(self, state, state_setter, obj):
        if state_setter is None:
            self._noted(state, f"when serializing {_T(obj)} state")
            self.write(BUILD)
            return
        self._noted(state_setter, f"when serializing {_T(obj)} state setter")
        self.save(obj)
        self._noted(state, f"when serializing {_T(obj)} state")
        self.write(TUPLE2 + REDUCE + POP)

    def _noted(self, obj, note):
        try:
            self.save(obj)
        except BaseException as error:
            error.add_note(note)
            raise

    # Each type that pickles know.

    dispatch = {}

    def save_none(self, obj):
        self.write(NONE)

    def save_bool(self, obj):
        if self.proto >= 2:
            self.write(NEWTRUE if obj else NEWFALSE)
        else:
            self.write(TRUE if obj else FALSE)

    def save_long(self, obj):
        short = -0x80000000 <= obj <= 0x7FFFFFFF
        if self.bin and 0 <= obj <= 0xFF:
            self.write(BININT1 + bytes([obj]))
        elif self.bin and 0 <= obj <= 0xFFFF:
            self.write(BININT2 + struct.pack("<H", obj))
        elif self.bin and short:
            self.write(BININT + struct.pack("<i", obj))
        elif self.proto >= 2:
            data = encode_long(obj)
            head = LONG1 + bytes([len(data)]) if len(data) < 256 \
                else LONG4 + struct.pack("<i", len(data))
            self.write(head + data)
        elif short:
            self.write(INT + b"%d\n" % obj)
        else:
            self.write(LONG + repr(obj).encode("ascii") + b"L\n")

    def save_float(self, obj):
        if self.bin:
            self.write(BINFLOAT + struct.pack(">d", obj))
        else:
            self.write(FLOAT + repr(obj).encode("ascii") + b"\n")

    def _save_data(self, data, short, medium, long):
        # Bytes behind a code and their length.
        n = len(data)
        if short and n <= 0xFF:
            self.write(short + bytes([n]) + data)
        elif long and (n > 0xFFFFFFFF or medium is None):
            self._write_sized(long + struct.pack("<Q", n), data)
        else:
            self._write_sized(medium + struct.pack("<I", n), data)

    def _write_sized(self, head, data):
        if len(data) >= FRAME_SIZE_TARGET:
            self._frames.write_large(head, data)
        else:
            self.write(head + data)

    def save_bytes(self, obj):
        if self.proto >= 3:
            self._save_data(obj, SHORT_BINBYTES, BINBYTES, BINBYTES8 if self.proto >= 4 else None)
            self.memoize(obj)
        elif obj:
            import codecs
            self.save_reduce(codecs.encode, (str(obj, "latin1"), "latin1"), obj=obj)
        else:
            self.save_reduce(bytes, (), obj=obj)

    def save_bytearray(self, obj):
        if self.proto >= 5:
            self._save_data(bytes(obj), None, None, BYTEARRAY8)
            self.memoize(obj)
        else:
            self.save_reduce(bytearray, (bytes(obj),) if obj else (), obj=obj)

    def save_picklebuffer(self, obj):
        if self.proto < 5:
            raise PicklingError("PickleBuffer can only be pickled with protocol >= 5")
        with obj.raw() as view:
            inside = True
            if self._buffer_callback is not None:
                inside = bool(self._buffer_callback(obj))
            if not inside:
                self.write(NEXT_BUFFER + (READONLY_BUFFER if view.readonly else b""))
            elif view.readonly:
                self.save_bytes(view.tobytes())
            else:
                self.save_bytearray(bytearray(view))

    def save_str(self, obj):
        if self.bin:
            data = obj.encode("utf-8", "surrogatepass")
            if self.proto >= 4:
                self._save_data(data, SHORT_BINUNICODE, BINUNICODE, BINUNICODE8)
            else:
                self._save_data(data, None, BINUNICODE, None)
        else:
            text = obj
            for char in "\\\0\n\r\x1a":
                text = text.replace(char, "\\u%04x" % ord(char))
            self.write(UNICODE + text.encode("raw-unicode-escape") + b"\n")
        self.memoize(obj)

    def save_tuple(self, obj):
        if not obj:
            self.write(EMPTY_TUPLE if self.bin else MARK + TUPLE)
            return
        n = len(obj)
        small = n <= 3 and self.proto >= 2
        if not small:
            self.write(MARK)
        for i, item in enumerate(obj):
            self._noted(item, f"when serializing {_T(obj)} item {i}")
        if id(obj) in self.memo:  # an item led to the tuple itself
            undo = POP * n if small else POP_MARK if self.bin else POP * (n + 1)
            self.write(undo + self._get(self.memo[id(obj)][0]))
            return
        self.write((TUPLE1, TUPLE2, TUPLE3)[n - 1] if small else TUPLE)
        self.memoize(obj)

    def save_list(self, obj):
        self.write(EMPTY_LIST if self.bin else MARK + LIST)
        self.memoize(obj)
        self._batch_appends(obj, obj)

    def _batch_appends(self, items, obj):
        def write_one(numbered):
            i, item = numbered
            self._noted(item, f"when serializing {_T(obj)} item {i}")
        exact = type(items) is list and len(items) > 1
        self._batch(enumerate(items), write_one, APPENDS if exact else APPEND, APPENDS)

    def save_dict(self, obj):
        self.write(EMPTY_DICT if self.bin else MARK + DICT)
        self.memoize(obj)
        self._batch_setitems(obj.items(), obj, len(obj) > 1)
        if self.bin and obj and len(obj) % BATCH_SIZE == 0:
            self.write(MARK + SETITEMS)  # behind a full batch there is another, maybe empty

    def _batch_setitems(self, items, obj, several=False):
        def write_one(pair):
            key, value = pair
            self.save(key)
            self._noted(value, f"when serializing {_T(obj)} item {key!r}")
        self._batch(iter(items), write_one, SETITEMS if several else SETITEM, SETITEMS)

    def _batch(self, items, write_one, one, many):
        # Up to 1000 items with one instruction behind them, a single one with `one` if that is
        # another; in protocol 0 each has its own.
        if not self.bin:
            one = APPEND if many == APPENDS else SETITEM
            for item in items:
                write_one(item)
                self.write(one)
            return
        while True:
            batch = list(itertools.islice(items, BATCH_SIZE))
            end = many if len(batch) > 1 else one
            if batch and end == many:
                self.write(MARK)
            for item in batch:
                write_one(item)
            if batch:
                self.write(end)
            if len(batch) < BATCH_SIZE:
                return

    def save_set(self, obj):
        if self.proto < 4:
            self.save_reduce(set, (list(obj),), obj=obj)
            return
        self.write(EMPTY_SET)
        self.memoize(obj)
        items, more = iter(obj), bool(obj)
        while more:
            batch = list(itertools.islice(items, BATCH_SIZE))
            self.write(MARK)
            for item in batch:
                self._noted(item, f"when serializing {_T(obj)} element")
            self.write(ADDITEMS)
            more = len(batch) == BATCH_SIZE  # whether there are is found in the next batch

    def save_frozenset(self, obj):
        if self.proto < 4:
            self.save_reduce(frozenset, (list(obj),), obj=obj)
            return
        self.write(MARK)
        for item in obj:
            self._noted(item, f"when serializing {_T(obj)} element")
        if id(obj) in self.memo:  # an element led to the set itself
            self.write(POP_MARK + self._get(self.memo[id(obj)][0]))
            return
        self.write(FROZENSET)
        self.memoize(obj)

    def save_type(self, obj):
        for singleton in (None, NotImplemented, ...):
            if obj is type(singleton):
                self.save_reduce(type, (singleton,), obj=obj)
                return
        self.save_global(obj)

    def save_global(self, obj, name=None):
        """Write where an object is found."""
        if name is None:
            name = getattr(obj, "__qualname__", None) or obj.__name__
        path = name.split(".")
        if "<locals>" in path:
            raise PicklingError(f"Can't pickle local object {obj!r}")
        module_name = whichmodule(obj, name)
        found = self._found(obj, module_name, path)
        if found is not obj:
            raise PicklingError(
                f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
        if self.proto >= 2:
            code = _extension_registry.get((module_name, name))
            if code is not None:
                self.write(EXT1 + bytes([code]) if code <= 0xFF
                           else EXT2 + struct.pack("<H", code) if code <= 0xFFFF
                           else EXT4 + struct.pack("<i", code))
                return
        if self.proto >= 4:
            self.save(module_name)
            self.save(name)
            self.write(STACK_GLOBAL)
        elif len(path) > 1:
            self._save_nested(module_name, path)
        else:
            self._save_global_line(module_name, name)
        self.memoize(obj)

    def _found(self, obj, module_name, path):
        name = ".".join(path)
        try:
            __import__(module_name, level=0)
            module = sys.modules[module_name]
        except (ImportError, ValueError, KeyError) as error:
            raise PicklingError(f"Can't pickle {obj!r}: {error!s}") from None
        try:
            return _getattribute(module, path)
        except AttributeError:
            raise PicklingError(
                f"Can't pickle {obj!r}: it's not found as {module_name}.{name}")

    def _save_nested(self, module_name, path):
        # As getattr(getattr(module's first name, ...), ...).
        *outer, last = path
        self.save(getattr)
        if self.proto < 2:
            self.write(MARK)
        if len(outer) > 1:
            self._save_nested(module_name, outer)
        else:
            self._save_global_line(module_name, outer[0])
        self.save(last)
        self.write((TUPLE2 if self.proto >= 2 else TUPLE) + REDUCE)

    def _save_global_line(self, module_name, name):
        encoding = "utf-8"
        if self.proto < 3:
            encoding = "ascii"
            if self.fix_imports:
                names, modules = _compat_pickle.REVERSE_NAME_MAPPING, \
                    _compat_pickle.REVERSE_IMPORT_MAPPING
                if (module_name, name) in names:
                    module_name, name = names[module_name, name]
                else:
                    module_name = modules.get(module_name, module_name)
        try:
            line = f"{module_name}\n{name}\n".encode(encoding)
        except UnicodeEncodeError:
            raise PicklingError(f"can't pickle global identifier '{module_name}.{name}' using "
                                f"pickle protocol {self.proto}") from None
        self.write(GLOBAL + line)


Pickler.dispatch = {
    type(None): Pickler.save_none, bool: Pickler.save_bool, int: Pickler.save_long,
    float: Pickler.save_float, bytes: Pickler.save_bytes, bytearray: Pickler.save_bytearray,
    PickleBuffer: Pickler.save_picklebuffer, str: Pickler.save_str, tuple: Pickler.save_tuple,
    list: Pickler.save_list, dict: Pickler.save_dict, set: Pickler.save_set,
    frozenset: Pickler.save_frozenset, types.FunctionType: Pickler.save_global,
    type: Pickler.save_type,
}
# Their pickles no reducer_override is asked for.
_PLAIN = {type(None), bool, int, float, bytes, bytearray, str, tuple, list, dict, set, frozenset}

from _unpickler import Unpickler


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Write the pickle of an object into a file."""
    pickler = Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback)
    if buffer_callback is None:
        data = _pickle_trees.dumps(obj, protocol)
        if data is not NotImplemented:
            pickler.write(data)
            return
    pickler.dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """The pickle of an object."""
    if buffer_callback is None:
        data = _pickle_trees.dumps(obj, protocol)
        if data is not NotImplemented:
            return data
    file = io.BytesIO()
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)
    return file.getvalue()


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """The object of the pickle in a file."""
    unpickler = Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors,
                          buffers=buffers)
    unpickler._whole_frames = buffers is None
    return unpickler.load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """The object of a pickle."""
    if buffers is None:
        value = _pickle_trees.loads(data)
        if value is not NotImplemented:
            return value
    if data is None or isinstance(data, str):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return Unpickler(io.BytesIO(data), fix_imports=fix_imports, encoding=encoding, errors=errors,
                     buffers=buffers).load()


# The names of these without the parts in C that CPython has; here they are the same.
_Pickler, _Unpickler, _dump, _dumps, _load, _loads = Pickler, Unpickler, dump, dumps, load, loads
