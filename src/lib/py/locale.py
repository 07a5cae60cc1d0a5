"""The locale, which is "C": numbers without grouping, texts in the order of their characters."""

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127
CODESET, RADIXCHAR, THOUSEP = 14, 65536, 65537

__all__ = ["getlocale", "getdefaultlocale", "getpreferredencoding", "Error", "setlocale",
           "localeconv", "strcoll", "strxfrm", "str", "atof", "atoi", "format_string", "currency",
           "normalize", "LC_CTYPE", "LC_COLLATE", "LC_MESSAGES", "LC_TIME", "LC_MONETARY",
           "LC_NUMERIC", "LC_ALL", "CHAR_MAX", "getencoding", "localize", "delocalize",
           "nl_langinfo"]

_str = str


class Error(Exception):
    """There is no such locale."""


def localeconv():
    """How numbers are written."""
    return {"grouping": [], "currency_symbol": "", "n_sign_posn": CHAR_MAX,
            "p_cs_precedes": CHAR_MAX, "n_cs_precedes": CHAR_MAX, "mon_grouping": [],
            "n_sep_by_space": CHAR_MAX, "decimal_point": ".", "negative_sign": "",
            "positive_sign": "", "p_sep_by_space": CHAR_MAX, "int_curr_symbol": "",
            "p_sign_posn": CHAR_MAX, "thousands_sep": "", "mon_thousands_sep": "",
            "frac_digits": CHAR_MAX, "mon_decimal_point": "", "int_frac_digits": CHAR_MAX}


def setlocale(category, locale=None):
    """Ask for the locale, or set it to one that is there: C, POSIX, C.UTF-8."""
    if not LC_CTYPE <= category <= LC_ALL:
        raise Error("invalid locale category")
    if isinstance(locale, (tuple, list)):
        locale = ".".join([part for part in locale if part])
    if locale not in (None, "", "C", "POSIX", "C.UTF-8", "C.utf8"):
        raise Error("unsupported locale setting")
    return "C" if not locale or locale == "POSIX" else locale


def getlocale(category=LC_CTYPE):
    """Language and encoding of the locale."""
    return None, None


def getdefaultlocale(envvars=()):
    """Language and encoding at the start."""
    return None, None


def getencoding():
    """The encoding of texts."""
    return "utf-8"


def getpreferredencoding(do_setlocale=True):
    """The encoding of texts."""
    return "utf-8"


def normalize(localename):
    """The full name of a locale."""
    return localename


def nl_langinfo(key, /):
    """One detail of the locale."""
    return {CODESET: "UTF-8", RADIXCHAR: ".", THOUSEP: ""}.get(key, "")


def strcoll(os1, os2, /):
    """Below, equal or above 0, as the texts are ordered."""
    return (os1 > os2) - (os1 < os2)


def strxfrm(string, /):
    """What orders a text."""
    return string


def format_string(f, val, grouping=False, monetary=False):
    """A text with values, as the operator % makes it."""
    return f % val


def currency(val, symbol=True, grouping=False, international=False):
    """An amount of money; this locale has no currency."""
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    """A float as text."""
    return format_string("%.12g", val)


def delocalize(string):
    """A number's text as Python writes it."""
    return string


def localize(string, grouping=False, monetary=False):
    """A number's text as the locale writes it."""
    return string


def atof(string, func=float):
    """The float of a text."""
    return func(string)


def atoi(string):
    """The int of a text."""
    return int(string)
