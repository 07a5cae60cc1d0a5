# Names to characters and back, \N escapes, namereplace, normal forms.
import re
import unicodedata as u


def show(f, *args):
    try:
        print(ascii(f(*args)))
    except Exception as e:
        print(type(e).__name__, ascii(e.args))


for name in ("BULLET", "bullet", "LATIN SMALL LETTER E WITH ACUTE", "HANGUL SYLLABLE GAG", "hangul syllable a", "HANGUL SYLLABLE X",
             "CJK UNIFIED IDEOGRAPH-4E00", "cjk unified ideograph-20000", "CJK UNIFIED IDEOGRAPH-04E00", "CJK UNIFIED IDEOGRAPH-9FFFF",
             "LINE FEED", "NUL", "BELL", "ALERT", "EOT", "VARIATION SELECTOR-256", "VS256", "KEYCAP DIGIT ONE",
             "LATIN SMALL LETTER R WITH TILDE", "TIBETAN MARK BKA- SHOG YIG MGO", "TIBETAN LETTER -A", "HYPHEN-MINUS", "",
             "BULLET ", "NO SUCH NAME", "x" * 300, "é", b"BULLET", 5, None):
    show(u.lookup, name)
print("\N{BULLET} \N{bullet} \N{GREEK SMALL LETTER ALPHA} \N{LINE FEED}".encode("unicode_escape"), ascii("\N{hangul syllable gag}"))
for text in (r"'\N{KEYCAP DIGIT ONE}'", r"'\N{}'", r"'\N{ BULLET}'", r"'\N{BULLET'", r"f'\N{BULLET}{1}'", r"b'\N{BULLET}'", r"r'\N{BULLET}'"):
    show(eval, text)
print(re.findall(r"\N{BULLET}+", "a•b••"), "é•\u0378\n\ud800😀".encode("ascii", "namereplace"))
show(re.compile, r"\N{NO SUCH NAME}")
same = all(u.lookup(u.name(chr(cp))) == chr(cp) for cp in range(0x20, 0x20000, 211) if u.name(chr(cp), None))
print(same)
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    for text in ("e\u0301", "é", "ﬁ", "가", "\u1100\u1161\u11a8", "a\u0315\u0300\u05ae\u0062", "Å", "plain", "", "Ⅷ½", "\u0344"):
        print(form, ascii(u.normalize(form, text)), u.is_normalized(form, text))
show(u.normalize, "X", "e")
show(u.normalize, "NFC", 5)
show(u.is_normalized, "nfc", "e")
