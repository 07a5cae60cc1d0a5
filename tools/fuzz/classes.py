"""The part of the program generator that makes classes, with inheritance, properties and dunders, and uses them."""
from functions import Function

# dunder: (parameters, what it returns, uses of an instance {o} and an expression {v})
DUNDERS = {
    "__add__": ("other", "any", ["{o} + {v}", "{o} + {o}"]),
    "__radd__": ("other", "any", ["{v} + {o}", "sum([{o}], {v})"]),
    "__sub__": ("other", "int", ["{o} - {v}"]), "__mul__": ("other", "any", ["{o} * {v}", "{v} * {o}"]),
    "__rmul__": ("other", "int", ["{v} * {o}"]),
    "__iadd__": ("other", "any", []), "__neg__": ("", "int", ["-{o}"]), "__invert__": ("", "any", ["~{o}"]),
    "__abs__": ("", "int", ["abs({o})"]),
    "__eq__": ("other", "any", ["{o} == {v}", "{o} != {v}", "{o} in [{v}]", "[{v}].index({o})"]),
    "__lt__": ("other", "bool", ["{o} < {v}", "sorted([{o}, {o}]) is None", "max({o}, {o}) is {o}"]),
    "__le__": ("other", "any", ["{o} <= {v}", "{v} >= {o}"]), "__gt__": ("other", "bool", ["{o} > {v}", "{v} < {o}"]),
    "__hash__": ("", "int", ["hash({o}) == hash({o})", "{{{o}: 1}}[{o}]", "{o} in {{1, 2}}"]),
    "__len__": ("", "int", ["len({o})", "bool({o})"]),
    "__getitem__": ("key", "any", ["{o}[{v}]", "{o}[1:2]", "{v} in {o}", "list(zip(range(3), {o}))"]),
    "__contains__": ("item", "bool", ["{v} in {o}", "{v} not in {o}"]),
    "__iter__": ("", "iter", ["list({o})", "sum(1 for _ in {o})", "{v} in {o}", "[*{o}][:2]"]),
    "__call__": ("*args", "any", ["{o}({v})", "{o}()", "list(map({o}, [1, 2]))"]),
    "__bool__": ("", "bool", ["bool({o})", "not {o}", "1 if {o} else 2"]),
    "__str__": ("", "str", ["str({o})", "f'{{{o}}}'", "'%s' % ({o},)"]),
    "__format__": ("spec", "str", ["f'{{{o}:>5}}'", "format({o}, 'x')"]), "__int__": ("", "int", ["int({o})"]),
    "__float__": ("", "float", ["float({o})"]),
    "__index__": ("", "int", ["[1, 2, 3][{o}]", "range({o})[:2]", "hex({o})", "'abc'[{o}:]"]),
    "__getattr__": ("name", "any", ["{o}.missing", "hasattr({o}, 'zzz')"]), "__setitem__": ("key, value", "none", []),
    "__reversed__": ("", "ints", ["list(reversed({o}))"]), "__divmod__": ("other", "pair", ["divmod({o}, {v})"]),
    "__round__": ("n=None", "any", ["round({o})", "round({o}, 2)"]), "__enter__": ("", "any", []),
    "__matmul__": ("other", "any", ["{o} @ {v}"]),
    "__or__": ("other", "any", ["{o} | {v}"]), "__rsub__": ("other", "any", ["{v} - {o}"]),
    "__pow__": ("other, mod=None", "int", ["{o} ** 2", "pow({o}, 2, 3)"]), "__length_hint__": ("", "int", []),
    "__next__": ("", "any", ["next({o})"]),
}


class Class:
    """A class already defined: its fields, methods and properties by kind, and the dunders it has."""

    def __init__(self, name, base):
        self.name, self.base = name, base
        self.fields = dict(base.fields) if base else {}
        self.methods = list(base.methods) if base else []
        self.uses = list(base.uses) if base else []
        self.init = base.init if base else Function(name, [], None)


