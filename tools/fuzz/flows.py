"""Control flow around exceptions and generators: try statements inside loops inside functions, with every way to leave;
with statements, chains, groups, notes; generators, coroutines and async generators driven by hand.
"""
from maker import Maker

CLASSES = """ValueError TypeError KeyError IndexError ZeroDivisionError AttributeError NameError OverflowError LookupError
    ArithmeticError RuntimeError StopIteration AssertionError Exception OSError UnicodeError EOFError NotImplementedError
    RecursionError StopAsyncIteration GeneratorExit KeyboardInterrupt SystemExit BaseException BufferError ImportError
    ModuleNotFoundError MemoryError FloatingPointError UnboundLocalError FileNotFoundError PermissionError TimeoutError
    ConnectionError BrokenPipeError InterruptedError IsADirectoryError ReferenceError SyntaxError IndentationError TabError
    SystemError UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError Warning UserWarning DeprecationWarning
    FutureWarning BytesWarning ResourceWarning EncodingWarning SyntaxWarning RuntimeWarning ImportWarning UnicodeWarning
    PendingDeprecationWarning BlockingIOError ChildProcessError ConnectionAbortedError ConnectionRefusedError
    ConnectionResetError FileExistsError NotADirectoryError ProcessLookupError PythonFinalizationError""".split()
USUAL = CLASSES[:12]
MAKES = {"UnicodeDecodeError": "('utf-8', b'\\xff', 0, 1, 'why')", "UnicodeEncodeError": "('ascii', 'é', 0, 1, 'why')",
         "UnicodeTranslateError": "('é', 0, 1, 'why')"}
ARGUMENTS = ["()", "('m',)", "(1, 2)", "(2, 'no such', 'file')", "(None,)", "('a', 'b', 'c', 'd')", "(17, 'x')", "([1],)", "({},)",
             "('bad', ('f.py', 1, 2, 'text'))", "('x', 'y', 3, 'z', 5)", "(b'x',)", "(1.5,)"]
PRELUDE = '''\
import traceback
class CM:
    def __init__(self, n, swallow=False, bad=None): self.n, self.swallow, self.bad = n, swallow, bad
    def __enter__(self):
        print('enter', self.n)
        if self.bad == 'enter': raise KeyError('enter')
        return self.n
    def __exit__(self, t, v, tb):
        print('exit', self.n, t and t.__name__, v)
        if self.bad == 'exit': raise LookupError('exit')
        return self.swallow
class ACM(CM):
    async def __aenter__(self): return self.__enter__()
    async def __aexit__(self, *a): return self.__exit__(*a)
class Wait:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
        return got
class Mine(Exception):
    def __init__(self, a, b=0): super().__init__(a); self.b = b
class Mine2(Mine, ValueError): pass
class Odd(Exception):
    def __str__(self): return 'odd' * 2
def chain(e, depth=0):
    while e is not None and depth < 8:
        print(' ' * depth, type(e).__name__, e, e.__suppress_context__, getattr(e, '__notes__', ''), len(traceback.extract_tb(e.__traceback__)))
        if isinstance(e, BaseExceptionGroup):
            for x in e.exceptions: chain(x, depth + 4)
        e, depth = e.__cause__ or e.__context__, depth + 1
'''


