"""Imports from files: what the import statement asks when a module is neither loaded nor one of the
library's own."""

import _filedes
import _files
import sys

_FOLDER, _FILE = 0o040000, 0o100000


class ModuleSpec:
    """What is known of a module before it is loaded: its name, its loader, where it is."""

    __module__ = "_frozen_importlib"

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name, self.loader, self.origin, self.loader_state = name, loader, origin, loader_state
        self.submodule_search_locations = [] if is_package else None
        self._set_fileattr, self._cached = False, None
        self._uninitialized_submodules = []

    def __repr__(self):
        shown = f"name={self.name!r}, loader={self.loader!r}"
        if self.origin is not None:
            shown += f", origin={self.origin!r}"
        if (places := self.submodule_search_locations) is not None:
            shown += f", submodule_search_locations={places}"
        return f"{type(self).__name__}({shown})"

    def __eq__(self, other):
        if not isinstance(other, ModuleSpec):
            return NotImplemented
        return (self.name == other.name and self.loader == other.loader
                and self.origin == other.origin and self.cached == other.cached
                and self.submodule_search_locations == other.submodule_search_locations
                and self.has_location == other.has_location)

    __hash__ = None

    @property
    def cached(self):
        return self._cached

    @cached.setter
    def cached(self, cached):
        self._cached = cached

    @property
    def parent(self):
        """The package that the module is in, or that it is."""
        if self.submodule_search_locations is None:
            return self.name.rpartition(".")[0]
        return self.name

    @property
    def has_location(self):
        return self._set_fileattr

    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)


def _read(path):
    file = _filedes.open_description(path, _filedes.O_RDONLY)
    try:
        return file.read(-1)
    finally:
        file.close()


def _declared_encoding(data):
    # What a comment in the first two lines says (PEP 263), or utf-8.
    for line in data.split(b"\n", 2)[:2]:
        text = line.decode("latin-1").strip(" \t\f\r\ufeff")
        if text and not text.startswith("#"):
            break
        place = text.find("coding")
        if place < 0 or text[place + 6:place + 7] not in (":", "="):
            continue
        name = text[place + 7:].lstrip(" \t")
        end = 0
        while end < len(name) and (name[end].isalnum() or name[end] in "-_."):
            end += 1
        if end:
            return name[:end]
    return "utf-8-sig"


def decode_source(data):
    """The text of a source file, its line ends being \\n."""
    encoding = _declared_encoding(data)
    if data.startswith(b"\xef\xbb\xbf"):
        encoding = "utf-8-sig"
    text = data.decode(encoding)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


class _Loader:
    def create_module(self, spec):
        """None: a plain module will do."""

    def exec_module(self, module):
        """Run the module's code in it."""
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError(f"cannot load module {module.__name__!r} when get_code() returns "
                              "None")
        exec(code, module.__dict__)

    def load_module(self, fullname):
        """The old way to load: makes the module and runs it."""
        spec = spec_from_file_location(fullname, self.path, loader=self)
        return load(spec)


class SourceFileLoader(_Loader):
    """Loads a module from a source file."""

    __module__ = "_frozen_importlib_external"

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def is_package(self, fullname):
        """Whether the file is the __init__.py of a directory."""
        return self.path.rpartition("/")[2] == "__init__.py" and (
            fullname.rpartition(".")[2] != "__init__")

    def get_filename(self, name=None):
        """The path of the file."""
        return self.path

    def get_data(self, path):
        """The bytes of a file."""
        return _read(path)

    def get_source(self, fullname):
        """The source as text."""
        try:
            data = _read(self.path)
        except OSError as exc:
            raise ImportError("source not available through get_data()", name=fullname) from exc
        return decode_source(data)

    def source_to_code(self, data, path):
        """The code object of a source."""
        try:
            # As text, so that the code has its lines to show.
            data = decode_source(data)
        except (UnicodeDecodeError, LookupError):
            pass  # compile() says what is wrong
        return compile(data, path, "exec", dont_inherit=True)

    def get_code(self, fullname):
        """The code object of the module."""
        return self.source_to_code(_read(self.path), self.path)


class NamespaceLoader:
    """What stands for the loader of a package that is only folders."""

    __module__ = "_frozen_importlib_external"

    def __init__(self, name, path):
        self._path = path

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ""

    def get_code(self, fullname):
        return compile("", "<string>", "exec", dont_inherit=True)

    def create_module(self, spec):
        """None: a plain module will do."""

    def exec_module(self, module):
        pass


def _module_repr(module):
    """What repr() shows of a module: what its spec says, or what it says itself."""
    loader = getattr(module, "__loader__", None)
    if spec := getattr(module, "__spec__", None):
        name = "?" if spec.name is None else spec.name
        if spec.origin is not None:
            place = f"from {spec.origin!r}" if spec.has_location else f"({spec.origin})"
            return f"<module {name!r} {place}>"
        loader = spec.loader
        if isinstance(loader, NamespaceLoader):
            return f"<module {name!r} (namespace) from {list(loader._path)}>"
    else:
        name = getattr(module, "__name__", "?")
        try:
            return f"<module {name!r} from {module.__file__!r}>"
        except AttributeError:
            pass
    return f"<module {name!r}>" if loader is None else f"<module {name!r} ({loader!r})>"


