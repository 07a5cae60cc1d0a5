# Keys that cannot be read again, names that are no strings, the section without name, references.
import configparser
import io
from configparser import UNNAMED_SECTION, ConfigParser, ExtendedInterpolation, RawConfigParser


def attempt(what, *args, **kwargs):
    try:
        print(what(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error, error.args)


def written(parser):
    out = io.StringIO()
    parser.write(out)
    return out.getvalue()


p = ConfigParser()
p.read_dict({1: {2: 3}})
print({name: dict(p[name]) for name in p})
attempt(ConfigParser().read_dict, {1: {}, "1": {}})
attempt(ConfigParser().read_dict, {"a": {1: 1, "1": 2}})
loose = ConfigParser(strict=False)
loose.read_dict({1: {"x": 1}, "1": {"x": 2}})
print(dict(loose["1"]))
attempt(p.add_section, "1")
attempt(p.add_section, "DEFAULT")
attempt(p.add_section, UNNAMED_SECTION)
attempt(p.options, "no")
attempt(p.remove_option, "no", "x")
attempt(p.set, "no", "x", "y")
attempt(p.get, "1", "no")
attempt(p.get, "no", "x")
attempt(p.items, "no")
attempt(p.__delitem__, "DEFAULT")
attempt(p.__delitem__, "no")
print(p.get("no", "x", fallback=7), p.get("1", "no", fallback=None), p.getint("1", "2"))
print(p.get("1", "given", vars={"Given": 5}), p.items("1", vars={"Given": "v"}))

for key in ("a=b", "a:b", "[a]"):
    wrong = ConfigParser()
    wrong.read_dict({"s": {key: "v"}})
    attempt(written, wrong)
lines = RawConfigParser()
lines["s"] = {"k": "a\r\nb\rc\nd"}
print(repr(written(lines)))
attempt(lines["s"].__setitem__, "k", 3)
attempt(RawConfigParser, {1: 2})
print(RawConfigParser({"A": 2}).defaults())

bare = ConfigParser(allow_unnamed_section=True)
bare.add_section("named")
bare.add_section(UNNAMED_SECTION)
print(repr(written(bare)))
bare[UNNAMED_SECTION]["k"] = "v"
print(repr(written(bare)))
bare["named"] = bare["named"]
bare["named"] = {"a": "1"}
bare["named"] = {"b": "2"}
print(dict(bare["named"]))

split = ConfigParser(delimiters=("\x1e",))
split.read_string("[s]\na\x1eb\n")
print(dict(split["s"]))
try:
    half = ConfigParser()
    half.read_string("[s]\na = 1\n  2\na = 3\n")
except configparser.Error as error:
    print(error, dict(half["s"]))

basic = "[s]\nx = %(Gone)s\ny = %x\nz = %(open\nw = %(w)s\nok = 5%% %(a)s\na = b\n"
extended = ("[s]\nx = ${Gone}\ny = $x\nz = ${open\nw = ${w}\nok = 5$$ ${a} ${t:c}${s:a}${none}\n"
            "a = b\nmany = ${a:b:c} rest\nno = ${t:no}\nnone\n[t]\nc = ${d}\nd = ${s:a}!\n")
for text, kind in ((basic, None), (extended, ExtendedInterpolation())):
    p = ConfigParser(allow_no_value=True, **({} if kind is None else {"interpolation": kind}))
    p.read_string(text)
    for name in p["s"]:
        attempt(p.get, "s", name)
    attempt(p.set, "s", "n", "%1" if kind is None else "$1")

c = ConfigParser(converters={"list": str.split})
c.read_string("[s]\na = 1 2\n")
print(c.getlist("s", "a"), c["s"].getlist("a"), c["s"].getlist("b", []), list(c.converters))
attempt(c.converters.__setitem__, None, int)
attempt(c.converters.__setitem__, "", int)
print(c.getlist.converter is str.split, c.converters["int"])
del c.converters["list"]
print(hasattr(c, "getlist"), hasattr(c["s"], "getlist"))
