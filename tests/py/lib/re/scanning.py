# findall, finditer, split, sub: empty matches, limits, groups, templates, functions; long subjects.
import re


def tell(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


TEXTS = ["", "a", "aaa", "abcabc", "one, two;three", "éaéb", "a\nb\n", " x  y "]
PATTERNS = ["", "a", "a*", "(a)|b", "(a)(b)?", r"\b", r"[,;]\s*", "x*", "(?m)^", r"\s+", "é", "(?=a)"]
for text in TEXTS:
    for pattern in PATTERNS:
        p = re.compile(pattern)
        print(repr(text), pattern, p.findall(text), [m.span() for m in p.finditer(text)], p.split(text))
        print(p.split(text, 1), p.sub("-", text), p.subn("<\\g<0>>", text, 2), p.sub(lambda m: m.group().upper(), text))

print(re.sub("(a)(x)?", r"[\1|\2]", "banana"), re.sub("a", r"\\", "banana"), re.sub("a", "", "banana", count=2))
print(re.sub(b"a+", rb"<\g<0>>", b"caaat"), re.split(b"(,)", b"a,b"), re.findall(b"(a)|(b)", b"ab"))
print(re.sub("a", lambda m: None, "banana"), re.subn("z", "y", "banana"), re.split("z", "banana"))
tell(re.sub, "a", lambda m: 5, "banana")
tell(re.sub, "(a)", r"\2", "banana")
tell(re.sub, "(?P<n>a)", r"\g<m>", "banana")
tell(re.sub, "a", 5, "banana")
tell(re.split, "a", "banana", maxsplit=-1)
tell(re.findall, "a", None)
tell(re.sub, "a", "b", b"banana")
it = re.finditer("a", "banana")
print(next(it).start(), [m.start() for m in it], iter(it) is it)
s = re.compile(r"\s*(\w+)").scanner("one two")
print(s.match(), s.match(), s.match(), s.match())
s = re.compile("a|").scanner("ba")
print([s.search() for _ in range(4)])
s = re.compile("|a").scanner("ab")
print([s.search() for _ in range(5)], [s.match() for _ in range(2)], s.pattern.pattern)

long = "word " * 30000
print(len(re.findall(r"\w+", long)), len(re.split(r"\s", long)), len(re.sub("o", "00", long)))
print(len(re.sub("(w)(o)", r"\2\1", long)), sum(1 for _ in re.finditer("rd", long)), re.search("x", long))
print(re.sub("d (?=w)", "d_", long).count("_"), len(re.findall("(w)(o)", long)), re.fullmatch("(?:word )*", long).end())
wide = "wörd " * 20000
print(len(re.sub("ö", "oe", wide)), [m.span() for m in re.finditer("ö", wide)][-1], re.split("ö", wide)[-1])
