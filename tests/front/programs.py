"""Random programs for compare.py. They need not run, or even compile: what is refused must be refused alike."""


class Scopes:
    """Programs rich in scopes: nested functions, classes, comprehensions, type parameters, global, nonlocal."""

    NAMES = ["a", "b", "__p", "__class__", "super", "x"]
    RARE = ["__debug__", "__classdict__", "c", "d"]
    TARGETS = ["a", "b", "x", "a, b", "__p", "a.b", "(a, [x, b])", "a[b]"]
    LOOP_TARGETS = ["c", "d", "c, d", "a.b", "(c, [d, c])", "a[b]"]
    PARAMS = ["", "a", "a, b=x", "*a, x", "a: x, *, b: __p = x, **x", "a, a"]
    PATTERNS = ["a", "[a, *b]", '{"k": a, **b}', "A(b, x=a)", "a.b", "1 | 2", "(a as b)", "_"]

    def __init__(self, random):
        self.random = random

    def pick(self, *choices):
        return self.random.choice(choices)

    def name(self):
        return self.random.choice(self.NAMES if self.random.random() < 0.93 else self.RARE)

    def expr(self, depth):
        kind = self.random.randrange(14)
        if depth <= 0 or kind < 4:
            return self.name()
        inner = self.expr(depth - 1)
        if kind == 4:
            params = dict.fromkeys(self.pick(*"abx") for _ in range(self.random.randrange(3)))
            return "(lambda %s: %s)" % (",".join(params), inner)
        if kind in (5, 6, 7):
            more = self.pick("", "", " if " + self.name(), " for %s in %s" % (self.loop_target(), self.name()))
            form = self.pick("[%s]", "{%s}", "(%s)")
            return form % ("%s for %s in %s%s" % (inner, self.loop_target(), self.expr(depth - 1), more))
        if kind == 8:
            return "{%s: %s for %s in %s}" % (inner, self.name(), self.loop_target(), self.expr(depth - 1))
        if kind == 9:
            return "(%s := %s)" % (self.pick(*"abx"), inner)
        if kind == 10:
            return "%s(%s)" % (self.name(), inner)
        if kind == 11:
            return "%s + %s" % (inner, self.expr(depth - 1))
        if kind == 12 and self.random.random() < 0.3:
            return self.pick("(yield)", "(await a)", "(yield from a)", "[a async for a in b]", "a.__p")
        return "super().%s" % self.name()

    def loop_target(self):
        return self.random.choice(self.LOOP_TARGETS)

    def target(self):
        return self.random.choice(self.TARGETS)

    def block(self, depth, pad):
        return "".join(self.statement(depth, pad) for _ in range(self.random.randrange(1, 4)))

    def statement(self, depth, pad=""):
        if depth > 0 and self.random.random() < 0.4:
            return self.compound(depth - 1, pad)
        return pad + self.simple() + "\n"

    def compound(self, depth, pad):
        kind = self.random.randrange(6)
        body = self.block(depth, pad + " ")
        if kind == 0:
            params = self.pick("", "", "[T]", "[T: %s]" % self.expr(1), "[*T]", "[T = %s]" % self.expr(1), "[a, b: x]")
            head = self.pick("", "async ") + "def %s%s(%s)%s:" % (
                self.name(), params, self.random.choice(self.PARAMS), self.pick("", " -> " + self.expr(1)))
        elif kind in (1, 2):
            bases = self.pick("", "(a)", "(%s)" % self.expr(1), "(x, m=%s)" % self.name())
            head = "class %s%s%s:" % (self.pick(*"ABa"), self.pick("", "", "[T]", "[__T, b]"), bases)
        elif kind == 3:
            head = self.pick("if %s:" % self.expr(1), "while %s:" % self.expr(1),
                             "for %s in %s:" % (self.target(), self.expr(1)), "async for a in b:",
                             "with %s as %s:" % (self.expr(1), self.target()), "async with a as b:")
        elif kind == 4:
            handler = self.block(depth, pad + " ")
            return "%stry:\n%s%sexcept %s as %s:\n%s" % (pad, body, pad, self.name(), self.pick(*"abx"), handler)
        else:
            body = self.block(depth, pad + "  ")
            return "%smatch %s:\n%s case %s:\n%s" % (pad, self.name(), pad, self.random.choice(self.PATTERNS), body)
        return "%s%s\n%s" % (pad, head, body)

    def simple(self):
        return self.pick(
            "global " + self.pick("a", "b", "x", "a, b"), "nonlocal " + self.pick("a", "b", "x", "a, b"),
            "%s: %s%s" % (self.pick("a", "b", "__p", "(a)", "a.b", "x[a]"), self.expr(1),
                          self.pick("", " = " + self.expr(1))),
            "%s = %s" % (self.target(), self.expr(2)), "import " + self.pick("a", "a.b", "a as b", "a.b as x"),
            "from a import " + self.pick("a", "b as x", "*"),
            "type %s%s = %s" % (self.pick(*"abX"), self.pick("", "[T]", "[T: a]"), self.expr(2)),
            "del " + self.pick("a", "a.b", "(a, b)", "x[a]"), "return " + self.expr(1),
            "%s += %s" % (self.pick("a", "b", "a.b"), self.expr(1)), self.expr(3), self.expr(3))

    def program(self):
        return self.block(3, "")


