# sub with functions, finditer and scanners: what happens while they are under way.
import re


def tell(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


seen = []


def shout(m):
    seen.append((m.span(), m.pos, m.endpos, m.re.pattern))
    return m.group().upper() + str(len(seen))


print(re.sub("[aeiou]", shout, "banana éé ñandú"), seen)
print(re.compile("a|é").subn(lambda m: f"<{m.start()},{m.end()}>", "a é aé", count=3))


class Fail(Exception):
    pass


def third(m):
    if m.start() > 3:
        raise Fail(m.span())
    return "x"


tell(re.sub, "a", third, "banana")
tell(re.sub, "a", lambda m: m, "banana")
tell(re.sub, b"a", lambda m: bytearray(b"--"), b"banana")
tell(re.sub, "a", str, "a")
tell(re.sub, "(a)(x)?", lambda m: repr(m.groups()), "banana")

# A function that searches, and one that compiles, inside of sub.
print(re.sub(r"\w+", lambda m: re.sub("[a-m]", lambda k: k.group().upper(), m.group()), "some words here"))
print(re.sub(r"\d", lambda m: "".join(re.findall(m.group() + ".", "1a2b3c1d")), "1-2-3-4"))

# A bytearray that changes.
data = bytearray(b"a-b-c-d-e")


def eat(m):
    return b"%d" % m.start()


print(re.sub(rb"\w", eat, data))

# An iterator that is left and taken up; what it gives are independent objects.
text = "x1 y22 é333 z4444"
it = re.finditer(r"(\w)(\d+)", text)
first, second = next(it), next(it)
print(first, second, first.groups(), second.span(2), [m.groups() for m in it], list(it), next(it, "over"))
it = re.finditer("", "abc")
print([m.span() for m in it])
for m in re.finditer(r"(?P<key>\w+)=(?P<value>\w*)", "a=1;bc=;d=éé"):
    print(m.lastgroup, m["key"], m["value"], m.groupdict(), m.span("value"), m.end())
print(type(re.finditer("a", "b")).__name__, iter(re.finditer("a", "")).__next__.__name__)
print([m.group() for m, _ in zip(re.finditer(".", "abcdef"), range(3))], max(re.finditer("..", "abcde"), key=lambda m: m.start()))
print(list(map(lambda m: m[0], re.finditer("b+", "abbabbb"))), dict(m.groups() for m in re.finditer("(.)=(.)", "a=1 b=2")))
s = re.compile("(a)|(b)|.").scanner("abcab")
print([(m.group(), m.lastindex) for m in iter(s.match, None)], s.match(), s.search())
s = re.compile("é+").scanner("aéébéc", 2, 6)
print([(m.span(), m.pos, m.endpos) for m in iter(s.search, None)])

# Long searches, in and around these.
long = "a" * 3000 + "b"
print(re.sub("a*?b", lambda m: str(len(m.group())), long * 3))
print(re.sub("(a|aa)+c|b", lambda m: "!", "a" * 18 + "b")[-3:], [m.span() for m in re.finditer("(?:a|aa)+c|b", "a" * 18 + "b")])
print(re.findall("(?:a|aa)+c|b", "b" + "a" * 18 + "b"), re.split("(?:a|aa)+c|b", "b" + "a" * 18 + "b")[0::2])
print(re.sub("((?:a|aa)+c|b)", r"<\1>", "é" + "a" * 18 + "b")[-4:], re.search("(?:a|aa)+c|b", "é" + "a" * 18 + "b").span())
print(len(re.sub("é", lambda m: "e", "é-" * 5000)), re.subn("(é)-", r"\1", "é-" * 5000)[1])

# Places in texts that are not ASCII, asked for in any order.
wide = "añb€c𝄞 " * 400
found = list(re.finditer(r"(?P<a>\w)(?P<b>€)|(𝄞)", wide))
order = found[::-1] + found[::7] + found[5::-1]
print(sum((i + 1) * (m.start() + 3 * m.end() + 5 * m.start(2) + 7 * m.end(3)) for i, m in enumerate(order)))
print([m.span() for m in (found[-1], found[0], found[len(found) // 2])], found[-1], found[-2].regs, found[3].span("b"))
print(found[400].group(), found[400][2], found[401].groups(), found[-2].expand(r"<\b\g<b>>"), wide[slice(*found[-2].span())])
print([(m.span(), m.pos, m.endpos) for m in re.compile("€c").finditer(wide, 2000, 2020)], re.compile("𝄞 a").search(wide, 2500).span())