class Flows(Maker):
    def exception(self):
        r = self.rng.random()
        if r < 0.15:
            return self.pick(("Mine('m')", "Mine2('n', 2)", "Odd()", "Mine", "ValueError", "5", "None", "'text'", "Mine()", "KeyError"))
        if r < 0.25:
            members = ", ".join(self.exception_call() for _ in range(self.rng.randrange(1, 4)))
            return "ExceptionGroup(%r, [%s])" % (self.pick("gh"), members)
        return self.exception_call()

    def exception_call(self):
        name = self.pick(USUAL) if self.chance(0.8) else self.pick(CLASSES[:20])
        return name + MAKES.get(name, "(%s)" % self.pick(("'m'", "", "1", "'a', 2", "None")))

    def fails(self):
        return self.pick(("1 / 0", "[][1]", "{}['k']", "int('x')", "None.x", "unbound_name", "'a' + 1", "(1, 2)[5]", "len(5)", "a, b = 1, 2, 3",
                          "[].pop()", "next(iter([]))", "'%d' % 'a'", "chr(-1)", "f(1, 2, 3, 4, 5)", "assert 0, 'no'", "b'\\xff'.decode()",
                          "int('9' * 5000)", "''.join([1])", "{[]: 1}", "del nothing", "import no_such_module", "from math import nothing"))

    def leave(self):
        options = ["raise " + self.exception(), self.fails(), "pass", "print(%s)" % self.pick(("1", "n", "'x'"))]
        if self.chance(0.2):
            options = ["raise %s from %s" % (self.exception(), self.pick(("None", self.exception_call(), "e" if self.handlers else "None")))]
        if self.functions:
            options.append(self.pick(("return %d" % self.rng.randrange(9), "return", "return n")))
        if self.loops:
            options += ["break", "continue"]
        if self.handlers:
            options += ["raise", "e.add_note('note')", "raise e"]
        if self.yields:
            options += ["yield %d" % self.rng.randrange(9), "got = yield n; print('got', got)", "yield from %s" % self.pick(("'ab'", "g0()", "[1]"))]
        if self.asyncs:
            options += ["print(await Wait(%d))" % self.rng.randrange(9), "await c0()"]
        return self.pick(options)

    def block(self, depth):
        self.depth += 1
        for _ in range(self.rng.randrange(1, 3)):
            if depth and self.chance(0.55):
                self.statement(depth - 1)
            else:
                self.emit(self.leave())
        self.depth -= 1

    def statement(self, depth):
        kind = self.pick(("try", "try", "try", "for", "while", "with", "if", "star", "match", "def"))
        if kind == "try":
            self.try_(depth)
        elif kind == "for":
            awaits = "async " if self.asyncs and self.chance(0.5) else ""
            self.emit("%sfor i in %s:" % (awaits, "a0()" if awaits else self.pick(("range(3)", "[1, 2]", "()"))))
            self.loop(depth)
        elif kind == "while":
            self.emit("n = 0")
            self.emit("while n < %d:" % self.rng.randrange(4))
            self.emit("    n += 1")
            self.loop(depth)
        elif kind == "with":
            awaits = self.asyncs and self.chance(0.5)
            items = ["%s(%d, %s, %r)" % ("ACM" if awaits else "CM", k, self.pick(("True", "False", "False", "0", "[1]")),
                                         self.pick((None,) * 6 + ("enter", "exit"))) for k in range(self.rng.randrange(1, 3))]
            self.emit("%swith %s:" % ("async " if awaits else "", ", ".join(i + self.pick(("", " as w")) for i in items)))
            self.block(depth)
        elif kind == "if":
            self.emit("if %s:" % self.pick(("n", "n > 1", "True", "not n")))
            self.block(depth)
            self.emit("else:")
            self.block(0)
        elif kind == "star":
            self.star(depth)
        elif kind == "match":
            self.emit("match %s:" % self.pick(("n", "[n, 1]", "{'a': n}", "'x'", "Mine('q')")))
            self.depth += 1
            for case in self.some(("0", "[x, _]", "{'a': 1, **r}", "str()", "Mine(b=0)", "[*_, 2]", "int(x) if x > 1", "_ if n", "None | 'x'"), 1, 3):
                self.emit("case %s:" % case)
                self.block(0)
            self.depth -= 1
        else:
            name = self.name("h")
            self.emit("def %s(n=%d):" % (name, self.rng.randrange(3)))
            saved = self.functions, self.loops, self.handlers, self.yields, self.asyncs
            self.functions, self.loops, self.handlers, self.yields, self.asyncs = 1, 0, 0, 0, 0
            self.block(depth)
            self.functions, self.loops, self.handlers, self.yields, self.asyncs = saved
            self.emit("print('call', %s())" % name)

    def loop(self, depth):
        self.loops += 1
        self.block(depth)
        self.loops -= 1
        if self.chance(0.3):
            self.emit("else:")
            self.emit("    print('else')")

    def try_(self, depth):
        self.emit("try:")
        self.block(depth)
        shape = self.rng.randrange(4)
        if shape != 3:
            for _ in range(self.rng.randrange(1, 3)):
                names = sorted({self.pick(USUAL + ["Mine", "Mine2", "Odd"]) for _ in range(self.rng.randrange(1, 3))})
                self.emit("except %s as e:" % (names[0] if len(names) == 1 else "(%s)" % ", ".join(names)))
                self.emit("    print('caught', type(e).__name__, e)")
                self.handlers += 1
                self.block(depth - 1 if depth else 0)
                self.handlers -= 1
            if self.chance(0.2):
                self.emit("else:")
                self.block(0)
        if shape >= 2:
            self.emit("finally:")
            self.emit("    print('finally')")
            if self.chance(0.6):
                self.block(0)

    def star(self, depth):
        saved, self.loops, self.functions = (self.loops, self.functions), 0, 0
        self.emit("try:")
        self.block(depth)
        for _ in range(self.rng.randrange(1, 3)):
            self.emit("except* %s as e:" % self.pick(USUAL + ["(ValueError, KeyError)", "Mine"]))
            self.emit("    print('star', repr(e))")
            if self.chance(0.3):
                self.emit("    raise %s" % self.exception_call())
        self.loops, self.functions = saved

    def define(self, name, head):
        self.emit("%s%s(n=0):" % (head, name))
        self.functions, self.loops, self.handlers = 1, 0, 0
        self.block(3)

    def drive(self, name):
        """Steps of a generator by hand."""
        self.emit("g = %s(2)" % name)
        for _ in range(self.rng.randrange(1, 5)):
            self.attempt("print('step', %s)" % self.pick(("next(g)", "g.send(None)", "g.send(5)", "g.throw(ValueError('thrown'))", "g.throw(KeyError)",
                                                         "g.close()", "list(g)", "next(g, 'end')", "g.throw(Mine('z'))", "g.throw(GeneratorExit)")))
        self.attempt("g.close()")

    def attempt(self, text):
        self.emit("try: %s" % text)
        self.emit("except BaseException as e: chain(e)")

    def constructors(self):
        for _ in range(3):
            name = self.pick(CLASSES + ["Mine", "Mine2", "Odd"])
            args = self.pick(ARGUMENTS)
            if "Warning" in name or self.chance(0.5):
                args = self.pick(ARGUMENTS[:4])
            self.show("%s(*%s)" % (name, args))
            self.show("str(%s(*%s)), %s(*%s).args" % (name, args, name, args))
            attr = self.pick(("args", "errno", "strerror", "filename", "value", "code", "name", "path", "obj", "msg", "lineno", "offset", "text",
                              "encoding", "object", "start", "end", "reason", "__notes__", "exceptions", "message", "__cause__", "__dict__"))
            self.show("%s(*%s).%s" % (name, args, attr))

    def program(self):
        self.functions = self.loops = self.handlers = self.yields = self.asyncs = 0
        self.emit("n = 1")
        self.emit("def f(a): return a")
        self.emit("def g0(): yield 7; yield 8")
        self.emit("async def c0(): print('c0', await Wait(1))")
        self.emit("async def a0():\n    yield 1\n    yield await Wait(2)")
        kind = self.rng.randrange(10)
        if kind < 4:
            self.define("main", "def ")
            self.attempt("print('result', main())")
            self.attempt("print('result', main(2))")
        elif kind < 6:
            self.yields = 1
            self.emit("def gen(n=0):")
            self.emit("    if n > 5: yield")
            self.functions = 1
            self.block(3)
            self.drive("gen")
        elif kind < 8:
            self.asyncs = 1
            self.define("co", "async def ")
            self.drive("co")
        elif kind < 9:
            self.constructors()
        else:
            self.asyncs = self.yields = 1
            self.emit("async def agen(n=0):")
            self.emit("    if n > 5: yield")
            self.functions = 1
            at = len(self.lines)
            self.block(2)
            self.lines[at:] = [line.replace("yield from", "yield") for line in self.lines[at:]]
            self.lines[at:] = [__import__("re").sub(r"return \w+", "return", line) for line in self.lines[at:]]
            self.emit("a = agen(1)")
            for _ in range(3):
                step = self.pick(("a.asend(None)", "a.__anext__()", "a.athrow(ValueError('t'))", "a.aclose()", "a.asend(3)"))
                self.emit("s = %s" % step)
                for _ in range(2):
                    self.attempt("print('step', s.%s)" % self.pick(("send(None)", "send(1)", "throw(KeyError('k'))", "close()")))
        return self.text(PRELUDE)
