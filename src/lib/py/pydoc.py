"""Descriptions of objects as plain text, made of signatures and docstrings: what help() prints.

render_doc() gives the text; a _Page collects its lines.  A class is described by its attributes,
sorted by what they are and by the class that defines them.
"""

import inspect
import re
import sys
from reprlib import Repr

__all__ = ["help"]

_HIDDEN = {"__author__", "__builtins__", "__cached__", "__credits__", "__date__", "__doc__",
           "__docformat__", "__file__", "__loader__", "__module__", "__name__", "__package__",
           "__path__", "__qualname__", "__slots__", "__spec__", "__version__",
           "__static_attributes__", "__firstlineno__", "__annotate_func__",
           "__annotations_cache__"}
_RULE = "-" * 70

_short = Repr()
_short.maxtuple = _short.maxset = _short.maxfrozenset = _short.maxdeque = 20
_short.maxlist = _short.maxdict = 10
_short.maxstring = _short.maxother = 100


def getdoc(object):
    """The docstring of an object, or else the comment in front of it."""
    if inspect.isclass(object):
        text = object.__dict__.get("__doc__")  # that of a base is about the base
        text = inspect.cleandoc(text) if isinstance(text, str) else None
    else:
        text = inspect.getdoc(object)
    return (text or inspect.getcomments(object) or "").rstrip()


def splitdoc(doc):
    """The first line of a docstring, when it stands alone, and the rest."""
    first, *rest = doc.strip().split("\n")
    if rest and rest[0].strip():
        return "", "\n".join([first, *rest])
    return first, "\n".join(rest[1:])


def plain(text):
    """The text without characters that were struck over to look bold."""
    return re.sub(".\b", "", text)


def visiblename(name, all=None, obj=None):
    """Whether an attribute of that name is described."""
    if name in _HIDDEN:
        return False
    if name.startswith("__") and name.endswith("__"):
        return True
    if name.startswith("_") and hasattr(obj, "_fields"):
        return True  # the methods of a named tuple
    return name in all if all is not None else not name.startswith("_")


def classname(object, modname):
    """The name of a class, with its module when that is another one."""
    if object.__module__ in (modname, None):
        return object.__name__
    return f"{object.__module__}.{object.__name__}"


def describe(thing):
    """A few words on what kind of thing something is."""
    name = getattr(thing, "__name__", "")
    if inspect.ismodule(thing):
        return ("package " if hasattr(thing, "__path__") else "module ") + name
    if inspect.isbuiltin(thing):
        return f"built-in function {name}"
    for test, words in ((inspect.isgetsetdescriptor, "getset descriptor"),
                        (inspect.ismemberdescriptor, "member descriptor")):
        if test(thing):
            owner = thing.__objclass__
            return f"{words} {owner.__module__}.{owner.__name__}.{name}"
    for test, words in ((inspect.isclass, "class"), (inspect.isfunction, "function"),
                        (inspect.ismethod, "method"),
                        (inspect.ismethodwrapper, "method wrapper"),
                        (inspect.ismethoddescriptor, "method descriptor")):
        if test(thing) and name:
            return f"{words} {name}"
    return type(thing).__name__


def _signature(object):
    try:
        return str(inspect.signature(object))
    except (ValueError, TypeError):
        return None


def _sort_key(attribute):
    # Special methods first, as a rule, because "_" sorts before small letters.
    return attribute[0]


