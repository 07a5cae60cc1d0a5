"""Random programs: statements around the expressions of grammar.py, the same for the same seed.

Every program ends: loops are over finite things, functions call only functions made before them (or themselves with
a smaller number), and `tick()` in every body stops what would multiply up. Values stay small: what is assigned goes
through `clip`. Most statements at the top are guarded, so that one error does not hide what follows.
"""
import random

import grammar
from classes import Classes
from expressions import EASY, Expressions
from functions import Functions

PRELUDE = '''\
FUEL = [400]
class OutOfFuel(BaseException): pass
def tick():
    FUEL[0] -= 1
    if FUEL[0] < 0: raise OutOfFuel('fuel')
def clip(x):
    if isinstance(x, int): return x if -2**150 < x < 2**150 else x % 1000003
    if isinstance(x, (str, bytes, list, tuple)) and len(x) > 30: return x[:30]
    return x
def functools_reduce(f, xs, start):
    for x in xs:
        start = clip(f(start, x))
    return start
def number_hash(x):
    xs = x if isinstance(x, tuple) else (x,)
    return hash(x) if all(isinstance(y, (int, float)) for y in xs) else 0
def bytes_of(x):
    return bytes(x) if not isinstance(x, int) or x < 99 else b'long'
class CM:
    def __init__(self, name, swallow=()): self.name, self.swallow = name, swallow
    def __enter__(self):
        print('enter', self.name)
        return self.name
    def __exit__(self, t, v, tb):
        print('exit', self.name, t and t.__name__, v)
        return bool(self.swallow) and t is not None and issubclass(t, self.swallow)
class ACM(CM):
    async def __aenter__(self): return await Pause(self.__enter__())
    async def __aexit__(self, *a): return self.__exit__(*a)
class Pause:
    def __init__(self, v): self.v = v
    def __await__(self): return (yield self.v)
def drive(co, log=()):
    try:
        v = co.send(None)
        for i in range(20):
            print('paused', v)
            v = co.send(i)
        co.close()
    except StopIteration as e:
        return e.value
'''
EXCEPTIONS = ("ValueError TypeError KeyError IndexError ZeroDivisionError AttributeError NameError OverflowError "
              "LookupError ArithmeticError RuntimeError StopIteration AssertionError Exception").split()
WEIGHTS = {"assign": 16, "augmented": 9, "unpack": 5, "show": 12, "if_": 8, "for_": 8, "while_": 3, "try_": 8,
           "with_": 4, "match_": 3, "delete": 1, "assert_": 1, "mutate": 7, "function": 5, "generator": 3,
           "closure": 2, "class_": 4, "coroutine": 2, "recursive": 1, "comprehension": 2, "raise_": 1,
           "use_object": 6,
           "call_statement": 5, "decorated": 1, "group": 1}
TOP_WEIGHTS = {**WEIGHTS, "function": 9, "class_": 7, "generator": 4, "coroutine": 3, "assign": 8, "show": 6,
               "augmented": 4}
UNGUARDED = ("assign", "function", "class_", "generator", "coroutine", "closure", "decorated", "recursive")
TOP_ONLY = ("class_", "coroutine", "recursive", "decorated", "generator")


