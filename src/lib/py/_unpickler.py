"""The machine that runs pickles; pickle has its class Unpickler."""

import sys
from copyreg import _extension_cache, _inverted_registry
from struct import unpack

import _compat_pickle
import _pickle_opcodes as codes
import _pickle_trees
import pickle

_NO_VALUE = object()


class _Stop(Exception):
    def __init__(self, value):
        self.value = value


class _Input:
    # The bytes of a file, taken out of frames where there are some.
    def __init__(self, file):
        try:
            self._read, self._readline = file.read, file.readline
        except AttributeError:
            raise TypeError("file must have 'read' and 'readline' attributes") from None
        self._frame, self._at = b"", 0

    def read(self, n):
        if self._at < len(self._frame):
            data = self._frame[self._at:self._at + n]
            if len(data) < n:
                raise pickle.UnpicklingError("pickle exhausted before end of frame")
            self._at += n
            return data
        data = self._read(n)
        if len(data) < n:
            raise pickle.UnpicklingError("pickle data was truncated")
        return data

    def code(self):
        if self._at < len(self._frame):
            return self.read(1)
        data = self._read(1)
        if not data:
            raise EOFError("Ran out of input")
        return data

    def readline(self):
        if self._at < len(self._frame):
            end = self._frame.find(b"\n", self._at) + 1
            if not end:
                raise pickle.UnpicklingError("pickle exhausted before end of frame")
            line, self._at = self._frame[self._at:end], end
            return line
        line = self._readline()
        if not line.endswith(b"\n"):
            raise pickle.UnpicklingError("pickle data was truncated")
        return line

    def frame(self, n):
        if self._at < len(self._frame):
            raise pickle.UnpicklingError(
                "beginning of a new frame before end of current frame")
        if n > sys.maxsize:
            raise ValueError("frame size > sys.maxsize: %d" % n)
        data = self._read(n)
        if len(data) < n:
            raise pickle.UnpicklingError("pickle data was truncated")
        self._frame, self._at = data, 0