class _Page:
    """The text of one description. Every method that adds lines puts `indent` in front of them."""

    def __init__(self):
        self.lines = []

    def text(self):
        return "\n".join(self.lines) + "\n"

    def add(self, text, indent):
        for line in text.split("\n"):
            self.lines.append((indent + line).rstrip())

    def section(self, title, text):
        self.add(title, "")
        self.add(text.rstrip(), "    ")
        self.lines.append("")

    # ---- functions and values ----------------------------------------------------------------

    def routine(self, object, name=None, cls=None, module=None, indent="", homecls=None):
        """A function or method: its signature, and below it its docstring."""
        own = getattr(object, "__name__", name) or ""
        name = name or own
        note = ""
        if inspect.ismethod(object) or (inspect.isbuiltin(object)
                                        and not inspect.ismodule(object.__self__)):
            note = self._bound_note(object, cls, module)
        elif (getattr(object, "__objclass__", cls) is not cls or homecls is not cls) and (
                owner := getattr(object, "__objclass__", None)) is not None and cls is None:
            note = f" unbound {classname(owner, module)} method"
        is_async = inspect.iscoroutinefunction(object) or inspect.isasyncgenfunction(object)
        signature = _signature(object) if inspect.isroutine(object) else None
        title = name if name == own else f"{name} = {own}"
        if own == "<lambda>" and signature:
            title = f"{name} lambda "
            signature = signature[1:-1]
        self.add(("async " if is_async else "") + title
                 + ("(...)" if signature is None else signature) + note, indent)
        alias = name != own and cls is not None and cls.__dict__.get(own) is object
        doc = "" if alias else getdoc(object)
        if doc:
            self.add(doc, indent + "    ")

    def _bound_note(self, object, cls, module):
        owner = object.__self__
        if inspect.isclass(owner):
            return "" if owner is cls else f" class method of {classname(owner, module)}"
        return f" method of {classname(type(owner), module)} instance"

    def data(self, value, name, indent="", doc=None, limit=None):
        text = _short.repr(value)
        prefix = f"{name} = " if name else ""
        if limit is not None and (over := len(prefix + text) - limit) > 0:
            text = text[:-over] + "..."
        self.add(prefix + text, indent)
        if doc:
            self.add(doc, indent + "    ")

    def descriptor(self, value, name, indent=""):
        if name:
            self.add(name, indent)
        doc = getdoc(value)
        if doc:
            self.add(doc, indent + "    ")

    # ---- classes -----------------------------------------------------------------------------

    def describe_class(self, cls, name=None, module=None, indent=""):
        home = cls.__module__
        title = f"class {cls.__name__}"
        if name and name != cls.__name__:
            title = f"{name} = {title}"
        if cls.__bases__:
            title += f"({', '.join(classname(base, home) for base in cls.__bases__)})"
        self.add(title, indent)
        inner = _Page()
        inner.class_body(cls, home)
        lines = inner.lines
        while lines and not lines[-1]:
            lines.pop()
        for line in lines:
            self.lines.append(f"{indent} |  {line}".rstrip())

    def class_body(self, cls, home):
        signature = _signature(cls)
        if signature and signature != "()":
            self.add(cls.__name__ + signature, "")
            self.lines.append("")
        doc = getdoc(cls)
        if doc:
            self.add(doc, "")
            self.lines.append("")
        mro = list(inspect.getmro(cls))
        if len(mro) > 2:
            self.add("Method resolution order:", "")
            for base in mro:
                self.add(classname(base, home), "    ")
            self.lines.append("")
        derived = sorted((c.__name__ for c in type.__subclasses__(cls)
                          if not c.__name__.startswith("_") and c.__module__ == "builtins"),
                         key=str)
        if derived:
            self.add("Built-in subclasses:", "")
            for line in derived[:4]:
                self.add(line, "    ")
            if len(derived) > 4:
                self.add(f"... and {len(derived) - 4} other subclasses", "    ")
            self.lines.append("")
        self.class_attributes(cls, home, mro)

    def class_attributes(self, cls, home, mro):
        left = [a for a in inspect.classify_class_attrs(cls) if visiblename(a.name, obj=cls)]
        left = [a._replace(kind="readonly property")
                if a.kind == "property" and _is_readonly(a.object) else a for a in left]
        left = [a._replace(kind="data descriptor")
                if a.kind == "data" and inspect.isdatadescriptor(a.object) else a for a in left]
        separate = False  # whether a line is due before the next group
        for owner in mro:
            mine = [a for a in left if a.defining_class is owner]
            left = [a for a in left if a.defining_class is not owner]
            if owner is object and cls is not object:
                continue
            where = "defined here" if owner is cls else (
                f"inherited from {classname(owner, home)}")
            mine.sort(key=_sort_key)
            if owner is cls and "_fields" in cls.__dict__ and isinstance(cls.__dict__["_fields"],
                                                                         tuple):
                fields = cls._fields
                mine.sort(key=lambda a: fields.index(a.name) if a.name in fields else -1)
            for title, kinds in _GROUPS:
                group = [a for a in mine if a.kind in kinds]
                if not group:
                    continue
                if separate:
                    self.add(_RULE, "")
                separate = True
                self.add(f"{title} {where}:", "")
                self.lines.append("")
                for attribute in group:
                    self.attribute(attribute, cls, home)
                    self.lines.append("")

    def attribute(self, attribute, cls, home):
        name, kind, owner, value = attribute
        if kind in ("method", "class method", "static method"):
            try:
                bound = getattr(cls, name)
            except Exception:
                bound = None
            if bound is None or not inspect.isroutine(bound):
                self.descriptor(value, name)
            else:
                self.routine(bound, name, cls, home, homecls=owner)
        elif kind in ("property", "readonly property") or inspect.isdatadescriptor(value):
            self.descriptor(value, name)
        else:
            try:
                shown = getattr(cls, name)
            except AttributeError:
                shown = owner.__dict__[name]
            doc = getdoc(value) if callable(value) else None
            if doc == getdoc(type(shown)):
                doc = None
            self.data(shown, name, doc=doc, limit=70)

    # ---- modules -----------------------------------------------------------------------------

    def describe_module(self, module):
        first, rest = splitdoc(getdoc(module))
        self.section("NAME", module.__name__ + (f" - {first}" if first else ""))
        public = getattr(module, "__all__", None)
        if rest:
            self.section("DESCRIPTION", rest)
        classes, functions, data = [], [], []
        for name, value in inspect.getmembers(module, inspect.isclass):
            if public is not None or value.__module__ == module.__name__:
                if visiblename(name, public, module):
                    classes.append((name, value))
        for name, value in inspect.getmembers(module, inspect.isroutine):
            if public is not None or inspect.isbuiltin(value) or (
                    inspect.getmodule(value) is module):
                if visiblename(name, public, module):
                    functions.append((name, value))
        for name, value in inspect.getmembers(module, _is_data):
            if visiblename(name, public, module):
                data.append((name, value))
        if classes:
            self.module_classes(classes, module.__name__)
        if functions:
            inner = _Page()
            for name, value in functions:
                inner.routine(value, name, module=module.__name__)
                inner.lines.append("")
            self.section("FUNCTIONS", "\n".join(inner.lines))
        if data:
            inner = _Page()
            for name, value in data:
                inner.data(value, name, limit=70)
            self.section("DATA", "\n".join(inner.lines))
        for title, name in (("VERSION", "__version__"), ("DATE", "__date__"),
                            ("AUTHOR", "__author__"), ("CREDITS", "__credits__")):
            if hasattr(module, name):
                self.section(title, str(getattr(module, name)))
        self.section("FILE", getattr(module, "__file__", None) or "(built-in)")

    def module_classes(self, classes, modname):
        inner = _Page()
        inner.tree(inspect.getclasstree([value for _, value in classes], True), modname)
        inner.lines.append("")
        for name, value in classes:
            inner.describe_class(value, name, modname)
            inner.lines.append("")
        self.section("CLASSES", "\n".join(inner.lines))

    def tree(self, tree, modname, indent="", parent=None):
        child = parent
        for entry in tree:
            if isinstance(entry, list):
                self.tree(entry, modname, indent + "    ", child)
                continue
            child, bases = entry
            title = classname(child, modname)
            if bases and bases != (parent,):
                title += f"({', '.join(classname(base, modname) for base in bases)})"
            self.add(title, indent)


