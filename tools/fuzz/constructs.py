"""Programs of the larger constructs of the language, a few scenes each: classes with metaclasses, descriptors and slots,
generators and asynchronous ones driven from outside, patterns, groups of exceptions, nested f-strings, type parameters,
comprehensions that assign, unpacking, decorators, context managers, and the places that tracebacks tell.
"""
from maker import Maker

PRELUDE = '''\
import contextlib, sys, traceback
def attempt(text, f):
    try: print(text, '->', f())
    except BaseException as e: print(text, '!!', type(e).__name__, e, places(e))
def places(e):
    return [(f.lineno, f.end_lineno, f.colno, f.end_colno, f.name) for f in traceback.extract_tb(e.__traceback__)[1:]]
def run(step, *sent):
    try: return 'yield', step.send(*sent or (None,))
    except BaseException as e: return type(e).__name__, e.args
def drive(step):
    out = []
    for _ in range(9):
        r = run(step)
        out.append(r)
        if r[0] != 'yield': break
    return out
class Wait:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
        return got or self.v
def shown(x):
    if isinstance(x, BaseExceptionGroup): return type(x).__name__, x.message, [shown(i) for i in x.exceptions]
    if isinstance(x, BaseException): return type(x).__name__, x.args
    return x
'''
PRELUDE += '''\
alive = []
def kept(x): alive.append(x); return x    # what nobody holds is closed later: docs/differences.md
'''
ERRORS = "ValueError TypeError KeyError IndexError ZeroDivisionError AttributeError RuntimeError StopIteration Exception OSError LookupError".split()
VALUES = "0 1 -1 2 'a' 'xy' None True [] [1] [1,2,3] (1,) (1,2) () {} {'a':1} {1,2} 1.5 b'x' range(3) 'abc'".split()
NAMES = "a b c d x y".split()


