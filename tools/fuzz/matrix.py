"""The expression fuzzer: operators and builtins on values of every builtin type, methods with any arguments, format
specs, slices, number texts. A program here is a few expressions, each shown with its result or its exception.
"""
import random

SHOW = '''\
def show(text, f):
    try:
        r = f()
        known = not isinstance(r, (set, frozenset)) or all(isinstance(x, (int, float)) for x in r)
        print(text, '->', type(r).__name__, repr(r if known else sorted(map(repr, r))).replace('\\n', ' '))
    except BaseException as e:
        print(text, '!!', type(e).__name__, str(e).replace('\\n', ' '))
'''
SMALL = """
    0;1;-1;2;3;7;-5;10;255;256;True;False;0.0;-0.0;1.0;1.5;-2.5;0.1;1e16;1e-7;None;...;'';'a';'abc';'é';'😀b';'12';'-3';
    'a b';'%s';b'';b'a';b'abc';b'\\xff';[];[1];[1, 2];[3, 1, 2];['a'];[[]];();(1,);(1, 2);(1, 'a');{};{'a': 1};
    {1: 2, 3: 4};set();{1};{1, 2, 3};frozenset();frozenset([1, 2]);range(0);range(5);range(1, 10, 3);slice(1, 2);
    slice(None);1j;2-3j;bytearray(b'ab');memoryview(b'ab');int;str;len;type;object;NotImplemented;iter([1, 2]);
    reversed([1, 2]);(x * 2 for x in [1, 2]);[1].append;list[int];int | None;{1: 2}.keys();{1: 2}.items();
    ValueError('v')"""
SMALL = [v.strip() for v in SMALL.split(";")]
BIG = """
    2**31 2**32 2**47 2**48 2**53 2**62 2**63 -2**63 2**64 10**20 -10**30 10**40 float('inf') float('-inf')
    float('nan') 1e308 5e-324 1e22 9007199254740993.0 1e15""".split()
BINARY = "+ - * / // % ** @ & | ^ << >> < <= > >= == != in is and or".split() + ["not in", "is not"]
ONE = """
    len abs repr str int float bool list tuple bin hex oct chr ord sorted sum min max round any all callable type ascii
    format bytes bytearray complex enumerate iter next range frozenset set dict zip slice hash divmod pow isinstance
    issubclass getattr hasattr reversed map filter int.from_bytes bytes.fromhex str.maketrans dict.fromkeys
    float.fromhex list.append str.join type.__call__ memoryview property object super""".split()
RECEIVERS = {"int": "5 -7 0 2**70 True".split(), "float": "1.5 -0.0 float('inf') 2.0".split(),
             "str": ["''", "'abc'", "'Hello World'", "'é😀'", "'a,b'"],
             "bytes": ["b''", "b'abc'", "b'a b'"], "list": ["[]", "[1, 2, 3]", "['b', 'a']"],
             "tuple": ["()", "(1, 2)", "('a', 1)"],
             "dict": ["{}", "{'a': 1}", "{1: 2, 3: 4}"], "set": ["set()", "{1, 2, 3}"],
             "frozenset": ["frozenset([1, 2])"], "range": ["range(5)", "range(1, 10, 3)"],
             "bytearray": ["bytearray(b'abc')"], "complex": ["(1+2j)"], "slice": ["slice(1, 5)"],
             "memoryview": ["memoryview(b'abc')"], "NoneType": ["None"], "bool": ["True"]}
SKIP_METHODS = set("__dir__ __sizeof__ __doc__".split())    # see SKIP in rows.py
GROWS = ("*", "**", "<<", "__mul__", "__rmul__", "__pow__", "__rpow__", "__lshift__", "__rlshift__", "__imul__",
         "center", "ljust", "rjust", "zfill",
         "expandtabs", "to_bytes", "bytes", "bytearray", "pow", "range", "chr", "insert", "resize", "sum", "list",
         "tuple", "cast", "round", "__round__")