_GROUPS = (
    ("Methods", ("method",)),
    ("Class methods", ("class method",)),
    ("Static methods", ("static method",)),
    ("Readonly properties", ("readonly property",)),
    ("Data descriptors", ("data descriptor", "property")),
    ("Data and other attributes", ("data",)),
)


def _is_readonly(value):
    return isinstance(value, property) and value.fset is None


def _is_data(value):
    return not (inspect.ismodule(value) or inspect.isclass(value) or inspect.isroutine(value)
                or inspect.isframe(value) or inspect.istraceback(value)
                or inspect.iscode(value))


def locate(path, forceload=0):
    """What a dotted name means: a module, something in one, or a builtin; None if nothing."""
    import builtins
    import importlib
    parts = [part for part in path.split(".") if part]
    found, taken = builtins, 0
    for count in range(1, len(parts) + 1):
        name = ".".join(parts[:count])
        try:
            found = importlib.import_module(name)
        except ImportError:
            break
        taken = count
    for part in parts[taken:]:
        try:
            found = getattr(found, part)
        except AttributeError:
            return None
    return found


def resolve(thing, forceload=0):
    """The object that a text names, with its name."""
    if not isinstance(thing, str):
        name = getattr(thing, "__name__", None)
        return thing, name if isinstance(name, str) else None
    found = locate(thing, forceload)
    if found is None:
        raise ImportError(f"No Python documentation found for {thing!r}.\n"
                          "Use help() to get the interactive help utility.\n"
                          "Use help(str) for help on the str class.")
    return found, thing


