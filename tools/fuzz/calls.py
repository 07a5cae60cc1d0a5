"""Calls that fit and calls that do not: functions of every signature, methods, classes, builtins with keywords."""
from maker import Maker

VALUES = ["1", "'a'", "None", "[1, 2]", "{'k': 1}", "(3,)", "{}", "2.5", "f"]
BUILTINS = ["print", "int", "float", "bool", "list", "dict", "tuple", "set", "min", "max", "sum", "len", "enumerate",
            "zip", "map", "filter", "range", "isinstance", "getattr", "round", "pow", "open", "type", "object", "super", "property",
            "bytes", "bytearray", "complex", "divmod", "format", "hash", "iter", "next", "repr", "reversed", "slice", "vars", "abs",
            "all", "any", "ascii", "bin", "callable", "chr", "dir", "eval", "exec", "compile", "frozenset", "globals", "hasattr",
            "hex", "id", "issubclass", "locals", "memoryview", "oct", "ord", "setattr", "delattr", "staticmethod", "classmethod",
            "'a'.split", "'a'.replace", "'a'.encode", "'{}'.format", "[].sort", "[].append", "{}.get", "{}.update", "{}.pop",
            "{}.setdefault", "(1).to_bytes", "int.from_bytes", "b''.decode", "'a'.join", "'a'.strip", "'a'.splitlines",
            "'a'.expandtabs", "dict.fromkeys", "set().union", "str.maketrans", "'a'.startswith", "[].index", "ValueError",
            "KeyError", "OSError", "StopIteration", "SyntaxError", "ImportError", "UnicodeDecodeError", "SystemExit",
            "ExceptionGroup", "AttributeError", "NameError", "type(None)", "type(...)", "type(NotImplemented)", "__import__",
            "bytes.fromhex", "float.fromhex", "''.format_map", "(1).bit_length", "(5).__round__", "[].pop", "[].insert",
            "bytearray().append", "{}.items", "{}.popitem", "''.center", "range(3).index", "slice(1).indices"]
NAMES = ["a", "b", "k", "sep", "key", "default", "start", "end", "x", "encoding", "strict", "reverse", "self", "source", "name", "object",
         "file", "iterable", "base", "mode", "errors", "maxsplit", "signed", "byteorder", "length", "count", "doc", "fget"]


class Calls(Maker):
    def signature(self):
        """(text, names) of a random parameter list."""
        parts, names, defaulted = [], [], False
        n_pos, n_both, n_kw = self.rng.randrange(3), self.rng.randrange(4), self.rng.randrange(3)
        for i in range(n_pos + n_both):
            name = "abcdefg"[i]
            defaulted = defaulted or self.chance(0.2)
            names.append(name)
            parts.append(name + ("=%d" % i if defaulted else ""))
            if i + 1 == n_pos:
                parts.append("/")
        if self.chance(0.3):
            parts.append("*args")
        elif n_kw:
            parts.append("*")
        for i in range(n_kw):
            names.append("xyz"[i])
            parts.append("xyz"[i] + ("=%d" % i if self.chance(0.5) else ""))
        if self.chance(0.25):
            parts.append("**kw")
        return ", ".join(parts), names

    def arguments(self, names):
        parts = self.some(VALUES[:-1], 0, 4)
        if self.chance(0.2):
            parts.append("*" + self.pick(("[1, 2]", "()", "(7,)", "None", "'ab'", "5", "{'k': 1}", "iter([1])")))
        if self.chance(0.1):
            parts.append("8")
        used = set()
        for _ in range(self.rng.randrange(0, 3)):
            key = self.pick(names or ["q"]) if self.chance(0.8) else self.pick(NAMES)
            if key not in used:
                used.add(key)
                parts.append("%s=%s" % (key, self.pick(VALUES[:-1])))
        for _ in range(self.rng.randrange(0, 2) if self.chance(0.4) else 0):
            parts.append("**" + self.pick(("{'a': 1}", "{'x': 2, 'y': 3}", "{}", "None", "[('a', 1)]", "{1: 2}", "{'q q': 1}",
                                           "{'k': 1}", "5", "dict(b=1)")))
        return ", ".join(parts)

    def function(self):
        name = self.name("f")
        text, names = self.signature()
        every = ", ".join(names) + (", " if names else "") + ("args, " if "*args" in text else "") + ("sorted(kw.items()), " if "**kw" in text
                                                                                                     else "")
        how = self.pick(("plain", "plain", "plain", "method", "class", "static", "classmethod", "lambda", "init", "call", "partial"))
        if how == "plain":
            self.emit("def %s(%s): return (%s)" % (name, text, every))
            return [name], names
        if how == "lambda":
            self.emit("%s = lambda %s: (%s)" % (name, text, every))
            return [name], names
        head = text and ", " + text
        if head.startswith(", /"):
            head = ", " + text
        self.emit("class %s:" % name)
        if how == "init":
            self.emit("    def __init__(self%s): self.v = (%s)" % (head, every))
            self.emit("    def __repr__(self): return 'I' + repr(self.v)")
            return [name], names
        if how == "call":
            self.emit("    def __call__(self%s): return (%s)" % (head, every))
            return ["%s()" % name], names
        if how == "static":
            self.emit("    @staticmethod")
            self.emit("    def m(%s): return (%s)" % (text, every))
        elif how == "classmethod":
            self.emit("    @classmethod")
            self.emit("    def m(cls%s): return (%s)" % (head, every))
        else:
            self.emit("    def m(self%s): return (%s)" % (head, every))
        return ["%s().m" % name, "%s.m" % name], names + ["self"]

    def program(self):
        for _ in range(2):
            callees, names = self.function()
            for _ in range(3):
                self.show("%s(%s)" % (self.pick(callees), self.arguments(names)))
        for _ in range(3):
            callee = self.pick(BUILTINS)
            if callee in ("open", "id", "dir", "locals", "globals", "vars", "memoryview", "object", "hash", "print", "exec", "eval"):
                callee = "len"
            self.show("%s(%s)" % (callee, self.arguments(NAMES).replace("{1: 2}", "{'key': 2}")))
        return self.text()