class Classes:
    """Mixed into Program."""

    def class_(self):
        base = self.pick(self.classes) if self.classes and self.chance(0.4) else None
        c = Class(self.e.name("C"), base)
        slots = not base and self.chance(0.15)
        self.emit("class %s%s:" % (c.name, "(%s)" % base.name if base else ""))
        self.depth += 1
        self.init(c, base, slots)
        self.emit("def __repr__(self): return %r" % (c.name + "()") if self.chance(0.5)
                  else "def __repr__(self): return f'%s:%s'" % (
            c.name, "".join("{self.%s!r}," % f for f in list(c.fields)[:2])))
        if self.chance(0.5) and not slots:
            name, kind = self.e.name("attr"), self.kind()
            self.emit("%s = %s" % (name, self.e.leaf(kind)))
            c.fields[name] = kind
        for _ in range(self.rng.randrange(0, 3)):
            self.method(c, base)
        for dunder in self.rng.sample(sorted(DUNDERS), self.rng.randrange(0, 5)):
            self.dunder(c, dunder)
        self.depth -= 1
        self.classes.append(c)
        self.make_object(c)

    def self_scope(self, c):
        return {"self.%s" % f: k for f, k in c.fields.items()}

    def init(self, c, base, slots):
        fields = [(self.e.name("a"), self.kind()) for _ in range(self.rng.randrange(1, 4))]
        if slots:
            self.emit("__slots__ = (%s,)" % ", ".join(repr(f) for f, _ in fields))
        params = list(base.init.params) if base else []
        own = [(self.e.name("p"), "both", k, False) for _, k in fields]
        if any(d for *_, d in params):
            own = [(n, h, k, True) for n, h, k, _ in own]
        texts = [n + ("=" + self.e.literal(k) if d else "") for n, _, k, d in params + own]
        self.emit("def __init__(self%s):" % "".join(", " + t for t in texts))
        if base:
            self.emit("    super().__init__(%s)" % ", ".join(n for n, *_ in params))
        for (field, kind), (name, *_) in zip(fields, own):
            self.emit("    self.%s = %s" % (field, name))
            c.fields[field] = kind
        c.init = Function(c.name, params + own, None)

    def method(self, c, base):
        inherited = [m for m in c.methods if base and m.how == "method"]
        if inherited and self.chance(0.4):
            old = self.pick(inherited)
            name, params, kind = old.name, old.params, old.result
            text = "".join(", " + n for n, *_ in params)
            first = ["print('super', super().%s(%s))" % (name, ", ".join(n for n, *_ in params))]
            how = "method"
        else:
            name, kind, first = self.e.name("m"), self.kind(), []
            how = self.pick(("method", "method", "method", "classmethod", "staticmethod", "property"))
            text, params, star, star_kw = ("", [], False, False) if how == "property" else self.parameters(2)
            text = ", " + text if text else ""
        if how != "method":
            self.emit("@" + how)
        head = {"method": "self", "property": "self", "classmethod": "cls", "staticmethod": ""}[how]
        self.emit("def %s(%s):" % (name, (head + text).lstrip(", ")))
        self.e.scopes.append(self.self_scope(c) if head == "self" else {})
        self.body(params, kind, first=first)
        self.e.scopes.pop()
        made = Function(name, params, kind)
        made.how = how
        if how == "property":
            c.fields[name] = kind
            if self.chance(0.4):
                self.emit("@%s.setter" % name)
                self.emit("def %s(self, v): print('set', v)" % name)
        else:
            c.methods = [m for m in c.methods if m.name != name] + [made]

    def dunder(self, c, name):
        params, kind, uses = DUNDERS[name]
        self.emit("def %s(self%s):" % (name, ", " + params if params else ""))
        self.emit("    tick()")
        if name == "__getitem__" and self.chance(0.8):
            self.emit("    if isinstance(key, int) and key > 3: raise IndexError(key)")
        if name == "__getattr__":
            self.emit("    if name.startswith('__'): raise AttributeError(name)")
        if name == "__next__":
            self.emit("    if FUEL[0] % 3 == 0: raise StopIteration")
        if "other" in params and self.chance(0.3):
            self.emit("    if not isinstance(other, (int, %s)): return NotImplemented" % c.name)
        self.e.scopes.append(self.self_scope(c))
        self.in_function += 1
        value = "iter(%s)" % self.expr("ints", 1) if kind == "iter" else self.expr(kind, 2)
        if name in ("__len__", "__index__", "__hash__", "__int__"):
            value = "abs(int(%s)) %% 50" % value
        self.emit("    return %s" % value)
        self.in_function -= 1
        self.e.scopes.pop()
        if name == "__eq__" and self.chance(0.5):
            self.emit("__hash__ = None" if self.chance(0.5) else "def __hash__(self): return 5")
        c.uses = c.uses + uses

    # ---- objects ------------------------------------------------------------------------------
    def make_object(self, c):
        o = self.e.name("o")
        self.emit("%s = %s(%s)" % (o, c.name, self.arguments(c.init, 0, wrong=0)))
        self.e.bind(o, "object:" + c.name)
        self.use("print(%s)" % o)

    def an_object(self):
        """(name of a variable that holds an object, its Class), or None."""
        names = [(n, k) for scope in self.e.scopes for n, k in scope.items() if k.startswith("object:")]
        if not names:
            return None
        name, kind = self.pick(names)
        return name, next(c for c in self.classes if "object:" + c.name == kind)

    def object_expression(self, kind, depth):
        found = self.an_object()
        if not found:
            return None
        o, c = found
        options = ["%s.%s" % (o, f) for f, k in c.fields.items() if k == kind or kind == "any"]
        options += ["%s.%s(%s)" % (o, m.name,
                                   self.arguments(m,
                                                  depth - 2)) for m in c.methods if m.result == kind or kind == "any"]
        return self.pick(options) if options else None

    def use_object(self):
        if not self.classes:
            return self.show()
        found = self.an_object()
        if not found or self.chance(0.2):
            return self.make_object(self.pick(self.classes))
        o, c = found
        choice = self.rng.randrange(6)
        if choice < 3 and c.uses:
            self.emit("print(%s)" % self.pick(c.uses).format(o=o,
                    v=self.e.safe(self.expr("any" if self.chance(0.3) else "int", 1))))
        elif choice == 3 and c.fields:
            field = self.pick(list(c.fields))
            self.emit("%s.%s = %s" % (o, field, self.expr(c.fields[field], 2)))
        elif choice == 4:
            self.emit(self.pick(("del {o}.{f}", "print(hasattr({o}, '{f}'), getattr({o}, 'nope', 5))",
                                 "print(isinstance({o}, {c}), {c}.__mro__[1:-1])", "{o}.new = 1; print({o}.new)",
                                 "print({o}.nope)", "print(sorted(vars({o})))", "{o} += 1; print({o})",
                                 "setattr({o}, '{f}', 1)", "print(type({o}).__name__, {o}.__class__ is {c})",
                                 "with {o} as w: print(w)", "print({c}.{f})", "{o}[0] = 1")).format(o=o, c=c.name,
                                         f=self.pick(list(c.fields) or ["x"])))
        elif c.methods:
            m = self.pick(c.methods)
            self.emit("print(%s.%s(%s))" % (self.pick((o, o, o, c.name)), m.name, self.arguments(m, 2)))