def _kind(path):
    try:
        return _files.stat(path, True)[0] & 0o170000
    except (OSError, ValueError):
        return 0


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=...):
    """A spec for a module in a file."""
    if loader is None:
        if not location.endswith(".py"):
            return None
        loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    if submodule_search_locations is ...:
        is_package = getattr(loader, "is_package", None)
        if is_package is not None and is_package(name):
            spec.submodule_search_locations = [location.rpartition("/")[0]]
    else:
        spec.submodule_search_locations = submodule_search_locations
    return spec


class FrozenImporter:
    """The modules that come with the interpreter. Most of them are made already, others wait as packed
    source."""

    __module__ = "_frozen_importlib"

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        """The spec of a module of the image; None if it has none of that name."""
        if not sys._is_frozen(fullname):
            return None
        source, is_package = sys._packed(fullname) or (None, None)
        return ModuleSpec(fullname, cls, origin="frozen", loader_state=source,
                          is_package=is_package)

    @staticmethod
    def create_module(spec):
        """The module that is made; None where one has to be."""
        if spec.loader_state is None:
            return __import__(spec.name, fromlist=("__name__",))

    @staticmethod
    def exec_module(module):
        """Run the code of the module in it."""
        spec = module.__spec__
        if spec is not None and (source := spec.loader_state) is not None:
            spec.loader_state = None
            exec(compile(source, f"<frozen {spec.name}>", "exec", dont_inherit=True),
                 module.__dict__)

    @classmethod
    def get_source(cls, fullname):
        """None: the image has no source."""
        return None


class PathFinder:
    """Finds modules in the directories of sys.path, or of a package."""

    __module__ = "_frozen_importlib_external"

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        """The spec of a module in the directories of a path, sys.path by default; None if it is not
        there.
        """
        tail = fullname.rpartition(".")[2]
        portions = []
        for entry in sys.path if path is None else path:
            if not isinstance(entry, str):
                continue
            if not entry:
                entry = _files.getcwd()
            base = entry.rstrip("/") + "/" + tail
            if _kind(base) == _FOLDER:
                init = base + "/__init__.py"
                if _kind(init) == _FILE:
                    return spec_from_file_location(fullname, init)
                portions.append(base)
            if _kind(base + ".py") == _FILE:
                return spec_from_file_location(fullname, base + ".py")
        if not portions:
            return None
        spec = ModuleSpec(fullname, NamespaceLoader(fullname, portions), is_package=True)
        spec.submodule_search_locations = portions
        return spec

    @classmethod
    def invalidate_caches(cls):
        """There are none."""


def find_spec(name, path):
    """What the finders of sys.meta_path say."""
    for finder in list(sys.meta_path):
        find = getattr(finder, "find_spec", None)
        spec = None if find is None else find(name, path, None)
        if spec is not None:
            return spec
    return None


def module_from_spec(spec):
    """The empty module that goes with a spec: its loader's, or a plain one."""
    loader = spec.loader
    if not hasattr(loader, "create_module"):
        if hasattr(loader, "exec_module"):
            raise ImportError("loaders that define exec_module() must also define "
                              "create_module()")
        module = None
    else:
        module = loader.create_module(spec)
    if module is None:
        module = type(sys)(spec.name)
    _set_attributes(spec, module)
    return module


def _set_attributes(spec, module):
    attributes = {"__name__": spec.name, "__loader__": spec.loader, "__package__": spec.parent,
                  "__spec__": spec}
    if spec.submodule_search_locations is not None:
        attributes["__path__"] = spec.submodule_search_locations
    if spec.has_location:
        attributes["__file__"] = spec.origin
    elif isinstance(spec.loader, NamespaceLoader):
        attributes["__file__"] = None
    for name, value in attributes.items():
        try:
            setattr(module, name, value)
        except AttributeError:
            pass


def load(spec):
    """Makes and runs the module of a spec, and leaves it in sys.modules."""
    loader = spec.loader
    if not hasattr(loader, "exec_module") and hasattr(loader, "load_module"):
        return loader.load_module(spec.name)
    module = module_from_spec(spec)
    spec._initializing = True
    try:
        sys.modules[spec.name] = module
        try:
            loader.exec_module(module)
        except BaseException:
            sys.modules.pop(spec.name, None)
            raise
        # Where it was put back it stands at the end; it may have put something else there.
        module = sys.modules.pop(spec.name)
        sys.modules[spec.name] = module
    finally:
        spec._initializing = False
    return module


def _import_hook(name, parent):
    # The module `name`, which is not in sys.modules; `parent` is the package it is in, if any.
    path = None
    parent_name, _, tail = name.rpartition(".")
    if parent_name:
        try:
            path = parent.__path__
        except AttributeError:
            raise ModuleNotFoundError(f"No module named {name!r}; {parent_name!r} is not a package",
                                      name=name) from None
    spec = find_spec(name, path)
    if spec is None:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    module = load(spec)
    if parent_name:
        try:
            setattr(parent, tail, module)
        except AttributeError:
            pass
    return module


sys.meta_path = [FrozenImporter, PathFinder]