class Checks(Scopes):
    """Programs rich in what the compiler refuses or warns of: break, return, yield, stars, patterns, comparisons."""

    NAMES = ["a", "b", "x", "1", '"s"', "()", "None", "True", "[]", "x.y"]
    RARE = NAMES
    TARGETS = ["a", "b", "x", "a, b", "a.b", "(a, [x, b])", "a[b]", "*a", "*a, b", "[a, *b, *x]", "(a, (*b, *x))"]
    LOOP_TARGETS = ["c", "c, a"]
    PARAMS = ["a", "a=1", "a: b", "a: (yield)"]
    KEYS = ["1", '"k"', "None", "a.b", "-1", "1.0", "True", 'f"x"', "2j", "-2j", "1+2j"]

    def expr(self, depth):
        if depth <= 0 or self.random.random() < 0.5:
            return super().expr(depth)
        inner = self.expr(depth - 1)
        return self.pick(
            "%s(%s)" % (inner, self.pick("*a", "a=1, a=2", "**a, b=1", "a, b=1", "")),
            "%s[%s]" % (inner, self.pick("1", '"k"', "1:2", "*a", "()", "1.5", "True", self.name())),
            "%s %s %s" % (inner, self.pick("is", "is not", "==", "in"), self.expr(depth - 1)),
            "(yield %s)" % inner, "(yield from %s)" % inner, "(await %s)" % inner,
            self.pick("(*a, b)", "[*a]", "{*a}", "{**a}", "(*a, *b)"), "(%s if a else b)" % inner,
            self.pick('f"{a}"', 'f"{a!r}"', 'f"{a:{b}}"', 'f"{*a,}"'), "{%s: %s}" % (inner, self.expr(depth - 1)),
            "[%s async for c in a]" % inner, "(c := %s)" % inner)

    def pattern(self, depth):
        kind = self.random.randrange(12)
        if depth <= 0 or kind < 5:
            return self.pick("_", "1", "None", '"s"', "a.b", "-1", "a", "b", "x", "1+2j", 'f"a"', 'b"a"')
        some = [self.pattern(depth - 1) for _ in range(self.random.randrange(4))]
        if kind < 7:
            return "[%s]" % ", ".join(p if self.random.random() < 0.8 else "*" + self.pick(*"ab_") for p in some)
        if kind == 7:
            return "(%s | %s)" % (self.pattern(depth - 1), self.pattern(depth - 1))
        if kind == 8:
            return "(%s as %s)" % (self.pattern(depth - 1), self.pick(*"abcx"))
        if kind == 9:
            return "{%s}" % ", ".join("%s: %s" % (self.random.choice(self.KEYS), p) for p in some)
        return "A(%s)" % ", ".join([*some, *("%s=a" % self.pick(*"xyz") for _ in range(self.random.randrange(3)))])

    def compound(self, depth, pad):
        kind = self.random.randrange(5)
        body = self.block(depth, pad + " ")
        if kind == 0:
            return "%stry:\n%s%s%s" % (pad, body, pad, self.handlers(depth, pad))
        if kind == 1:
            cases = (" case %s%s:\n%s" % (self.pattern(2), self.pick("", "", " if " + self.expr(1)),
                                          pad + "  pass\n") for _ in range(self.random.randrange(1, 3)))
            return "%smatch %s:\n%s" % (pad, self.expr(1), "".join(pad + case for case in cases))
        if kind == 2:
            head = self.pick("for a in b:", "while a:")
            return "%s%s\n%s%selse:\n%s" % (pad, head, body, pad, self.block(depth, pad + " "))
        return super().compound(depth, pad)

    def handlers(self, depth, pad):
        star, text = self.pick("", "", "*"), ""
        for _ in range(self.random.randrange(1, 3)):
            what = self.pick("a", "a as b", self.expr(1), "a" if star else "")
            text += "except%s %s:\n%s%s" % (star, what, self.block(depth, pad + " "), pad)
        return text + "else:\n%s pass\n" % pad

    def simple(self):
        if self.random.random() < 0.4:
            return super().simple()
        star = self.pick("*a", "*a, b", self.expr(1))
        return self.pick("return", "return " + star, "break", "continue", "raise " + self.expr(1),
                         "assert " + self.pick("(a, b)", "a, b", self.expr(1)),
                         "%s = %s" % (self.target(), star), "%s = a = %s" % (self.target(), star),
                         "type X[T=a, U] = " + self.expr(1), '"\\d"', "1if a else b")


