"""Builtins, operators and statements on objects whose special methods give anything: the right thing, another type,
NotImplemented, an exception. Every call of a special method is printed, so the order of the calls counts too.
"""
from maker import Maker

PRELUDE = '''\
class Stop(Exception): pass
def said(name, *args):
    print('.', name, *[type(a).__name__ for a in args])
'''
# special method: (parameters, what it should give)
METHODS = {
    "__len__": ("", "count"), "__length_hint__": ("", "count"), "__bool__": ("", "bool"), "__int__": ("", "int"),
    "__float__": ("", "float"), "__complex__": ("", "complex"), "__index__": ("", "int"), "__str__": ("", "str"),
    "__repr__": ("", "str"), "__bytes__": ("", "bytes"), "__hash__": ("", "int"), "__format__": (", spec", "str"),
    "__iter__": ("", "iter"), "__reversed__": ("", "iter"), "__next__": ("", "next"), "__contains__": (", x", "any"),
    "__getitem__": (", k", "item"), "__setitem__": (", k, v", "none"), "__delitem__": (", k", "none"),
    "__missing__": (", k", "any"), "__call__": (", *a, **k", "any"), "__enter__": ("", "any"),
    "__exit__": (", *a", "bool"), "__getattr__": (", n", "any"), "__setattr__": (", n, v", "none"),
    "__delattr__": (", n", "none"), "__dir__": ("", "strs"), "__round__": (", n=None", "any"), "__trunc__": ("", "int"),
    "__floor__": ("", "int"), "__ceil__": ("", "int"), "__neg__": ("", "any"), "__pos__": ("", "any"),
    "__invert__": ("", "any"), "__abs__": ("", "any"), "__instancecheck__": (", x", "any"),
    "__subclasscheck__": (", x", "any"), "__fspath__": ("", "str"), "__sizeof__": ("", "int"),
}
OPERATORS = {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**",
             "lshift": "<<", "rshift": ">>", "and": "&", "or": "|", "xor": "^", "matmul": "@"}
COMPARISONS = {"lt": "<", "le": "<=", "eq": "==", "ne": "!=", "gt": ">", "ge": ">="}
for _name in [*OPERATORS, "divmod"]:
    METHODS["__%s__" % _name] = METHODS["__r%s__" % _name] = (", o", "binary")
    if _name in OPERATORS:
        METHODS["__i%s__" % _name] = (", o", "binary")
for _name in COMPARISONS:
    METHODS["__%s__" % _name] = (", o", "binary")
GIVES = {
    "count": ["0", "2", "3", "-1", "True", "'a'", "None", "1.0", "2**70", "10**10"], "bool": ["True", "False", "1", "''", "None"],
    "int": ["0", "1", "2", "-3", "True", "2**40", "1.5", "'a'", "None", "10**25"], "float": ["0.5", "2", "'a'", "float('inf')"],
    "complex": ["1j", "2.0", "None"], "str": ["'x'", "''", "'é'", "5", "None", "b'x'"], "bytes": ["b'x'", "'x'", "5"],
    "iter": ["iter([1, 2])", "iter('ab')", "[1]", "self", "(x for x in (1, 2))", "None", "5", "map(str, [1])"],
    "next": ["1", "self.step()", "self.step()"], "any": ["1", "'a'", "None", "self", "[1]", "NotImplemented", "True"],
    "item": ["k", "self.step()", "self.step()", "'z'"], "none": ["None", "5"], "strs": ["['b', 'a']", "('x',)", "5", "[1, 'a']"],
    "binary": ["NotImplemented", "NotImplemented", "1", "'r'", "True", "False", "None", "[]", "self", "o"],
}
RAISES = ["ValueError('v')", "TypeError('t')", "StopIteration(1)", "IndexError('i')", "KeyError('k')", "AttributeError('a')",
          "Stop('s')", "OverflowError('o')", "StopIteration"]
BASES = ["", "", "", "", "list", "dict", "int", "str", "float", "tuple", "set", "Exception", "bytes"]
USES = """
    len({o});bool({o});not {o};int({o});float({o});complex({o});str({o});repr({o});ascii({o});bytes({o});bytearray({o});
    hash({o}) is None;format({o});format({o}, 'x');f'{{{o}}}';f'{{{o}!r:>5}}';'%s' % ({o},);'%d' % ({o},);'%r' % ({o},);'%x' % ({o},);
    '%f' % ({o},);'%c' % ({o},);list({o});tuple({o});sorted({o});set({o}) is None;dict({o});[*{o}];{{**{o}}};len([x for x in {o}]);
    1 in {o};'a' not in {o};{o}[0];{o}['a'];{o}[1:2];{o}[::2];{o}();{o}(1, b=2);{o}.missing;hasattr({o}, 'zz');
    getattr({o}, 'zz', 5);dir({o})[-2:];round({o});round({o}, 1);abs({o});-{o};+{o};~{o};divmod({o}, 2);divmod(2, {o});pow({o}, 2);
    pow(2, {o}, 5);sum([{o}, {o}]);sum({o});min({o}, {p});max({o}, 1);[{o}, 1].index(1);[1, {o}].count({p});
    {o} in [1, {p}];{o} == {p};{o} != 1;{o} < {p};1 > {o};{o} <= {p} <= 3;[{o}] == [{p}];({o},) < ({p},);{{1: {o}}} == {{1: {p}}};
    next({o});next({o}, 5);iter({o}) is {o};list(reversed({o}));list(enumerate({o}));list(zip({o}, 'ab'));list(map(str, {o}));
    any({o});all({o});range({o});range(1, {o})[0];[1, 2, 3][{o}];[1, 2, 3][:{o}];'abc'[{o}];'a' * {o};{o} * [1];[0] * {o};hex({o});bin({o});
    chr({o});ord({o});isinstance(1, {o});isinstance({o}, {p});issubclass(int, {o});callable({o});str.join('-', {o});
    'a'.join([{o}]);''.split({o});'abc'.replace({o}, 'b');'abc'.find('c', {o});[].insert({o}, 1);[3, 1].pop({o});slice({o}).indices(5);
    {{{o}: 1}}.get({p});{{{o}, {p}}} is None;{o} in {{1: 2}};(lambda *a, **k: (a, k))(*{o});(lambda *a, **k: k)(**{o});a if (a := {o}) else 2;
    {o} and 1;{o} or 1;type({o}).__name__;int.from_bytes({o});float.fromhex({o});isinstance({o}, (int, {p}));print({o});
    print({o}, sep={p});eval('1', {{'__builtins__': {{}}}}, {o});int({o}, 2);int('11', {o});str({o}, 'utf-8');bytes([{o}]);bytearray(b'abc').find({o});
    memoryview(b'abc')[{o}];'%*d' % ({o}, 1);'{{0[a]}}'.format({o});'{{0.zz}}'.format({o});'{{:{{}}}}'.format(1, {o});list.extend([], {o});
    dict.fromkeys({o});set().union({o}) is None;{{}}.update({o});min({o});max({o}, key={p});list(filter({o}, [1, 2]));
    list(iter({o}, 1))[:3];complex({o}, {p});vars({o}) is None;id({o}) == id({o});type({o}) is type({p});
    math.floor({o});math.ceil({o});math.trunc({o});math.sqrt({o});math.gcd({o}, 4);math.isnan({o});operator.index({o});
    operator.length_hint({o})""".replace("\n", "").split(";")