class Constructs(Maker):
    def value(self):
        return self.pick(VALUES)

    def block(self, *lines):
        self.depth += 1
        for line in lines:
            self.emit(line)
        self.depth -= 1

    def attempt(self, text):
        self.emit("attempt(%r, lambda: %s)" % (text, text))

    # ---- classes -----------------------------------------------------------------------------------

    def descriptor(self):
        name = self.name("D")
        self.emit("class %s:" % name)
        self.depth += 1
        self.emit("def __init__(self, v=0): self.v = v")
        parts = {"__get__": "def __get__(self, o, t=None): return %s" % self.pick(("self.v", "o", "t.__name__", "self", "o.__dict__", "1 / 0")),
                 "__set__": "def __set__(self, o, v): %s" % self.pick(("self.v = v", "print('set', v)", "o.__dict__['z'] = v", "raise AttributeError(v)")),
                 "__delete__": "def __delete__(self, o): %s" % self.pick(("self.v = None", "print('del')", "raise AttributeError('no')")),
                 "__set_name__": "def __set_name__(self, c, n): %s" % self.pick(("self.name = n", "print('name', c.__name__, n)", "setattr(c, n + '_', 1)", "raise ValueError(n)"))}
        for part in parts.values():
            if self.chance(0.55):
                self.emit(part)
        self.depth -= 1
        return name

    def metaclass(self):
        name = self.name("M")
        self.emit("class %s(type):" % name)
        self.depth += 1
        for part in ("def __new__(m, n, b, d, **k): print('new', n, sorted(k)); return super().__new__(m, n, b, d)",
                     "def __init__(c, n, b, d, **k): print('init', n, [x for x in d if x[0] != '_'])",
                     "def __call__(c, *a, **k): print('call', c.__name__, a); return super().__call__(*a, **k)",
                     "@classmethod\n%sdef __prepare__(m, n, b, **k): print('prepare', n, sorted(k)); return {'made': n}" % ("    " * self.depth),
                     "def __getattr__(c, n): return 'meta ' + n",
                     "def __setattr__(c, n, v): print('setattr', n); super().__setattr__(n, v)",
                     "def __instancecheck__(c, o): return o == 1",
                     "def __subclasscheck__(c, s): return s is int",
                     "def __iter__(c): return iter('mi')", "def __len__(c): return 0", "def __contains__(c, x): return x == 2",
                     "def __eq__(c, o): return True", "def __hash__(c): return 5", "def __bool__(c): return False", "def __repr__(c): return 'R' + c.__name__",
                     "def mro(c): return super().mro()", "def __add__(c, o): return c.__name__, o", "prop = property(lambda c: c.__name__)",
                     "def __dir__(c): return ['z', 'y']", "def __delattr__(c, n): print('delattr', n); super().__delattr__(n)"):
            if self.chance(0.2):
                self.emit(part)
        self.emit("attr = %s" % self.value())
        self.depth -= 1
        return name

    def classes(self):
        metas = [self.metaclass()] if self.chance(0.6) else []
        kinds = [self.descriptor() for _ in range(self.rng.randrange(1, 3))]
        made = []
        for _ in range(self.rng.randrange(1, 4)):
            name = self.name("C")
            bases = [b for b in dict.fromkeys(self.some(made, 0, 1) if made else [])]
            if not bases and self.chance(0.3):
                bases = [self.pick("int str list dict tuple Exception object".split())]
            words = bases + (["metaclass=%s" % metas[0]] if metas and self.chance(0.6) else []) + (
                ["k=%s" % self.value()] if self.chance(0.25) else [])
            self.emit("try:")
            self.depth += 1
            self.emit("class %s%s:" % (name, "(%s)" % ", ".join(words) if words else ""))
            self.depth += 1
            self.class_body(kinds)
            self.depth -= 2
            self.emit("except Exception as e: print(type(e).__name__, e)")
            made.append(name)
        for _ in range(6):
            self.attempt(self.class_use(self.pick(made)))

    def class_body(self, kinds):
        parts = ["%s = %s(%s)" % (self.pick(NAMES), self.pick(kinds), self.value()), "%s: int = %s" % (self.pick(NAMES), self.value()),
                 "__slots__ = %s" % self.pick(("()", "'a'", "('a', 'b')", "['x', '__dict__']", "'__weakref__'", "{'a': 'doc', 'c': None}", "'__slots__'", "('1',)")),
                 "def __init_subclass__(cls, **k): print('sub', cls.__name__, k); %s" % self.pick(("super().__init_subclass__()", "super().__init_subclass__(**k)", "pass")),
                 "def __init__(self, *a, **k): print('made', a, k)", "def __new__(cls, *a): return super().__new__(cls)",
                 "def __getattr__(self, n): return 'no ' + n", "def __getattribute__(self, n): return object.__getattribute__(self, n) if n[0] == '_' else n",
                 "def __setattr__(self, n, v): print('set', n); object.__setattr__(self, n, v)", "def __class_getitem__(cls, i): return cls.__name__, i",
                 "def m(self): return super().__repr__ is not None", "@classmethod\n%sdef cm(cls): return __class__ is cls" % ("    " * self.depth),
                 "@staticmethod\n%sdef sm(v=%s): return v" % ("    " * self.depth, self.value()), "@property\n%sdef p(self): return self.a" % ("    " * self.depth),
                 "def __eq__(self, o): return o == %s" % self.value(), "def __lt__(self, o): return NotImplemented", "__hash__ = None", "def __len__(self): return %s" % self.pick(("2", "-1", "'a'", "True")),
                 "def __call__(self, *a): return a", "def __enter__(self): return self", "def __index__(self): return %s" % self.pick(("3", "'a'", "True")), "__match_args__ = ('a', 'b')",
                 "def __set_name__(self, c, n): print(n)", "def __format__(self, s): return 'F' + s", "def __contains__(self, x): return %s" % self.value(),
                 "%s, *%s = %s" % (self.pick(NAMES), self.pick(NAMES), self.pick(("'abc'", "[1]", "(1, 2, 3)"))), "[print(i) for i in range(2)]", "locals()['%s'] = 7" % self.pick(NAMES)]
        for part in self.some(parts, 1, 6):
            self.emit(part)

    def class_use(self, c):
        name = self.pick(NAMES)
        o = self.pick(("%s()", "%s(1)", "%s", "%s.__new__(%s)")).replace("%s", c)
        return self.pick(("{o}.{n}", "{o}.{n}", "setattr({o}, '{n}', {v})", "delattr({o}, '{n}')", "isinstance({v}, {c})", "issubclass(int, {c})", "{c}[{v}]", "sorted(vars({c}))[:3]",
                          "[k.__name__ for k in {c}.__mro__]", "{o} == {v}", "{o} < {v}", "len({o})", "bool({o})", "{o}({v})", "format({o}, 'x')", "{v} in {o}", "list({c})", "type({c}).__name__",
                          "{c}.{n} is {c}.__dict__['{n}']", "hash({c}) == hash({c})", "'abc'[{o}]", "{c} + {v}", "{o}.cm()", "{o}.sm()", "{o}.p", "{o}.m()", "type('T', ({c},), {{}}).__name__",
                          "type('T', ({c},), {{'__slots__': 'q'}})().__slots__", "getattr({c}, 'prop')", "{c}.attr", "{c}.__slots__", "setattr({c}, '{n}', {v})", "delattr({c}, '{n}')",
                          "{c}.__init_subclass__()", "super({c}, {o}).{n}", "[*map(type, {o}.__slots__)]", "{c}.__qualname__, {c}.__module__, {c}.__doc__")).format(o=o, n=name, v=self.value(), c=c)

    # ---- generators --------------------------------------------------------------------------------

    def gen_body(self, depth, asynchronous, loop=False):
        """Statements of a generator."""
        for _ in range(self.rng.randrange(1, 4)):
            kind = self.rng.randrange(11 if depth < 3 else 6)
            if kind < 2:
                self.emit("yield %s" % self.value())
            elif kind == 2:
                self.emit("%s = yield %s\n%sprint('got', %s)" % (*([n := self.pick(NAMES)]), self.value(), "    " * self.depth, n))
            elif kind == 3:
                self.emit(self.pick(("print('here')", "raise %s(%s)" % (self.pick(ERRORS), self.value()), "return" if asynchronous else "return %s" % self.value(), "1 / 0", "pass")))
            elif kind == 4:
                self.emit("print(await Wait(%s))" % self.value() if asynchronous else "print((yield from %s))" % self.pick(("[1, 2]", "'ab'", "sub()", "5", "iter(())")))
            elif kind == 5 and loop:
                self.emit("if %s: %s" % (self.pick(("i", "not i", "i > 1")), self.pick(("break", "continue", "yield i"))))
            elif kind in (6, 7):
                self.emit("try:")
                self.depth += 1
                self.gen_body(depth + 1, asynchronous, loop)
                self.depth -= 1
                finals = self.chance(0.4)
                if not finals or self.chance(0.6):
                    self.emit("except %s as e:" % self.pick(ERRORS + ["GeneratorExit", "BaseException", "(ValueError, KeyError)"]))
                    self.depth += 1
                    self.emit("print('caught', type(e).__name__, e.args)")
                    self.gen_body(depth + 1, asynchronous, loop)
                    self.depth -= 1
                if finals:
                    self.emit("finally:")
                    self.depth += 1
                    self.emit("print('finally')")
                    if self.chance(0.3):
                        self.gen_body(depth + 1, asynchronous, False)
                    self.depth -= 1
            elif kind == 8:
                self.emit("for i in %s:" % self.pick(("range(3)", "'ab'", "[0, 2]")))
                self.depth += 1
                self.gen_body(depth + 1, asynchronous, True)
                self.depth -= 1
            elif kind == 9:
                self.emit("with contextlib.%s:" % self.pick(("suppress(ValueError)", "nullcontext(5)", "suppress(Exception)")))
                self.depth += 1
                self.gen_body(depth + 1, asynchronous, loop)
                self.depth -= 1
            else:
                self.emit("print([x async for x in asub()])" if asynchronous else "print([*sub()])")

    def generators(self):
        asynchronous = self.chance(0.4)
        self.emit("def sub():\n    try: got = yield 's'\n    except KeyError as e: got = 'k'\n    return got")
        self.emit("async def asub():\n    yield 1\n    await Wait(2)\n    yield 3")
        name = self.name("g")
        self.emit("%sdef %s():" % ("async " if asynchronous else "", name))
        self.depth += 1
        self.gen_body(0, asynchronous)
        self.emit("yield 'last'")
        self.depth -= 1
        self.emit("it = kept(%s())" % name)
        for _ in range(self.rng.randrange(3, 8)):
            error = self.pick(ERRORS + ["GeneratorExit"])
            if asynchronous:
                self.attempt("drive(it.%s)" % self.pick(("__anext__()", "__anext__()", "__anext__()", "asend(%s)" % self.value(), "athrow(%s(%s))" % (error, self.value()), "athrow(%s)" % error, "aclose()")))
            else:
                self.attempt(self.pick(("next(it)", "next(it)", "next(it, 'end')", "it.send(%s)" % self.value(), "it.throw(%s(%s))" % (error, self.value()), "it.throw(%s)" % error,
                                        "it.close()", "it.gi_running, it.gi_suspended, it.gi_frame is None", "list(it)", "it.gi_yieldfrom is None")))
        self.attempt("drive(it.aclose())" if asynchronous else "it.close()")

    # ---- patterns ----------------------------------------------------------------------------------

    def pattern(self, depth, names):
        def bind():
            free = [n for n in NAMES if n not in names]
            if not free or self.chance(0.4):
                return "_"
            names.append(self.pick(free))
            return names[-1]
        kind = self.rng.randrange(11 if depth < 3 else 4)
        if kind == 0:
            return self.pick(("0", "1", "-1", "'a'", "None", "True", "b'x'", "1.5", "-2+3j", "'a' 'b'"))
        if kind in (1, 2):
            return bind()
        if kind == 3:
            return self.pick(("int()", "str()", "list()", "int(%s)" % bind(), "K.one", "object()", "dict()", "bool(%s)" % bind(), "float()"))
        if kind in (4, 5):
            items = [self.pattern(depth + 1, names) for _ in range(self.rng.randrange(4))]
            if self.chance(0.4):
                items.insert(self.rng.randrange(len(items) + 1), "*" + bind())
            return self.pick(("[%s]", "(%s,)" if items else "(%s)")) % ", ".join(items)
        if kind == 6:
            items = ["%s: %s" % (k, self.pattern(depth + 1, names)) for k in self.rng.sample(("'a'", "1", "None", "'b'", "K.one"), self.rng.randrange(3))]
            if self.chance(0.3):
                rest = bind()
                items += ["**" + rest] if rest != "_" else []
            return "{%s}" % ", ".join(items)
        if kind == 7:
            return "Pt(%s)" % ", ".join([self.pattern(depth + 1, names) for _ in range(self.rng.randrange(3))] + (
                ["z=%s" % self.pattern(depth + 1, names)] if self.chance(0.3) else []))
        if kind == 8:
            before = list(names)
            one = self.pattern(depth + 1, names)
            if names != before:
                return one
            return "%s | %s" % (self.pick(("0", "'q'", "None", "[]", "int()")), "(%s)" % one if one not in ("_",) else "1")
        if kind == 9:
            inner = self.pattern(depth + 1, names)
            name = bind()
            return "(%s) as %s" % (inner, name) if name != "_" and inner != "_" and inner not in names else inner
        return "(%s)" % self.pattern(depth + 1, names)

    def matching(self):
        self.emit("class K: one = 1\nclass Pt:\n    __match_args__ = ('x', 'y')\n    def __init__(self, x=0, y=1, z=2): self.x, self.y, self.z = x, y, z")
        name = self.name("f")
        self.emit("def %s(v):" % name)
        self.depth += 1
        self.emit("match v:")
        self.depth += 1
        for _ in range(self.rng.randrange(1, 6)):
            names = []
            pattern = self.pattern(0, names)
            guard = " if %s" % self.pick(("v", "%s == 1" % names[0] if names else "1", "not v")) if self.chance(0.25) or pattern == "_" or pattern in names else ""
            self.emit("case %s%s: return %r, %s" % (pattern, guard, pattern, "[%s]" % ", ".join(names)))
        self.depth -= 1
        self.emit("return 'none'")
        self.depth -= 1
        for subject in self.some(VALUES + ["Pt()", "Pt(1, 'a', [1])", "{'a': 1, 1: 2, 'b': [1]}", "[[1], {'a': 0}]", "[1, [2, 3], 'a']", "Pt", "1.0", "(0, 1, 2, 3)", "{None: 'a'}", "object"], 4, 8):
            self.attempt("shown_match(%s(%s))" % (name, subject))
        return "def shown_match(x): return repr(x) if 'object at' not in repr(x) else 'object'"

    # ---- groups ------------------------------------------------------------------------------------

    def group(self, depth=0):
        if depth and (depth > 2 or self.chance(0.6)):
            return "%s(%s)" % (self.pick(ERRORS), self.value())
        return "%s(%r, [%s])" % (self.pick(("ExceptionGroup", "ExceptionGroup", "BaseExceptionGroup")), self.pick("mno"), ", ".join(self.group(depth + 1) for _ in range(self.rng.randrange(1, 4))))

    def groups(self):
        name = self.name("f")
        self.emit("def %s(e):" % name)
        self.depth += 1
        self.emit("try:")
        self.block("try: raise e")
        self.depth += 1
        for error in self.rng.sample(ERRORS, self.rng.randrange(1, 3)):
            self.emit("except* %s as x: print(%r, shown(x), shown(x.__context__)); %s" % (
                self.pick((error, "(%s, %s)" % (error, self.pick(ERRORS)))), error, self.pick(("pass", "pass", "raise", "raise ValueError('new')", "raise OSError('from') from x", "1 / 0", "raise x"))))
        if self.chance(0.3):
            self.emit("else: print('else')")
        if self.chance(0.4):
            self.emit("finally: print('finally')")
        self.depth -= 1
        self.emit("except BaseException as x: print('out', shown(x), shown(x.__cause__), shown(x.__context__))")
        self.depth -= 1
        for _ in range(3):
            self.attempt("%s(%s)" % (name, self.group()))
        test = self.pick(ERRORS)
        self.attempt("[shown(x) for x in %s.split(%s)]" % (self.group(), self.pick((test, "(%s, ValueError)" % test, "lambda x: x.args"))))
        self.attempt("shown(%s.subgroup(%s))" % (self.group(), test))
        self.attempt("shown(%s.derive([%s]))" % (self.group(), self.group(3)))
        self.attempt("str(%s), repr(%s)" % ((self.group(),) * 2))

    # ---- strings, types, targets -------------------------------------------------------------------

    def fstring(self, depth=0):
        quote = self.pick(('"', "'", '"""'))
        out = []
        for _ in range(self.rng.randrange(1, 4)):
            if self.chance(0.3):
                out.append(self.pick(("a", "{{", "}}", " ", "\\n" if depth == 0 else "n", "é", "\\N{BULLET}")))
                continue
            inner = self.fstring(depth + 1) if depth < 2 and self.chance(0.3) else self.pick(
                VALUES + ["x", "y!r" if 0 else "y", "x + 1", "(lambda q: q)(2)", "[i for i in y]", "x if x else y", "(z := 3)", "{'k': 1}['k']", "y[0]", "*y, 1", "not x", "x == y", "yield_"])
            if inner.startswith("{"):
                inner = " " + inner
            spec = ""
            if self.chance(0.4):
                spec = ":" + self.pick(("", ">5", "^{w}", "{'*'}<{w + 1}", "05", ".2f", "x", "{x}", "!r", ">{w!r}", "%Y", "{{", "_^8"))
            out.append("{%s%s%s%s}" % (inner, self.pick(("", "", "=", " = ")) if depth == 0 else "", self.pick(("", "", "!r", "!s", "!a")), spec))
        return self.pick(("f", "f", "rf", "F")) + quote + "".join(out) + quote

    def strings(self):
        self.emit("x, y, w = %s, %s, %s" % (self.pick(("1", "3", "'s'")), self.pick(("[1, 2]", "'ab'")), self.pick("357")))
        for _ in range(8):
            text = self.fstring()
            try:
                compile(text, "f", "eval")
            except SyntaxError as e:
                self.emit("attempt(%r, lambda: eval(%r, globals()))" % (text, text)) if self.chance(0.3) and "yield" not in text else None
                continue
            self.attempt(text)

    def params(self):
        out, seen = [], set()
        for name in self.rng.sample("TUVW", self.rng.randrange(1, 4)):
            out.append(name + self.pick(("", "", ": int", ": (int, str)", ": 'later'", ": list[%s]" % name, ": later")))
        if self.chance(0.3):
            out.append("*Ts")
        if self.chance(0.2):
            out.append("**P")
        if self.chance(0.3):
            out[-1] += " = %s" % self.pick(("int", "later")) if not out[-1].startswith("*") else " = %s" % ("[int]" if out[-1] == "**P" else "*tuple[int]")
        return ", ".join(out), [o.lstrip("*").split(":")[0].split(" ")[0] for o in out]

    def generics(self):
        for _ in range(3):
            text, names = self.params()
            name = self.name("G")
            kind = self.rng.randrange(3)
            body = self.pick(names)
            if kind == 0:
                self.emit("class %s[%s]%s:\n    a: %s\n    def m[Q](self, x: %s, q: Q) -> %s: return Q, %s" % (
                    name, text, self.pick(("", "(list)", "(dict[str, int])")), body, body, name, body))
                self.attempt("%s.m.__type_params__, %s.m(1, 2, 3), %s.__orig_bases__" % (name, name, name))
                self.attempt("%s[%s]" % (name, ", ".join(self.pick(("int", "str", "list[int]", "None", "...", "[int]")) for _ in names)))
                self.attempt("%s.__annotations__, %s.m.__annotations__, %s.__parameters__" % (name, name, name))
            elif kind == 1:
                self.emit("def %s[%s](x: %s = 1, *a: later) -> list[%s]: return %s" % (name, text, body, body, body))
                self.attempt("%s(), %s.__annotate__(1)" % (name, name))
                self.attempt("%s.__annotations__" % name)
            else:
                self.emit("type %s[%s] = %s" % (name, text, self.pick(("list[%s]", "%s | int", "later", "dict[str, %s]", "'%s'", "tuple[%s, ...]", "1 / 0")).replace("%s", body)))
                self.attempt("%s.__value__" % name)
                self.attempt("%s[%s]" % (name, ", ".join(self.pick(("int", "str", "None")) for _ in names)))
                self.attempt("%s, type(%s).__name__, %s.__parameters__, %s.__module__" % ((name,) * 4))
            self.attempt("[(p.__name__, p.__default__, getattr(p, '__bound__', 0), getattr(p, '__constraints__', 0)) for p in %s.__type_params__]" % name)
            if self.chance(0.4):
                self.emit("later = %s" % self.pick(("bytes", "'text'")))

    def target(self, depth=0):
        kind = self.rng.randrange(5 if depth < 2 else 2)
        if kind < 2:
            return self.pick(NAMES)
        if kind == 2:
            return self.pick(("box[0]", "box['k']", "box[-1]", "thing.q", "box[1:2]", "box[:]"))
        items = [self.target(depth + 1) for _ in range(self.rng.randrange(1, 4))]
        if self.chance(0.5):
            i = self.rng.randrange(len(items))
            items[i] = "*" + (items[i] if items[i][0] not in "*(" else "a")
        return "(%s,)" % ", ".join(items)

    def comprehension(self, depth=0):
        v = self.pick("ijk")
        source = self.pick(("range(4)", "'abc'", "[1, 2, 3]", "((1, 2), (3, 4))", "range(3)", "{'a': 1}.items()", "box")) if depth or self.chance(0.7) else self.comprehension(depth + 1)
        tail = " for %s in %s" % (self.pick((v, v, "%s, *r" % v)), source)
        if self.chance(0.4):
            tail += " if %s" % self.pick((v, "(w := %s)" % v, "not %s" % v, "%s != 1" % v, "(last := str(%s)) > ''" % v))
        if self.chance(0.3) and depth < 2:
            tail += " for %s in %s" % (self.pick("lm"), self.pick((v, "range(2)", "[%s, %s]" % (v, v), "str(%s)" % v)))
        head = self.pick((v, "(%s, w := 1)" % v if 0 else "(%s, 1)" % v, "(w := %s)" % v, "%s * 2" % v, "lambda: %s" % v, "str(%s)" % v, "[%s for x in 'ab']" % v, "(y := [%s])" % v))
        form = self.pick(("[%s%s]", "list(%s%s)", "sorted(map(repr, [%s%s]))" if 0 else "[%s%s]", "{%s: 1%s}", "{repr(%s)%s}", "sum(1 for _ in [%s%s])", "tuple(%s%s)"))
        return form % (head, tail)

    def targets(self):
        self.emit("def scene():")
        self.depth += 1
        self.emit("box, thing, w, y, last = [1, 2, 3], Wait(1), 0, 0, 0")
        for _ in range(5):
            aimed, text = self.chance(0.5), self.comprehension()
            if "lambda" in text and "str(" in text:
                continue    # how long the text of a function is depends on its address
            self.emit("try:")
            self.depth += 1
            if aimed:
                self.emit("%s = %s" % (self.target(), self.pick(("1, 2, 3", "'abc'", "[1, [2, 3]]", "range(2)", "(1, (2, 3), 4)", "{1: 2}", "5", "[]", "iter('xyz')", "box", "box, box"))))
                self.emit("print(box, vars(thing), [locals().get(n, '-') for n in %r])" % NAMES)
            else:
                self.emit("print(%s, w, y, last)" % ("[z() for z in %s]" % text if "lambda" in text and text[0] == "[" else text.replace("lambda: ", "")))
            self.depth -= 1
            self.emit("except Exception as e: print(type(e).__name__, e, places(e))")
        call = ", ".join(self.some(("1", "*[2, 3]", "*'ab'", "*()", "*5"), 0, 3) + self.some(("k=1", "**{'m': 2}", "**{'k': 3}", "**{}", "**{1: 2}", "**5"), 0, 3))
        self.emit("try: print(recorder(%s))\n%sexcept Exception as e: print(type(e).__name__, e)" % (call, "    " * self.depth))
        self.depth -= 1
        self.attempt("scene()")
        return "def recorder(*a, **k): return a, k"

    # ---- decorators and contexts -------------------------------------------------------------------

    def contexts(self):
        self.emit("""class Manager:
    def __init__(self, n, enter=0, leave=0): self.n, self.enter, self.leave = n, enter, leave
    def __enter__(self):
        print('enter', self.n)
        if self.enter: raise self.enter
        return self.n
    def __exit__(self, t, v, tb):
        print('exit', self.n, t and t.__name__, shown(v), v and shown(v.__context__))
        if isinstance(self.leave, BaseException): raise self.leave
        return self.leave
    async def __aenter__(self): await Wait(self.n); return self.__enter__()
    async def __aexit__(self, *a): await Wait(-1); return self.__exit__(*a)
@contextlib.contextmanager
def managed(n, catch=Exception):
    print('in', n)
    try: yield n
    except catch as e: print('caught', n, shown(e))
    finally: print('off', n)
def deco(*a):
    print('deco', a)
    def inner(f): print('wrap', getattr(f, '__name__', f)); return f if a else lambda *b: ('deco', f(*b))
    return inner""")
        name = self.name("f")
        asynchronous = self.chance(0.4)

        def manager():
            error = "%s(%s)" % (self.pick(ERRORS), self.value())
            plain = self.pick(("Manager(%s)" % self.value(), "Manager(%s, 0, True)" % self.value(), "Manager(1, %s)" % error, "Manager(2, 0, %s)" % error, "managed(3)", "managed(4, KeyError)",
                               "contextlib.suppress(%s)" % self.pick(ERRORS), "contextlib.nullcontext()", "Manager(5, 0, 'true')", "contextlib.closing(open_)" if 0 else "Manager(6)", "5", "Wait(1)"))
            return plain
        for _ in range(self.rng.randrange(3)):
            self.emit("@deco(%s)" % self.pick(("", "1", "1, 2")))
        self.emit("%sdef %s(n=0):" % ("async " if asynchronous else "", name))
        self.depth += 1
        self.emit("try:")
        self.depth += 1
        depth = self.depth
        for _ in range(self.rng.randrange(1, 4)):
            word = "async with" if asynchronous and self.chance(0.5) else "with"
            items = ", ".join(m + self.pick(("", " as x", " as (x, *y)", " as x")) for m in [manager() for _ in range(self.rng.randrange(1, 3))])
            self.emit("%s %s:" % (word, self.pick(("%s", "(%s)")) % items))
            self.depth += 1
            if self.chance(0.4):
                self.emit("print('body', locals().get('x'))")
        self.emit(self.pick(("raise %s(%s)" % (self.pick(ERRORS), self.value()), "return n", "pass", "1 / n", "print('body')")))
        self.depth = depth - 1
        self.emit(self.pick(("finally: print('end')", "except ValueError as e: print('seen', shown(e))\n%selse: print('fine')" % ("    " * self.depth))))
        self.depth -= 1
        for _ in range(2):
            self.attempt("drive(%s(%s))" % (name, self.value()) if asynchronous else "%s(%s)" % (name, self.value()))

    def tracebacks(self):
        """Functions that call each other over several lines; where the error was is told by attempt()."""
        inner = self.name("h")
        self.emit("def %s(a, b=0, *c, k=0):" % inner)
        self.block(self.pick(("return a + b", "return a / b", "return a[b]", "return a.missing", "return (a)(\n%s    b,\n%s    *c)" % (("    " * (self.depth + 1),) * 2), "raise ValueError(a)",
                              "x = [i / b\n%s     for i in a]\n%s return x" % ("    " * (self.depth + 1), "    " * self.depth + "   "), "assert a == b, (a, b)", "del a[b]", "a.x = b", "a[b] += 1", "with a: pass",
                              "for i in a: b[i]", "a, b = c", "return -a", "return a < b < k", "return f'{a:{b}}'", "return {**a}", "import no_module_a", "from sys import nothing_b", "return unknown_name",
                              "return a if b else c[k]", "return [*a, *b]", "yield_ = a @ b", "return a[b:k]", "return a.b.c", "return (a or b)(k)", "raise a from b", "return a(b)(k)", "global unknown_g; unknown_g += 1",
                              "print(a, file=b)", "return lambda: a", "return max(a, key=b)", "try: a[b]\n%sexcept KeyError: return b[a]" % ("    " * (self.depth + 1)), "match a:\n%s    case str(x, y): pass" % ("    " * (self.depth + 1)))))
        for _ in range(2):
            outer = self.name("h")
            self.emit("def %s(x=%s):" % (outer, self.value()))
            self.block(self.pick(("return %s(x, %s)", "return (lambda: %s(\n        x,\n        %s))()", "return [%s(i, %s) for i in [x]]", "return sorted([x, 1], key=lambda q: %s(q, %s))",
                                  "return sum(%s(i, %s) for i in [x])", "return {%s(x, %s): 1}", "return str(%s(x, b=%s))", "x = %s; return x(%s)", "return 1 + %s(*[x], **{'b': %s})",
                                  "if %s(x, %s): return 1", "while %s(x, %s): break", "return not %s(x, %s)", "return (yes := %s(x, %s))")) % (inner, self.value()))
            self.attempt("%s(%s)" % (outer, self.value()))
            inner = outer

    def growing(self):
        """Local texts that are appended to, and what else holds them meanwhile."""
        name, first = self.name("f"), self.pick(("''", "'a'", "'é'", "b''", "[]", "()", "0"))
        self.emit("def %s(n, text=%s):" % (name, self.pick(("'x'", "'é'", "'\\ud800'", "b'y'", "[1]"))))
        self.depth += 1
        self.emit("s = %s" % first)
        self.emit("t = %s" % self.pick(("''", "'tt'", "s")))
        self.emit("kept = []")
        self.emit("for i in range(n):")
        self.depth += 1
        for _ in range(self.rng.randrange(2, 6)):
            self.emit(self.pick(("s += text", "s += text", "s += 'abc'", "s = s + text", "s = s + str(i)", "t += s", "t = t + 'q'", "s += s", "kept.append(s)", "u = s", "s, t = t, s", "s += t[:2]",
                                 "if i == 2: kept += [s, t]", "s = s[1:] + text", "(lambda: s)", "t = s", "s += (t := t + 'w')", "if len(s) > 200: break", "s += f'{s[-2:]}'", "print(s[:5], len(t))",
                                 "try: s += i\n%sexcept TypeError as e: kept.append(str(e))" % ("    " * self.depth), "d = {s: i}", "s = ''.join((s, text))")))
        self.depth -= 1
        self.emit("return s[:60], len(s), t[:60], [k[:9] for k in kept]")
        self.depth -= 1
        for n in (0, 1, 3, 7):
            self.attempt("%s(%d)" % (name, n))

    def program(self):
        makers = (self.growing, self.classes, self.classes, self.generators, self.generators, self.matching, self.groups, self.strings, self.generics, self.targets, self.contexts, self.tracebacks, self.tracebacks)
        helpers = []
        for _ in range(self.rng.randrange(1, 3)):
            mark = len(self.lines)
            helper = self.pick(makers)()
            try:
                compile("\n".join(self.lines), "fuzz", "exec")
            except (SyntaxError, ValueError):
                del self.lines[mark:]
                self.depth = 0
            if helper:
                helpers.append(helper)
        return PRELUDE + "\n".join(helpers) + "\n" + "\n".join(self.lines) + "\n"