class Mutations:
    """Pieces of real files with a mistake or two in them."""

    MISTAKES = """( ) [ ] { } : , ; . = == += - + * ** / // % @ -> := != < ... ! ~ | if else elif for while in is not
        and or def class return yield await async lambda with as try except finally raise import from global nonlocal
        del assert pass break continue None True match case type _ print x 1 2.5 "s" f'{x}' f'{ t'{x!r}' b"x" # \u00e9
        0x 1_ " '""".split() + ["\n", "\n    ", "\\\n", "  ", "\t"]

    def __init__(self, random, files):
        self.random, self.files = random, files

    def piece(self):
        with open(self.random.choice(self.files), "rb") as f:
            lines = f.read().decode("utf-8", "replace").split("\n")
        start = self.random.randrange(len(lines))
        part = lines[start:start + self.random.choice([1, 2, 3, 5, 8, 15, 30])]
        first = next((line for line in part if line.strip()), "")
        indent = len(first) - len(first.lstrip())
        part = [line[indent:] if not line[:indent].strip() else line for line in part]
        return "\n".join(part) + self.random.choice(["\n", "\n", ""])

    def mutate(self, source, spans):
        random = self.random
        if not spans or random.random() < 0.1:
            at = random.randrange(len(source) + 1)
            return source[:at] + random.choice(self.MISTAKES) + source[at:]
        (a, b), (c, d) = sorted([random.choice(spans), random.choice(spans)])
        new = random.choice(self.MISTAKES)
        kind = random.randrange(7)
        if kind in (0, 1):
            return source[:a] + source[b:]
        if kind in (2, 3):
            return source[:a] + new + " " + source[a:]
        if kind == 4:
            return source[:a] + new + source[b:]
        if kind == 5 and b <= c:
            return source[:a] + source[c:d] + source[b:c] + source[a:b] + source[d:]
        return source[:random.choice([a, b, random.randrange(len(source) + 1)])]

    def mutate_lines(self, source):
        """Lines moved in or out, doubled, lost, joined, or with other ends."""
        random = self.random
        lines = source.split("\n")
        at = random.randrange(len(lines))
        line = lines[at]
        kind = random.randrange(8)
        if kind == 0:
            lines[at] = random.choice([" ", "    ", "\t", "  \t", "\f"]) + line
        elif kind == 1:
            lines[at] = line[random.randrange(1, 5):] if line[:1].isspace() else line
        elif kind == 2:
            lines[at:at + 1] = [line, line]
        elif kind == 3:
            del lines[at]
        elif kind == 4:
            lines[at:at + 2] = [" ".join(lines[at:at + 2])]
        elif kind == 5:
            lines[at] = line.replace("    ", "\t", random.randrange(1, 3))
        elif kind == 6:
            return random.choice(["\r\n", "\r", "\n\f", "\n\n"]).join(lines)
        else:
            other = self.piece().split("\n")
            lines[at:at] = other[:random.randrange(1, 4)]
        return "\n".join(lines)

    def mutate_characters(self, source):
        random = self.random
        at = random.randrange(len(source) + 1)
        kind = random.randrange(4)
        if kind == 0:
            return source[:at] + source[at + random.randrange(1, 4):]
        if kind == 1:
            return source[:at] + source[at:at + 1] * 2 + source[at + 1:]
        letter = random.choice("\"\"''{}{}()[]:!=\\\\\r\n\t\f #0_.;\u00e9\u4e2d\u00a0\u200b\U0001f600\ufeffebxjfrt")
        return source[:at] + letter + source[at + (kind == 2):]

    def program(self):
        source = self.piece()
        for _ in range(self.random.choice([1, 1, 1, 2])):
            kind = self.random.randrange(4)
            if kind == 0:
                source = self.mutate_lines(source)
            elif kind == 1:
                source = self.mutate_characters(source)
            else:
                source = self.mutate(source, spans_of(source))
        return source.replace("\0", "")


def spans_of(source):
    """(start, end) of the tokens that CPython finds before it gives up."""
    import io
    import tokenize
    starts, spans = [0], []
    for line in source.splitlines(True):
        starts.append(starts[-1] + len(line))
    quiet = (tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER, tokenize.NL, tokenize.COMMENT)
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            a = starts[min(token.start[0], len(starts)) - 1] + token.start[1]
            b = starts[min(token.end[0], len(starts)) - 1] + token.end[1]
            if token.type not in quiet and a < b <= len(source):
                spans.append((a, b))
    except (SyntaxError, tokenize.TokenError):
        pass
    return spans