class Matrix:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.used = set()

    def pick(self, seq):
        return seq[int(self.rng.random() * len(seq))]

    def value(self, big=True):
        return self.pick(BIG) if big and self.rng.random() < 0.25 else self.pick(SMALL)

    def binary(self):
        op = self.pick(BINARY)
        big = op not in GROWS
        a, b = self.value(big), self.value(big)
        if op in ("is", "is not") and "." in a + b or "float" in a:    # docs/differences.md: floats have no identity
            op = "=="
        return "(%s) %s (%s)" % (a, op, b)

    def builtin(self):
        name = self.pick(ONE)
        n = self.pick((0, 1, 1, 1, 1, 2, 2, 3))
        values = [self.value(name not in GROWS) for _ in range(n)]
        if name == "hash":    # that of other things is an address, or salted
            values = [self.pick(BIG + SMALL[:19]) for _ in range(n)]
        text = "%s(%s)" % (name, ", ".join(values))
        lazy = name in ("enumerate", "zip", "map", "filter", "reversed", "iter")
        endless = name == "iter" and n == 2
        return "[*%s]" % text if lazy and n and not endless else text

    def method(self):
        kind = self.pick(list(RECEIVERS))
        cls = type(None) if kind == "NoneType" else __builtins__[kind] if isinstance(__builtins__,
                dict) else getattr(__builtins__, kind)
        public = [n for n in dir(cls) if not n.startswith("_")]
        special = [n for n in dir(cls) if n.startswith("__") and n not in SKIP_METHODS]
        name = self.pick(public if public and self.rng.random() < 0.7 else special)
        if name == "__hash__" and kind in ("str", "bytes", "memoryview", "tuple"):
            name = "__len__"
        self.used.add((kind, name))
        n = self.pick((0, 1, 1, 1, 2, 2, 3))
        receiver = "3" if kind == "int" and name in GROWS else self.pick(RECEIVERS[kind])
        return "(%s).%s%s" % (receiver, name,
                              "" if self.rng.random() < 0.02
                              else "(%s)" % ", ".join(self.value(name not in GROWS) for _ in range(n)))

    def spec(self):
        r, out = self.rng.random, ""
        if r() < 0.5:
            out += (self.pick(("", "*", "é", "0", "<")) if r() < 0.5 else "") + self.pick("<>=^")
        out += self.pick(("", "", "", "+", "-",
                          " ")) + ("z" if r() < 0.08 else "") + ("#" if r() < 0.2 else "") + ("0" if r() < 0.2
                                  else "")
        out += self.pick(("", "", "1", "5", "12", "20")) + self.pick(("", "", "", ",", "_"))
        out += ("." + self.pick(("", "0", "1", "3", "10", "_"))) if r() < 0.4 else ""
        return out + self.pick(["", "", *"bcdeEfFgGnosxX%", "q"])

    def formatting(self):
        value = self.value()
        form = self.pick(("format(%s, %r)", "f'{%s:%s}'", "'%%%s' %% (%s,)", "'{:%s}'.format(%s)"))
        if form.startswith("format"):
            return form % (value, self.spec())
        if form.startswith("f'"):
            return "f\"\"\"{(%s):%s}\"\"\"" % (value, self.spec().replace("{", ""))
        if form.startswith("'%%"):
            flags = "".join(self.pick(("", c)) for c in "-+ #0")
            return "'%%%s%s%s%s' %% (%s,)" % (flags, self.pick(("", "5", "12")), self.pick(("", ".0", ".3", ".")),
                                              self.pick("diouxXeEfFgGcrsa%q"), value)
        return "'{:%s}'.format(%s)" % (self.spec(), value)

    def slicing(self):
        def edge():
            return self.pick(("", "0", "1", "-1", "2", "-3", "5", "100", "-100", "None", "10**20", "-10**20", "True",
                              "'a'", "1.0"))
        text = edge() + ":" + edge() + (":" + self.pick(("", "1", "-1", "2", "-2", "0", "None",
                                                         "10**20")) if self.rng.random() < 0.6 else "")
        seq = self.pick(("'abcdef'", "'aé😀d'", "[1, 2, 3, 4, 5]", "(1, 2, 3)", "b'abcd'", "range(10)",
                         "range(20, 0, -3)", "bytearray(b'xyz')", "''", "[]"))
        if self.rng.random() < 0.7:
            return "%s[%s]" % (seq, text)
        target = self.pick(("[1, 2, 3, 4, 5]", "bytearray(b'abcde')"))
        ops = self.pick(("__setitem__(slice(%s), %s)", "__delitem__(slice(%s))"))
        s = ", ".join(p or "None" for p in text.split(":"))
        return "(lambda x: (x.%s, x))(%s)" % (ops % ((s, self.value(False)) if "set" in ops else s), target)

    def number_text(self):
        text = "".join(self.pick(("0", "1", "9", "7", ".", "e", "-", "+", "_", "x", "b", "o", "f", " ", "inf", "nan",
                                  "j", "a", "१", "E5", "00"))
                       for _ in range(self.rng.randrange(1, 7)))
        return self.pick(("int(%r)", "int(%r, 0)", "int(%r, 16)", "int(%r, 2)", "float(%r)", "complex(%r)",
                          "float.fromhex(%r)", "bytes.fromhex(%r)")) % text

    def arithmetic(self):
        a, b = (self.pick(BIG + SMALL[:20]) for _ in range(2))
        c = self.rng.randrange(-10**self.rng.randrange(1, 40), 10**self.rng.randrange(1, 40))
        return self.pick(("(%s) %s %d" % (a, self.pick(("+", "-", "*", "//", "%", "/", "<", "==", "&", "^")), c),
                          "divmod(%d, %s)" % (c, b), "round(%s, %d)" % (a, c % 40 - 20),
                          "%d %s %d" % (c, self.pick(("*", "//", "%", "&", "|", "^", "-", "/")),
                                        self.rng.randrange(-10**20, 10**20)), "str(%d * %d)" % (c, c),
                                        "float(%d)" % c, "hash(%d)" % c,
                          "pow(%d, %d, %d)" % (c, abs(c) % 1000, c % 97 - 40),
                          "%d >> %d" % (c, self.rng.randrange(70)),
                          "repr(%r)" % self.rng.uniform(-10**self.rng.randrange(20), 1),
                          "%r * %r" % (self.rng.random() * 10**self.rng.randrange(-20, 20), self.rng.random()),
                          "float(%r)" % repr(self.rng.random() * 10.0**self.rng.randrange(-300, 300))))

    def expressions(self, n):
        makers = (self.binary, self.binary, self.builtin, self.builtin, self.method, self.method, self.method,
                  self.formatting, self.slicing, self.number_text, self.arithmetic)
        return [self.pick(makers)() for _ in range(n)]

    def program(self, n=8):
        lines = [SHOW]
        for text in self.expressions(n):
            line = "show(%r, lambda: %s)" % (text, text)
            try:
                compile(line, "fuzz", "exec")
            except (SyntaxError, ValueError, OverflowError):
                continue
            lines.append(line)
        return "\n".join(lines) + "\n"
