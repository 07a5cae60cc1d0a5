# string: constants, capwords, Template, Formatter.
import string

print(string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.octdigits)
print(string.punctuation, repr(string.whitespace), len(string.printable))
print(string.capwords("hello  big   world"), string.capwords("a-b-c", "-"))
t = string.Template("$who owes ${amount}$$ to ${who}x")
print(t.substitute(who="Al", amount=5), t.substitute({"who": "B"}, amount=1), t.get_identifiers(), t.is_valid())
print(t.safe_substitute(who="C"), repr(t.template))
for text, args in (("$", {}), ("a $1", {}), ("$x", {}), ("l1\nl2 $ y", {})):
    try:
        print(string.Template(text).substitute(args))
    except (ValueError, KeyError) as e:
        print(type(e).__name__, e)


class Percent(string.Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


print(Percent("%a_b %% %ab").safe_substitute(a_b=1), string.Template("${x}").is_valid(),
      string.Template("$ x").is_valid())
f = string.Formatter()
print(f.format("{0} {name!r:>5} {1[k]} {2.real} {{}}", 1, {"k": 2}, 3, name="n"), f.format("{} {}", 1, 2))
print(list(f.parse("a{b!r:c}{{d}}{e[0].f}")), f.get_field("0.real", (5,), {}), f.vformat("{x:{w}}|", (), dict(x=1, w=4)))


class Loud(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, "<" + str(key) + ">")

    def format_field(self, value, spec):
        return super().format_field(value, spec).upper()

    def check_unused_args(self, used, args, kwargs):
        print("used", sorted(used), "of", sorted(kwargs))


print(Loud().format("{a} {missing}", a="x", b="y"))
for text, args in (("{} {0}", (1,)), ("{0} {}", (1,)), ("{a", ()), ("{0!z}", (1,)), ("{x}", ())):
    try:
        print(f.format(text, *args))
    except (ValueError, KeyError, IndexError) as e:
        print(type(e).__name__, e)