STATEMENTS = ["{o} += 1", "{o} -= {p}", "{o} *= 2", "{o}[0] = 1", "del {o}[0]", "{o}.z = 1", "del {o}.z", "a, b = {o}", "a, *b = {o}",
              "for x in {o}: break", "with {o} as w: pass", "with {o}: raise ValueError('in with')", "raise {o}", "assert {o}",
              "{o}[1:2] = [5]", "x = [0, 0]; x[{o}] = 1", "x = [1, 2]; x[0:1] = {o}", "x = [1]; x += {o}", "x = {{}}; x |= {o}",
              "match {o}:\n        case [a, b]: print('seq')\n        case {{'a': b}}: print('map')\n        case str(): print('str')\n"
              "        case 1: print('one')", "while {o}: break", "def f(*, k={o}): pass", "{o} @= {p}", "x = 5; x += {o}", "x = 5; x **= {o}"]


class Protocols(Maker):
    def body(self, kind):
        if self.chance(0.12):
            return "raise " + self.pick(RAISES)
        # mostly what is expected: the first half of the list
        choices = GIVES[kind]
        return "return " + (self.pick(choices[:2]) if self.chance(0.5) else self.pick(choices))

    def class_(self):
        name, base = self.name("C"), self.pick(BASES)
        self.emit("class %s%s:" % (name, "(%s)" % base if base else ""))
        self.emit("    n = 0")
        self.emit("    def step(self):")
        self.emit("        type(self).n += 1")
        self.emit("        if type(self).n % 4 == 0: raise " + self.pick(("StopIteration", "IndexError", "StopIteration(5)")))
        self.emit("        return type(self).n")
        methods = list(METHODS)
        for m in sorted({self.pick(methods) for _ in range(self.rng.randrange(1, 7))}):
            params, kind = METHODS[m]
            if m == "__setattr__" and base == "Exception" or m == "__repr__" and base in ("str", "bytes", "float", "int"):
                continue    # docs/differences.md: messages quote a value of a derived class as the builtin class would
            self.emit("    def %s(self%s):" % (m, params))
            args = "".join(", " + p.split("=")[0].strip() for p in params.split(",")[1:] if "*" not in p)
            if m == "__getattr__":
                self.emit("        if n[:2] == '__': raise AttributeError(n)")
            if m not in ("__hash__", "__eq__", "__repr__", "__setattr__", "__lt__"):
                self.emit("        said('%s.%s'%s)" % (name, m, args))
            self.emit("        " + self.body(kind))
        if self.chance(0.08):
            self.emit("    %s = None" % self.pick(("__iter__", "__hash__", "__contains__", "__bool__", "__add__", "__reversed__", "__len__",
                                                   "__eq__", "__lt__", "__index__", "__call__")))
        return name

    def program(self):
        names = [self.class_() for _ in range(2)]
        objects = ["o", "p"]
        for o, c in zip(objects, names):
            self.emit("try: %s = %s()" % (o, c))
            self.emit("except Exception as e: print('made', type(e).__name__, e); %s = object()" % o)
        for _ in range(6):
            o, p = self.pick((("o", "p"), ("p", "o"), ("o", "o"), ("o", "1"), ("p", "'a'")))
            if self.chance(0.7):
                use = self.pick(USES).strip()
                if self.chance(0.25):
                    use = "%s %s %s" % (self.pick((o, p)), self.pick([*OPERATORS.values(), *COMPARISONS.values()]),
                                        self.pick((o, p, "2", "'s'", "[1]", "1.5")))
                self.show(use.replace("{o}", o).replace("{p}", p).replace("{{", "{").replace("}}", "}"))
            else:
                self.emit("try:")
                self.emit("    " + self.pick(STATEMENTS).format(o=o, p=p))
                self.emit("    print('done')")
                self.emit("except BaseException as e: print(type(e).__name__, e)")
        return self.text("import math, operator, copy\n" + PRELUDE)
