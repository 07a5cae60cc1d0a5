# Objects in f-strings and in format fields; numbers laid out among other text.
class Both:
    x = 7

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


class Shows:
    def __repr__(self):
        return "shown"


class Formats:
    def __format__(self, spec):
        return "<%s>" % spec


class Wrong:
    def __str__(self):
        return 3


class WrongRepr:
    def __repr__(self):
        return None


class Dear(str):
    pass


class Gives:
    def __str__(self):
        return Dear("dear")


class Late:
    @property
    def x(self):
        return 5

    def __getattr__(self, name):
        return name.upper()


b, s, f = Both(), Shows(), Formats()
print(f"{b} {b!r} {b!s} {s} {s!s} {f} {f:x} {f!r:.1}", f"{Both}"[-6:], f"{Gives()}", type(f"{Gives()}").__name__)
for w in (Wrong(), WrongRepr()):
    try:
        print(f"{w}")
    except TypeError as e:
        print(e)
print("{0.x} {0.x:>4} {1.x} {1.name} {0}".format(b, Late()), "{[1]} {0[0]}".format("xy") if False else "{0[1]}".format("xy"))
for text, args in (("{0.nothing}", (b,)), ("{}{}", (1,)), ("{a}", ()), ("{0}{}", (1, 2)), ("{:d}", (1.5,)), ("{!z}", (1,))):
    try:
        print(text.format(*args))
    except (AttributeError, IndexError, KeyError, ValueError) as e:
        print(type(e).__name__, e)
print("{:>10}|{:<8.3f}|{:^+7d}|{:#x}|{:,}|{:_b}|{:010.2e}|{:c}|{:%}".format("ab", 1 / 3, 5, 255, 1234567, 77, 12.5, 8364, 0.25))
print("{:{}}|{:{w}.{p}f}".format("x", 5, 2.5, w=9, p=1), "{:\u20ac>6}|{:0=+9d}".format(5, -3), "{:n}".format(12))
print("%s %d %5.1f|%-6s|%06d|%x|%%|%c|%r|%a" % ("t", 7, 2.25, "l", 42, 255, "c", "q", "\xe9"))
print("%s" % 5, "%d" % True, "%s%s" % ("\xe9", -1), "%(a)s %(b)d" % {"a": 1, "b": 2}, "%s" % (b,), "%d%%" % 3)
print("%s" % ("x" * 200), "{}{}".format("y" * 130, 1), repr("z" * 150), repr(["w" * 60] * 3), len("%s" % ("\u20ac" * 50)))
print(b"%s: %d|%5d|%x|%a" % (b"k", 3, 4, 255, "\xe9"), bytearray(b"%d") % 8, b"%b%b" % (b"a", bytearray(b"z")))
for text, value in (("%d", "x"), ("%d %d", (1,)), ("%d", (1, 2)), ("%y", 1), ("%", 1), (b"%s", "x"), ("%c", 1.5)):
    try:
        print(text % value)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