class Unpickler:
    """Reads pickles from a file.

    encoding and errors are for the byte strings of Python 2 ("bytes": they stay bytes); fix_imports:
    its names of modules are understood; buffers: those that were kept out of the pickle. Derived
    classes may have persistent_load(id), and find_class(module, name) to allow only some.
    """

    # There is one load() only, so a frame with all of the pickle need not leave a memo behind.
    _whole_frames = False

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        self._input = _Input(file)
        self._buffers = None if buffers is None else iter(buffers)
        self.memo = {}
        self.encoding, self.errors, self.fix_imports = encoding, errors, fix_imports
        self.proto = 0

    def load(self):
        """The object of the next pickle."""
        if not hasattr(self, "_input"):
            raise pickle.UnpicklingError(
                f"Unpickler.__init__() was not called by {type(self).__name__}.__init__()")
        self.stack, self._marks = [], []
        self.proto = 0
        read, table = self._input.code, _TABLE
        try:
            while True:
                code = read()
                run = table.get(code[0])
                if run is None:
                    raise pickle.UnpicklingError(
                        f"invalid load key, '{_shown(code[0])}'.")
                run(self)
        except _Stop as stop:
            return stop.value

    def persistent_load(self, pid):
        """The object with an id that the pickler gave it."""
        raise pickle.UnpicklingError("A load persistent id instruction was encountered, "
                                     "but no persistent_load function was specified.")

    def find_class(self, module, name, /):
        """The object that a module has by a name."""
        if self.proto < 3 and self.fix_imports:
            if (module, name) in _compat_pickle.NAME_MAPPING:
                module, name = _compat_pickle.NAME_MAPPING[module, name]
            else:
                module = _compat_pickle.IMPORT_MAPPING.get(module, module)
        __import__(module, level=0)
        if self.proto < 4:
            return getattr(sys.modules[module], name)
        found = sys.modules[module]
        for part in name.split("."):
            try:
                found = getattr(found, part)
            except AttributeError:
                if "." not in name:
                    raise
                raise AttributeError(f"Can't resolve path {name!r} on module "
                                     f"{sys.modules[module]!r}") from None
        return found

    # The stack. Marks keep the stacks below them.

    def pop(self):
        if not self.stack:
            raise pickle.UnpicklingError("unexpected MARK found" if self._marks
                                         else "unpickling stack underflow")
        return self.stack.pop()

    def top(self, items=1):
        if len(self.stack) < items:
            raise pickle.UnpicklingError("unexpected MARK found" if self._marks
                                         else "unpickling stack underflow")
        return self.stack[-items]

    def pop_mark(self):
        if not self._marks:
            raise pickle.UnpicklingError("could not find MARK")
        items, self.stack = self.stack, self._marks.pop()
        return items

    def push(self, value):
        self.stack.append(value)

    def number(self, form, n):
        return unpack(form, self._input.read(n))[0]

    def sized(self, form, n):
        size = self.number(form, n)
        if size < 0:
            raise pickle.UnpicklingError("BINSTRING pickle has negative byte count")
        if size > sys.maxsize:
            raise pickle.UnpicklingError("size exceeds system's maximum size of "
                                         f"{sys.maxsize} bytes")
        return self._input.read(size)

    def line(self):
        return self._input.readline()[:-1]

    # Instructions.

    def load_proto(self):
        proto = self._input.read(1)[0]
        if proto > pickle.HIGHEST_PROTOCOL:
            raise ValueError(f"unsupported pickle protocol: {proto}")
        self.proto = proto

    def load_frame(self):
        self._input.frame(self.number("<Q", 8))
        if self._whole_frames and not (self.stack or self._marks or self.memo):
            value = _pickle_trees.loads(self._input._frame)
            if value is not NotImplemented:
                raise _Stop(value)

    def load_persid(self):
        try:
            pid = self.line().decode("ascii")
        except UnicodeDecodeError:
            raise pickle.UnpicklingError(
                "persistent IDs in protocol 0 must be ASCII strings") from None
        self.push(self.persistent_load(pid))

    def load_int(self):
        line = self.line()
        if line in (b"00", b"01"):
            self.push(line == b"01")
            return
        try:
            self.push(int(line, 0))
        except ValueError:
            raise ValueError("could not convert string to int") from None

    def load_long(self):
        line = self.line()
        self.push(int(line[:-1] if line.endswith(b"L") else line, 0))

    def load_long4(self):
        n = self.number("<i", 4)
        if n < 0:
            raise pickle.UnpicklingError("LONG pickle has negative byte count")
        self.push(pickle.decode_long(self._input.read(n)))

    def _python2_text(self, data):
        if self.encoding == "bytes":
            return data
        return data.decode(self.encoding, self.errors)

    def load_string(self):
        import ast
        data = self.line()
        if len(data) < 2 or data[:1] != data[-1:] or data[:1] not in (b"'", b'"'):
            raise pickle.UnpicklingError("the STRING opcode argument must be quoted")
        literal = "b" + data.decode("ascii", "backslashreplace")
        self.push(self._python2_text(ast.literal_eval(literal)))

    def load_tuple(self):
        self.push(tuple(self.pop_mark()))

    def load_tuple_of(self, n):
        self.top(n)
        items = tuple(self.stack[-n:])
        del self.stack[-n:]
        self.push(items)

    def load_dict(self):
        items = self.pop_mark()
        if len(items) % 2:
            raise pickle.UnpicklingError("odd number of items for DICT")
        self.push(dict(zip(items[::2], items[1::2])))

    def _instantiate(self, cls, args):
        if args or not isinstance(cls, type) or hasattr(cls, "__getinitargs__"):
            return cls(*args)
        return cls.__new__(cls)

    def load_inst(self):
        module, name = self.line().decode("utf-8"), self.line().decode("utf-8")
        args = self.pop_mark()
        self.push(self._instantiate(self.find_class(module, name), args))

    def load_obj(self):
        cls, *args = self.pop_mark()
        self.push(self._instantiate(cls, args))

    def load_newobj(self):
        args, cls = self.pop(), self.pop()
        if not isinstance(cls, type):
            raise pickle.UnpicklingError("NEWOBJ class argument must be a type, not "
                                         f"{type(cls).__name__}")
        if not isinstance(args, tuple):
            raise pickle.UnpicklingError("NEWOBJ expected an arg tuple, got "
                                         f"{type(args).__name__}")
        self.push(cls.__new__(cls, *args))

    def load_newobj_ex(self):
        kwargs, args, cls = self.pop(), self.pop(), self.pop()
        for value, kind, which in ((cls, type, "class"), (args, tuple, "args"),
                                   (kwargs, dict, "kwargs")):
            if not isinstance(value, kind):
                raise pickle.UnpicklingError(f"NEWOBJ_EX {which} argument must be a "
                                             f"{kind.__name__}, not {type(value).__name__}")
        self.push(cls.__new__(cls, *args, **kwargs))

    def load_global(self):
        module, name = self.line().decode("utf-8"), self.line().decode("utf-8")
        self.push(self.find_class(module, name))

    def load_stack_global(self):
        name, module = self.pop(), self.pop()
        if type(name) is not str or type(module) is not str:
            raise pickle.UnpicklingError("STACK_GLOBAL requires str")
        self.push(self.find_class(module, name))

    def get_extension(self, code):
        found = _extension_cache.get(code, _NO_VALUE)
        if found is _NO_VALUE:
            key = _inverted_registry.get(code)
            if key is None:
                if code <= 0:
                    raise pickle.UnpicklingError("EXT specifies code <= 0")
                raise ValueError("unregistered extension code %d" % code)
            found = _extension_cache[code] = self.find_class(*key)
        self.push(found)

    def load_reduce(self):
        args, function = self.pop(), self.pop()
        self.push(function(*args))

    def load_pop(self):
        if self.stack or not self._marks:
            self.pop()
        else:
            self.pop_mark()

    def get_memo(self, number):
        try:
            self.push(self.memo[number])
        except KeyError:
            raise pickle.UnpicklingError(
                f"Memo value not found at index {number}") from None

    def put_memo(self, number):
        if number < 0:
            raise ValueError("negative PUT argument")
        self.memo[number] = self.top()

    def load_append(self):
        value = self.pop()
        self.top().append(value)

    def load_appends(self):
        items = self.pop_mark()
        target = self.top()
        extend = getattr(target, "extend", None)
        if extend is not None:
            extend(items)
        else:
            for item in items:
                target.append(item)

    def load_setitem(self):
        value, key = self.pop(), self.pop()
        self.top()[key] = value

    def load_setitems(self):
        items = self.pop_mark()
        if len(items) % 2:
            raise pickle.UnpicklingError("odd number of items for SETITEMS")
        target = self.top()
        for i in range(0, len(items), 2):
            target[items[i]] = items[i + 1]

    def load_additems(self):
        items = self.pop_mark()
        target = self.top()
        if isinstance(target, set):
            target.update(items)
        else:
            for item in items:
                target.add(item)

    def load_build(self):
        state = self.pop()
        obj = self.top()
        set_state = getattr(obj, "__setstate__", _NO_VALUE)
        if set_state is not _NO_VALUE:
            set_state(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            if not isinstance(state, dict):
                raise pickle.UnpicklingError("state is not a dictionary")
            names = obj.__dict__
            for key, value in state.items():
                names[sys.intern(key) if type(key) is str else key] = value
        if slots:
            if not isinstance(slots, dict):
                raise pickle.UnpicklingError("slot state is not a dictionary")
            for key, value in slots.items():
                setattr(obj, key, value)

    def load_mark(self):
        self._marks.append(self.stack)
        self.stack = []

    def load_next_buffer(self):
        if self._buffers is None:
            raise pickle.UnpicklingError(
                "pickle stream refers to out-of-band data but no *buffers* argument was given")
        try:
            self.push(next(self._buffers))
        except StopIteration:
            raise pickle.UnpicklingError("not enough out-of-band buffers") from None

    def load_readonly_buffer(self):
        with memoryview(self.top()) as view:
            if not view.readonly:
                self.stack[-1] = view.toreadonly()

    def load_stop(self):
        raise _Stop(self.pop())


def _shown(code):
    char = chr(code)
    return char if char.isprintable() and code < 128 and char not in "'\\" else "\\x%02x" % code


def _text(data):
    return str(data, "utf-8", "surrogatepass")


_TABLE = {
    codes.PROTO: Unpickler.load_proto, codes.FRAME: Unpickler.load_frame,
    codes.PERSID: Unpickler.load_persid,
    codes.BINPERSID: lambda self: self.push(self.persistent_load(self.pop())),
    codes.NONE: lambda self: self.push(None),
    codes.NEWTRUE: lambda self: self.push(True),
    codes.NEWFALSE: lambda self: self.push(False),
    codes.INT: Unpickler.load_int, codes.LONG: Unpickler.load_long,
    codes.BININT: lambda self: self.push(self.number("<i", 4)),
    codes.BININT1: lambda self: self.push(self._input.read(1)[0]),
    codes.BININT2: lambda self: self.push(self.number("<H", 2)),
    codes.LONG1: lambda self: self.push(pickle.decode_long(self.sized("B", 1))),
    codes.LONG4: Unpickler.load_long4,
    codes.FLOAT: lambda self: self.push(float(self.line())),
    codes.BINFLOAT: lambda self: self.push(self.number(">d", 8)),
    codes.STRING: Unpickler.load_string,
    codes.BINSTRING: lambda self: self.push(self._python2_text(self.sized("<i", 4))),
    codes.SHORT_BINSTRING: lambda self: self.push(self._python2_text(self.sized("B", 1))),
    codes.BINBYTES: lambda self: self.push(self.sized("<I", 4)),
    codes.SHORT_BINBYTES: lambda self: self.push(self.sized("B", 1)),
    codes.BINBYTES8: lambda self: self.push(self.sized("<Q", 8)),
    codes.BYTEARRAY8: lambda self: self.push(bytearray(self.sized("<Q", 8))),
    codes.UNICODE: lambda self: self.push(str(self.line(), "raw-unicode-escape")),
    codes.BINUNICODE: lambda self: self.push(_text(self.sized("<I", 4))),
    codes.SHORT_BINUNICODE: lambda self: self.push(_text(self.sized("B", 1))),
    codes.BINUNICODE8: lambda self: self.push(_text(self.sized("<Q", 8))),
    codes.TUPLE: Unpickler.load_tuple,
    codes.EMPTY_TUPLE: lambda self: self.push(()),
    codes.TUPLE1: lambda self: self.load_tuple_of(1),
    codes.TUPLE2: lambda self: self.load_tuple_of(2),
    codes.TUPLE3: lambda self: self.load_tuple_of(3),
    codes.EMPTY_LIST: lambda self: self.push([]),
    codes.LIST: lambda self: self.push(self.pop_mark()),
    codes.EMPTY_DICT: lambda self: self.push({}), codes.DICT: Unpickler.load_dict,
    codes.EMPTY_SET: lambda self: self.push(set()),
    codes.FROZENSET: lambda self: self.push(frozenset(self.pop_mark())),
    codes.INST: Unpickler.load_inst, codes.OBJ: Unpickler.load_obj,
    codes.NEWOBJ: Unpickler.load_newobj, codes.NEWOBJ_EX: Unpickler.load_newobj_ex,
    codes.GLOBAL: Unpickler.load_global, codes.STACK_GLOBAL: Unpickler.load_stack_global,
    codes.EXT1: lambda self: self.get_extension(self._input.read(1)[0]),
    codes.EXT2: lambda self: self.get_extension(self.number("<H", 2)),
    codes.EXT4: lambda self: self.get_extension(self.number("<i", 4)),
    codes.REDUCE: Unpickler.load_reduce, codes.POP: Unpickler.load_pop,
    codes.POP_MARK: lambda self: self.pop_mark(),
    codes.DUP: lambda self: self.push(self.top()),
    codes.GET: lambda self: self.get_memo(int(self.line())),
    codes.BINGET: lambda self: self.get_memo(self._input.read(1)[0]),
    codes.LONG_BINGET: lambda self: self.get_memo(self.number("<I", 4)),
    codes.PUT: lambda self: self.put_memo(int(self.line())),
    codes.BINPUT: lambda self: self.put_memo(self._input.read(1)[0]),
    codes.LONG_BINPUT: lambda self: self.put_memo(self.number("<I", 4)),
    codes.MEMOIZE: lambda self: self.put_memo(len(self.memo)),
    codes.APPEND: Unpickler.load_append, codes.APPENDS: Unpickler.load_appends,
    codes.SETITEM: Unpickler.load_setitem, codes.SETITEMS: Unpickler.load_setitems,
    codes.ADDITEMS: Unpickler.load_additems, codes.BUILD: Unpickler.load_build,
    codes.MARK: Unpickler.load_mark, codes.NEXT_BUFFER: Unpickler.load_next_buffer,
    codes.READONLY_BUFFER: Unpickler.load_readonly_buffer, codes.STOP: Unpickler.load_stop,
}
_TABLE = {code[0]: function for code, function in _TABLE.items()}