def render_doc(thing, title="Python Library Documentation: %s", forceload=0, renderer=None):
    """The description of an object, or of what a text names."""
    object, name = resolve(thing, forceload)
    words = describe(object)
    module = inspect.getmodule(object)
    if name and "." in name:
        words += " in " + name[:name.rfind(".")]
    elif module and module is not object:
        words += " in module " + module.__name__
    described = (inspect.ismodule(object) or inspect.isclass(object)
                 or inspect.isroutine(object) or inspect.isdatadescriptor(object)
                 or _is_getset(object))
    if not described:
        object = type(object)  # an instance is described by its class
        words += " object"
    page = _Page()
    if inspect.ismodule(object):
        page.describe_module(object)
    elif inspect.isclass(object):
        page.describe_class(object, name if described else None)
    elif inspect.isroutine(object):
        page.routine(object, name)
    else:
        page.descriptor(object, getattr(object, "__name__", name))
    return title % words + "\n\n" + page.text()


def _is_getset(object):
    return inspect.isgetsetdescriptor(object) or inspect.ismemberdescriptor(object)


def doc(thing, title="Python Library Documentation: %s", forceload=0, output=None, is_cli=False):
    """Print the description of an object, or of what a text names."""
    try:
        text = render_doc(thing, title, forceload)
    except ImportError as error:
        if is_cli:
            raise
        text = f"{error}\n"
    (output or sys.stdout).write(plain(text))
    if output is None:
        sys.stdout.write("\n" * text.endswith("\n"))


class Helper:
    """help(x) describes x; there is no interactive help."""

    def __init__(self, input=None, output=None):
        self._output = output

    def __repr__(self):
        if sys._getframe(1).f_code.co_name == "?":
            self()
            return ""
        return "<pydoc.Helper instance>"

    def __call__(self, *request):
        if request:
            self.help(request[0])
        else:
            (self._output or sys.stdout).write(
                "Call help(thing) with a module, class, function, object or the name of one.\n")

    def help(self, request, is_cli=False):
        if isinstance(request, str) and not request.strip():
            request = str
        elif isinstance(request, str):
            request = request.strip()
        doc(request, "Help on %s:", output=self._output, is_cli=is_cli)


help = Helper()