class Program(Functions, Classes):
    """One program under construction."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.e = Expressions(self.rng)
        self.e.calls = self.call_expression
        self.pick, self.chance = self.e.pick, self.e.chance
        self.lines, self.depth, self.loops, self.in_function = [], 0, 0, 0
        self.functions, self.classes, self.handlers = [], [], 0
        self.total = 0

    # ---- text -------------------------------------------------------------------------------
    def emit(self, text):
        self.lines.append("    " * self.depth + text)

    def expr(self, kind="any", depth=None):
        return self.e.expr(kind, self.rng.randrange(1, 4) if depth is None else depth)

    def kind(self):
        return self.pick(EASY) if self.chance(0.8) else self.pick(grammar.TYPES)

    def block(self, least=1, most=3):
        self.depth += 1
        mark, before = len(self.lines), dict(self.e.scopes[-1])
        for _ in range(self.rng.randrange(least, most + 1)):
            self.statement()
        if len(self.lines) == mark:
            self.emit("pass")
        self.depth -= 1
        if not self.chance(0.06):    # what a block binds may be unbound behind it
            self.e.scopes[-1] = {n: k for n, k in self.e.scopes[-1].items() if n in before}

    def statement(self):
        self.total += 1
        names = [n for n in WEIGHTS if not (n in TOP_ONLY and (self.in_function or self.depth > 1))
                 and not (self.depth > 4 and n.endswith("_"))]
        if self.total > 25:
            names = ["assign", "show", "augmented", "mutate"]
        name = self.rng.choices(names, [WEIGHTS[n] for n in names])[0]
        getattr(self, name)()

    def program(self):
        for kind in ("int", "str", "ints", "dict", self.kind(), self.kind()):
            name = self.e.name("x")
            self.emit("%s = %s" % (name, self.e.literal(kind)))
            self.e.bind(name, kind)
        for _ in range(self.rng.randrange(2, 8)):
            names = [n for n in TOP_WEIGHTS]
            name = self.rng.choices(names, [TOP_WEIGHTS[n] for n in names])[0]
            if name in UNGUARDED:
                getattr(self, name)()
            else:
                self.guarded(name)
        self.dump()
        return PRELUDE + "\n".join(self.lines) + "\n"

    def guarded(self, name):
        """A statement, maybe others behind it, whose errors are caught; what they bind has a value before."""
        before, at = dict(self.e.scopes[0]), len(self.lines)
        self.emit("try:")
        self.depth += 1
        mark = len(self.lines)
        getattr(self, name)()
        for _ in range(self.rng.randrange(0, 3)):
            self.statement()
        if len(self.lines) == mark:
            self.emit("pass")
        self.depth -= 1
        self.emit("except Exception as e: print('caught', type(e).__name__, e)")
        for new in [n for n in self.e.scopes[0] if n not in before]:
            kind = self.e.scopes[0][new]
            if kind in grammar.LITERALS:
                self.lines.insert(at, "%s = %s" % (new, self.e.literal(kind)))
            else:
                del self.e.scopes[0][new]

    def use(self, text):
        """A statement that uses what was just defined: guarded when it stands at the top."""
        if self.depth:
            self.emit(text)
        else:
            self.emit("try:")
            self.emit("    " + text)
            self.emit("except Exception as e: print('caught', type(e).__name__, e)")

    def dump(self):
        """The last lines: what the variables came to."""
        for name, kind in self.e.scopes[0].items():
            self.emit("print(%r, %s if %r in globals() else None)" % (name, name, name))

    def new_name(self, kind):
        """A name to assign to: often fresh, else a variable of that kind (in a function: maybe a global one)."""
        own = [n for n, k in self.e.scopes[-1].items() if k == kind]
        if own and self.chance(0.4):
            return self.pick(own)
        return self.e.name("x")

    # ---- simple statements --------------------------------------------------------------------
    def assign(self):
        kind = self.kind()
        name, value = self.new_name(kind), self.expr(kind)
        if not self.depth:
            self.emit("%s = %s" % (name, self.e.literal(kind)))
            self.use("%s = clip(%s)" % (name, value))
            return self.e.bind(name, kind)
        if self.chance(0.1):
            other = self.e.name("x")
            self.emit("%s = %s = clip(%s)" % (name, other, value))
            self.e.bind(other, kind)
        elif self.chance(0.08):
            self.emit("if (%s := clip(%s)): print('walrus', %s)" % (name, value, name))
        elif self.chance(0.06):
            self.emit("%s: %s = clip(%s)" % (name, self.pick(("int", "'str'", "list[int]", "undefined")), value))
        elif self.chance(0.03) and not self.in_function:
            self.emit("type %s_t = %s" % (name, value))
            self.emit("%s = clip(%s_t.__value__)" % (name, name))
        else:
            self.emit("%s = clip(%s)" % (name, value))
        self.e.bind(name, kind)

    def augmented(self):
        kind, ops = self.pick((("int", "+= -= *= //= %= &= |= ^= <<="), ("float", "+= -= *= /="), ("str", "+= *="),
                               ("ints", "+= *="), ("set", "|= &= -= ^="), ("dict", "|="), ("strs", "+="),
                               ("bytes", "+=")))
        names = [n for n in self.e.variables(kind) if n in self.e.scopes[-1] or self.chance(0.1)]
        if not names:
            return self.assign()
        name, op = self.pick(names), self.pick(ops.split())
        value = str(self.rng.randrange(0, 5)) if op in ("*=", "<<=") else self.expr(kind, 2)
        self.emit("%s %s %s" % (name, op, value))
        if op in ("*=", "<<=", "+=") and kind not in ("float",):
            self.emit("%s = clip(%s)" % (name, name))

    def unpack(self):
        a, b = self.e.name("x"), self.e.name("x")
        form = self.pick(("%s, %s = %s", "(%s, *%s) = %s", "[*%s, %s] = %s", "%s, (%s, *_) = %s"))
        kind = self.pick(("pair", "ints", "strs", "pairs", "str", "dict", "any"))
        value = self.expr(kind, 2)
        if form.startswith("%s, (") and self.chance(0.8):
            value = "(%s, %s)" % (self.expr("int", 1), self.expr("ints", 1))
        self.emit(form % (a, b, value))
        if kind == "pair" and form.startswith("%s, %s"):
            self.e.bind(a, "int")
            self.e.bind(b, "str")
        self.emit("print(%s, %s)" % (a, b))

    def show(self):
        values = [self.expr(self.kind()) for _ in range(self.rng.randrange(1, 4))]
        extra = self.pick(("", "", "", ", sep=%r" % self.pick("-,|"), ", end=' $\\n'"))
        self.emit("print(%s%s)" % (", ".join(values), extra))

    def mutate(self):
        kind = self.pick(("ints", "ints", "strs", "dict", "dict", "table", "set", "pairs"))
        names = self.e.variables(kind)
        if not names:
            return self.assign()
        n, item = self.pick(names), {"ints": "int", "strs": "str", "pairs": "pair"}.get(kind)
        i, j = self.rng.randrange(-3, 4), self.rng.randrange(-3, 5)
        if item:
            new = self.expr(item, 2)
            text = self.pick(("{n}.append({new})", "{n}.insert({i}, {new})", "{n}[{i}] = {new}", "del {n}[{i}]",
                              "{n}.pop({i})",
                              "{n}[{i}:{j}] = [{new}]", "del {n}[{i}:{j}]", "{n}.remove({new})", "{n}.reverse()",
                              "{n}.sort()",
                              "{n}.extend([{new}, {new}])", "{n}[::2] = [{new}]", "{n}.clear()",
                              "{n}.sort(key=repr, reverse=True)",
                              "{n}[{i}] += {new}", "{n}[{i}], {n}[{j}] = {n}[{j}], {n}[{i}]"))
        elif kind == "set":
            new = self.expr("int", 2)
            text = self.pick(("{n} = {n} | {{{new}}}", "{n} -= {{{new}}}", "{n} = set({n}); {n}.add({new})",
                              "{n} = set({n}); {n}.discard({new})",
                              "print({new} in {n}, len({n}))", "{n} = set({n}); {n}.remove({new})"))
        else:
            key = self.expr("str" if kind == "dict" else "int", 1)
            new = self.expr("int" if kind == "dict" else "strs", 2)
            text = self.pick(("{n}[{key}] = {new}", "{n}.setdefault({key}, {new})", "{n}.pop({key}, None)",
                              "del {n}[{key}]",
                              "{n}.update({{{key}: {new}}})", "print({n}.popitem())", "{n}[{key}] += {new}",
                              "print({n}.pop({key}))",
                              "for k in {n}: {n}[{key}] = {new}", "{n} |= {{{key}: {new}}}", "{n}.clear()"))
            key = self.expr("str" if kind == "dict" else "int", 1)
            self.emit(text.format(n=n, key=key, new=new))
            return
        self.emit(text.format(n=n, i=i, j=j, new=new))

    def delete(self):
        names = list(self.e.scopes[-1])
        if len(names) > 3 and self.depth <= 1:
            name = self.pick(names)
            self.emit("del %s" % name)
            if self.chance(0.8):
                del self.e.scopes[-1][name]

    def assert_(self):
        self.emit("assert %s%s" % (self.expr("bool"), ", " + self.expr("str", 1) if self.chance(0.5) else ""))

    def raise_(self):
        name = self.pick(EXCEPTIONS)
        text = self.pick(("raise %s(%s)" % (name, self.expr("str", 1)), "raise %s" % name, "raise %s(%s, %s)" % (
            name, self.expr("int", 1), self.expr("str", 1)),
            "raise %s(%s) from %s('cause')" % (name, self.expr("any", 1), self.pick(EXCEPTIONS))))
        self.emit("if %s: %s" % (self.expr("bool", 1), text))

    def comprehension(self):
        name = self.e.name("x")
        self.emit("%s = %s" % (name, self.e.fill(self.pick((
            "[($v, $w) for $v in {ints} for $w in {strs} if {bool+$v:int+$w:str}]",
            "{{$v: {ints+$v:int} for $v in {ints}}}",
            "[[{int+$v:int+$w:int} for $w in range($v % 4)] for $v in {ints}]",
            "sorted({{{str+$v:int} for $v in {ints}}})",
            "tuple($v for $v in {pairs} if $v[0] > {int})", "list(map(lambda $v, $w: ($v, $w), {ints}, {strs}))",
            "[$w for $v in {table}.values() for $w in $v]", "[(lambda: $v)() for $v in {ints}]")), 2)))
        self.emit("print(%s)" % name)

    # ---- compound statements ------------------------------------------------------------------
    def if_(self):
        self.emit("if %s:" % self.expr("bool" if self.chance(0.7) else "any"))
        self.block()
        for _ in range(self.rng.randrange(0, 2)):
            self.emit("elif %s:" % self.expr("bool"))
            self.block()
        if self.chance(0.5):
            self.emit("else:")
            self.block()

    def loop_body(self, first=None):
        self.depth += 1
        self.emit("tick()")
        for line in first or ():
            self.emit(line)
        if self.chance(0.25):
            self.emit("if %s: %s" % (self.expr("bool", 1), self.pick(("break", "continue"))))
        self.depth -= 1
        self.loops += 1
        self.block(1, 3)
        self.loops -= 1
        if self.chance(0.2):
            self.emit("else:")
            self.block(1, 1)

    def for_(self):
        v, w = self.e.name("i"), self.e.name("i")
        target, kinds, source = self.pick((
            ("%s" % v, {v: "int"}, "range(%d)" % self.rng.randrange(1, 5)),
            ("%s" % v, {v: "int"}, self.expr("ints", 2)),
            ("%s" % v, {v: "str"}, self.expr("strs", 2)), ("%s" % v, {v: "str"}, self.expr("str", 1)),
            ("%s, %s" % (v, w), {v: "int", w: "str"}, self.expr("pairs", 2)),
            ("%s, %s" % (v, w), {v: "int", w: "int"}, "enumerate(%s)" % self.expr("ints", 1)),
            ("%s, %s" % (v, w), {v: "str", w: "int"}, self.expr("dict", 1) + ".items()"),
            ("%s" % v, {v: "str"}, "list(%s)" % self.expr("dict", 1)),
            ("%s, %s" % (v, w), {v: "int", w: "str"}, "zip(%s, %s)" % (self.expr("ints", 1), self.expr("strs", 1))),
            ("%s" % v, {v: "any"}, self.expr("any", 2))))
        self.emit("for %s in %s:" % (target,
                                     self.e.safe(source) if not source.startswith(("range", "zip", "enum",
                                             "list")) else source))
        self.e.scopes[-1].update(kinds)
        self.loop_body()

    def while_(self):
        n = self.e.name("n")
        self.emit("%s = %d" % (n, self.rng.randrange(1, 5)))
        self.emit("while %s > 0%s:" % (n, " and " + self.expr("bool", 1) if self.chance(0.3) else ""))
        self.loop_body(["%s -= 1" % n])

    def leave(self):
        """A statement that leaves the block, where one may stand."""
        choices = ["raise %s(%s)" % (self.pick(EXCEPTIONS), self.expr("str", 1))]
        if self.in_function:
            choices += ["return %s" % self.expr("any", 1)] * 2
        if self.loops:
            choices += ["break", "continue"]
        self.emit("    " + self.pick(choices))

    def try_(self):
        self.emit("try:")
        self.block(1, 3)
        if self.chance(0.3):
            self.leave()
        shape = self.rng.randrange(4)
        if shape != 3:
            for last in range(self.rng.randrange(1, 3)):
                names = ", ".join(sorted({self.pick(EXCEPTIONS) for _ in range(self.rng.randrange(1, 3))}))
                self.emit("except (%s) as e:" % names)
                self.emit("    print('handler', type(e).__name__, e, repr(e.__context__))")
                self.handlers += 1
                self.block(1, 2)
                if self.chance(0.15):
                    self.emit("    raise")
                elif self.chance(0.15):
                    self.emit("    raise %s('new') from e" % self.pick(EXCEPTIONS))
                self.handlers -= 1
            if self.chance(0.3):
                self.emit("else:")
                self.block(1, 2)
        if shape >= 2:
            self.emit("finally:")
            self.emit("    print('finally')")
            self.block(1, 2)

    def group(self):
        members = ["%s(%s)" % (self.pick(EXCEPTIONS[:8]),
                               self.expr("int", 1)) for _ in range(self.rng.randrange(1, 4))]
        self.emit("try:")
        self.emit("    raise ExceptionGroup('g', [%s])" % ", ".join(members))
        self.emit("except* (%s, %s) as e:" % (self.pick(EXCEPTIONS[:8]), self.pick(EXCEPTIONS[:8])))
        self.emit("    print('star', repr(e))")
        if self.chance(0.5):
            self.emit("except* Exception as e:")
            self.emit("    print('rest', [type(x).__name__ for x in e.exceptions])")

    def with_(self):
        swallow = ", (%s,)" % self.pick(EXCEPTIONS) if self.chance(0.4) else ""
        v = self.e.name("x")
        if self.chance(0.3):
            self.emit("with CM('a'%s) as %s, CM('b'):" % (swallow, v))
        else:
            self.emit("with CM(%s%s) as %s:" % (self.expr("str", 1), swallow, v))
            self.e.bind(v, "str")
        self.block(1, 3)
        if self.chance(0.2):
            self.leave()

    def match_(self):
        self.emit("match %s:" % self.expr(self.pick(("any", "int", "pair", "ints", "dict", "pairs", "str", "table"))))
        self.depth += 1
        for _ in range(self.rng.randrange(1, 4)):
            pattern, names = self.pattern(2)
            guard = " if %s" % self.expr("bool", 1) if self.chance(0.2) else ""
            if not guard and (pattern == "_" or pattern.isidentifier()):
                guard = " if True"
            self.emit("case %s%s:" % (pattern, guard))
            self.emit("    print('case', %s)" % (", ".join(sorted(names)) or "None"))
            self.block(0, 1)
        if self.chance(0.5):
            self.emit("case _:")
            self.block()
        self.depth -= 1

    def pattern(self, depth):
        """(text, names bound) of a pattern."""
        v = self.e.name("m")
        simple = [("_", ()), (v, (v,)), (str(self.rng.randrange(-3, 10)), ()),
                  (repr(self.pick(("a", "b", "", "abc"))), ()), ("None", ()),
                  ("True", ()), ("1.5", ()), ("int() | str()", ()), ("int(%s)" % v, (v,)), ("str() as %s" % v, (v,)),
                  ("0 | 1 | 2 as %s" % v, (v,)), ("float()", ())]
        if depth == 0 or self.chance(0.4):
            return self.pick(simple)
        (a, an), (b, bn) = self.pattern(depth - 1), self.pattern(depth - 1)
        a, b = ("(%s)" % p if " " in p else p for p in (a, b))
        names = tuple(an) + tuple(bn)
        return self.pick((("[%s, %s]" % (a, b), names), ("(%s, *%s)" % (a, v), (*an, v)), ("[*_, %s]" % a, an),
                          ("{'a': %s, **%s}" % (a, v), (*an, v)),
                          ("{%d: %s}" % (self.rng.randrange(3), a), an), ("[%s, *_, %s]" % (a, b), names),
                          ("list([%s])" % a, an), ("[]", ()), ("{}", ())))
