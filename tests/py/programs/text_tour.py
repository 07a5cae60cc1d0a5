# Text: wrapping, differences, templates, URLs, digests, patterns.
import textwrap, string, difflib, re, unicodedata, html, shlex, pprint, reprlib, fnmatch, urllib.parse as up, base64, binascii, hashlib, hmac
para = """The quick brown fox jumped over the lazy dog. Meanwhile, an extraordinarily-long-hyphenated-word appeared; and then\ttabs.
  Second line here."""
for w in (10, 20, 40): print(textwrap.fill(para, w, initial_indent="* ", subsequent_indent="  ")); print("--")
print(textwrap.wrap(para, 15, break_long_words=False, max_lines=3, placeholder=" [...]"), textwrap.shorten(para, 30), repr(textwrap.dedent("\n   a\n     b\n   c\n")), repr(textwrap.indent("a\n\nb", "> ")), textwrap.indent("a\n\nb", "+ ", lambda l: True))
a = "one\ntwo\nthree\nfour\nfive\n".splitlines(1); b = "one\n2\nthree\nfour\nfive and\nsix\n".splitlines(1)
print("".join(difflib.unified_diff(a, b, "old", "new", "2020", "2021", n=1)), "".join(difflib.context_diff(a, b)), "".join(difflib.ndiff(a, b)), sep="\n")
sm = difflib.SequenceMatcher(None, "abxcd", "abcdef"); print(sm.ratio(), sm.quick_ratio(), sm.get_opcodes(), sm.get_matching_blocks(), sm.find_longest_match())
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), list(difflib.restore(difflib.ndiff(a, b), 1)))
print(string.Template("$who owes ${amt} $$ $x").safe_substitute(who="T", amt=3), string.capwords("a bc  d"), string.punctuation, string.Formatter().format("{0!r:>6} {a.real} {b[0]}", "x", a=3, b=[1]))
try: string.Template("$a $").substitute(a=1)
except ValueError as e: print(e)
class Tm(string.Template): delimiter = "%"; idpattern = r"[a-z]+"
print(Tm("%a-%{b}").substitute(a=1, b=2), Tm("%a %%").get_identifiers(), Tm("x").is_valid())
print(unicodedata.name("é"), unicodedata.normalize("NFD", "é").encode(), unicodedata.category("A"), unicodedata.lookup("SNOWMAN"), unicodedata.numeric("½"), unicodedata.bidirectional("א"), unicodedata.east_asian_width("中"))
print(html.escape("<a href='x'>&"), html.unescape("&lt;&eacute;&#x41;&amp;&nosuch;&copy"), shlex.split("a 'b c' \"d\\\"e\" f\\ g # h"), shlex.quote("it's"), shlex.join(["a b", "c"]))
try: shlex.split("a 'b")
except ValueError as e: print(e)
pprint.pprint({"k%d" % i: list(range(i * 3)) for i in range(6)}, width=40); pprint.pprint([{"name": "x" * 30, "v": (1, 2, {"deep": {"er": [1] * 5}})}] * 2, depth=3); print(pprint.pformat({1, 2}, compact=True), pprint.saferepr([1]))
pprint.pp({"b": 1, "a": 2}); pprint.pprint("word " * 30, width=40)
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), fnmatch.filter(["a.py", "b.txt", "c.PY"], "*.py"), fnmatch.translate("*.[ch]"))
u = up.urlparse("https://user:pw@host.com:8080/p/a;x?q=1&q=2&e=#frag"); print(u, u.port, u.username, u.hostname, up.parse_qs(u.query), up.parse_qsl(u.query, keep_blank_values=True), up.urljoin("http://a/b/c/d", "../e?x"), up.quote("a b/ü?"), up.quote_plus("a b&"), up.unquote("%E2%82%AC+x"), up.urlencode({"a": [1, 2], "b": "x y"}, doseq=True), up.urlsplit("//h/p").netloc, up.urlunparse(u), up.urldefrag("a#b"), sep="\n")
print(base64.b64encode(b"hello\xff"), base64.urlsafe_b64decode("aGVsbG__"), base64.b32encode(b"hi"), base64.b85encode(b"data1"), base64.a85encode(b"data1"), base64.b16decode("FF00"), binascii.hexlify(b"ab", "-"), binascii.crc32(b"x"), bytes.fromhex("de ad"))
try: base64.b64decode("abc")
except binascii.Error as e: print(e)
for h in ("md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b"): print(h, hashlib.new(h, b"abc").hexdigest())
print(hmac.new(b"k", b"m", "sha256").hexdigest(), hmac.compare_digest("a", "a"), hashlib.pbkdf2_hmac("sha256", b"p", b"s", 10).hex(), hashlib.sha256(b"x").block_size)
print("straße".upper(), "ǅ".title(), "İ".lower().encode(), "ß".casefold(), "a\tb".expandtabs(4), "x,y,,z".split(","), "a b  c".split(None, 1), "abc".rjust(6, "*"), "%5.2f|%-5s|%05d|%x|%+d|%e|%r|%%" % (3.14159, "ab", 42, 255, 3, 12345.678, "q"), "{:^10}|{:<5}|{:>+8.3f}|{:#x}|{:,}|{:.2%}|{!r}".format("m", "l", 3.14159, 255, 1234567, .256, "z"), f"{1e10:g} {1e-5:g} {123456789.0:.3e} {True:d} {3:b} {'a':*^5}")
print("a-b_c".translate(str.maketrans({"-": "+", "_": None})), "Hello".swapcase(), "x".join("abc"), "abcabc".rfind("b"), "a,b;c".partition(";"), "  x ".strip(), "xxabxx".strip("x"), "prefix_a".removeprefix("prefix_"), "é".encode("ascii", "xmlcharrefreplace"), b"\xff".decode("latin1"), "abc".isidentifier(), "²".isdigit(), "½".isnumeric(), "a\u2028b".splitlines(), "\N{BULLET}")
re_tests = [(r"(\d+)-(?P<b>\w+)", "12-ab 3-c"), (r"(?i)HELLO|world", "Hello World"), (r"(?<=a)b(?!c)", "abc abd"), (r"^\s*(#.*)?$", " # c"), (r"(a+)+b", "aaab"), (r"\b\w{3}\b", "the cat sat on"), (r"(?x) a  b # c", "ab"), (r"(.)\1", "hello"), (r"(?>a+)b", "aab"), (r"a{2,3}?", "aaaa")]
for pat, s in re_tests: print(pat, [(m.group(), m.span(), m.groups(), m.groupdict()) for m in re.finditer(pat, s)], re.sub(pat, lambda m: f"<{m[0]}>", s), re.split(pat, s, maxsplit=1))
print(re.compile("a(b)?", re.I | re.M), re.escape("a.b*c-d e"), re.subn("a", r"\g<0>!", "aba"), re.match("x", "y"), re.search("b", "abc"))
for bad in ["(", "a**", "[z-a]", "(?P<1>a)", "\\", "(?P=x)", "x{3,2}", "(?<=a+)b", "[", "(?z)", "\\1", "*a", "a)", r"\g", "(?P<a>)(?P<a>)"]:
    try: re.compile(bad)
    except re.error as e: print(repr(bad), e, e.pos, e.lineno, e.colno)
