# Match objects: groups by number, name and __index__; spans; attributes; errors; text and bytes.
import copy
import re


class Two:
    def __index__(self):
        return 2


class Loud:
    def __index__(self):
        raise KeyError("asked")


def tell(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as error:
        print(type(error).__name__, error)


m = re.compile(r"(\w+)-(?P<second>\d+)(?P<third>x)?").search("  ab-12  ")
print(m, type(m), type(m).__module__, type(m).__name__, type(m).__qualname__)
for args in ((), (0,), (1,), ("second",), ("third",), (True,), (Two(),), (1, 2), (1, "second", Two()), (0, 3),
             (4,), (-1,), ("nothing",), (None,), (1.5,), (1, None), (b"second",), (10**30,), (Loud(),), (1, Loud())):
    tell(m.group, *args)
for key in (0, 1, "second", Two(), 7, "no", Loud()):
    tell(m.__getitem__, key)
    tell(m.start, key)
    tell(m.end, key)
    tell(m.span, key)
print(m.start(), m.end(), m.span(), m.start(3), m.end("third"), m.span(3))
print(m.groups(), m.groups("?"), m.groups(default=0), m.groupdict(), m.groupdict("-"), m.groupdict(default=1))
print(m.pos, m.endpos, m.string, m.re.pattern, m.lastindex, m.lastgroup, m.regs)
print(copy.copy(m) is m, copy.deepcopy(m) is m, bool(m), re.Match[str])
print(m.expand(r"\2:\1:\g<second>:\g<3>."))
tell(m.expand, r"\9")
tell(re.Match)
tell(m.group, 1, 2, 3, 4)
tell(lambda: m.groups(1, 2))

n = re.search("(é+)(ß)?", "aéébß")
print(n, n.span(), n.span(1), n.span(2), n.group(1), n.groups(), n.lastindex)
b = re.search(rb"(b+)(x)?", b"abbc")
print(b, b.group(), b[1], b.groups(b"-"), b.span(1), b.string)
a = bytearray(b"abbc")
c = re.search(rb"b+", a)
print(type(c.group()), c.group(), c.span())
print(re.search("x*", "aaa"), re.fullmatch("a+", "aab"), re.match("b", "ab"), re.fullmatch("a+", "aaa"))
p = re.compile("a.")
print(p.match("xab", 1), p.match("xab", 1, 2), p.search("aXab", 1), p.search("ab", 5, -3), p.match("ab", -9).span())
print(p.search("ab", pos=0).endpos, p.search("ab", endpos=99).endpos, p.search("xxab", 1).pos)
for pattern in ("(a)(b)?", "(?P<n>a)|b", "((a)(b))", "a"):
    for text in ("ab", "a", "b"):
        m = re.match(pattern, text)
        print(pattern, text, m and (m.lastindex, m.lastgroup, m.regs))
tell(p.match, 5)
tell(p.match, b"ab")
tell(re.compile(b"a").match, "a")
