#!/usr/bin/env python3
"""Writes src/base/unicode_data.inc: the tables of base/unicode.c.

Everything is asked of the running interpreter, which must be CPython 3.14 (Unicode 16.0), so that
our answers are its answers. Run `python3.14 tools/gen_unicode.py` from the top of the tree. The
result is committed, since the machine that builds Natrix need not have that interpreter.
"""

import sys
import unicodedata
from fractions import Fraction

import _sre

OUT = "src/base/unicode_data.inc"
N = 0x110000

# The flags of unicode.h, lowest bit first; then those private to unicode.c.
FLAGS = (
    "alpha decimal digit numeric space printable lower upper title id_start id_continue "
    "line_break cased case_ignorable"
).split()
PRIVATE = {"special": 16, "nfc": 17, "nfd": 18, "nfkc": 19, "nfkd": 20}


def is_ignorable(c):
    # A final sigma looks for a cased letter in front of it and skips case-ignorable characters.
    return ("A" + c + "\u03a3").lower()[-1] == "\u03c2" and (c + "\u03a3").lower()[-1] == "\u03c3"


def numeric(c):
    value = unicodedata.numeric(c, None)
    if value is None:
        return None
    f = Fraction(value).limit_denominator(1000)
    assert float(f) == value
    return f.numerator, f.denominator


class Properties:
    def __init__(self):
        self.numbers = [None]
        self.number_index = {None: 0}
        self.categories = []
        self.tags = [""]
        self.special = []
        self.pairs = []
        self.decompositions = {}
        self.seconds = self.find_pairs()

    def find_pairs(self):
        seconds = set(range(0x1161, 0x1176)) | set(range(0x11A8, 0x11C3))  # Hangul vowels, finals
        for cp in range(N):
            if 0xAC00 <= cp < 0xD7A4:
                continue
            text = unicodedata.decomposition(chr(cp)).split()
            if not text:
                continue
            tag = text.pop(0) if text[0].startswith("<") else ""
            if tag not in self.tags:
                self.tags.append(tag)
            parts = [int(x, 16) for x in text]
            self.decompositions[cp] = (self.tags.index(tag), parts)
            if not tag and len(parts) == 2:
                a, b = parts
                if unicodedata.normalize("NFC", chr(a) + chr(b)) == chr(cp):
                    self.pairs.append((a, b, cp))
                    seconds.add(b)
        self.pairs.sort()
        return seconds

    def flags(self, cp):
        c = chr(cp)
        category = unicodedata.category(c)
        is_set = {
            "alpha": c.isalpha(),
            "decimal": c.isdecimal(),
            "digit": c.isdigit(),
            "numeric": c.isnumeric(),
            "space": c.isspace(),
            "printable": c.isprintable(),
            "lower": c.islower(),
            "upper": c.isupper(),
            "title": category == "Lt",
            "id_start": c.isidentifier(),
            "id_continue": ("a" + c).isidentifier(),
            "line_break": len(("a" + c + "b").splitlines()) == 2,
            "cased": c.islower() or c.isupper() or category == "Lt",
            "case_ignorable": is_ignorable(c),
        }
        bits = sum(is_set[name] << i for i, name in enumerate(FLAGS))
        for form in ("nfc", "nfd", "nfkc", "nfkd"):
            changes = unicodedata.normalize(form.upper(), c) != c or unicodedata.combining(c)
            if changes or (form.endswith("c") and cp in self.seconds):
                bits |= 1 << PRIVATE[form]
        return bits

    def record(self, cp):
        c = chr(cp)
        full = c.lower(), c.upper(), c.title(), c.casefold()
        # Where the full mapping has several code points CPython takes the first for the simple one.
        lower, upper, title, fold = (ord(x[0]) for x in full)
        assert _sre.unicode_tolower(cp) == lower
        assert _sre.unicode_iscased(cp) == (lower != cp or upper != cp)
        bits = self.flags(cp)
        if any(len(x) > 1 for x in full):
            bits |= 1 << PRIVATE["special"]
            self.special.append((cp, full))
        number = numeric(c)
        if number not in self.number_index:
            self.number_index[number] = len(self.numbers)
            self.numbers.append(number)
        for test, get in ((c.isdecimal, unicodedata.decimal), (c.isdigit, unicodedata.digit)):
            assert not test() or (get(c), 1) == number
        category = unicodedata.category(c)
        if category not in self.categories:
            self.categories.append(category)
        return (
            bits,
            lower - cp,
            upper - cp,
            title - cp,
            fold - cp,
            self.categories.index(category),
            self.number_index[number],
            unicodedata.combining(c),
        )


def split(values, item_size):
    """The two-stage form of a list: (shift, first stage, second stage), as small as can be."""
    best = None
    for shift in range(4, 9):
        size = 1 << shift
        blocks, first, second = {}, [], []
        for at in range(0, len(values), size):
            block = tuple(values[at : at + size])
            if block not in blocks:
                blocks[block] = len(blocks)
                second.extend(block)
            first.append(blocks[block])
        total = len(first) * (1 if len(blocks) <= 256 else 2) + len(second) * item_size
        if best is None or total < best[0]:
            best = total, shift, first, second
    return best[1:]


def layout_runs():
    """All (bidirectional class, width, mirrored) there are, and runs of code points: the first one << 8 | which."""
    layouts, runs, before = {}, [], None
    for cp in range(N):
        c = chr(cp)
        row = (unicodedata.bidirectional(c), unicodedata.east_asian_width(c),
               "true" if unicodedata.mirrored(c) else "false")
        if row != before:
            runs.append(cp << 8 | layouts.setdefault(row, len(layouts)))
            before = row
    assert len(layouts) <= 256
    return layouts, runs


def utf16(cps):
    for cp in cps:
        if cp > 0xFFFF:
            yield from (0xD7C0 + (cp >> 10), 0xDC00 + (cp & 0x3FF))
        else:
            yield cp


class Writer:
    def __init__(self, out):
        self.out = out
        self.bytes = 0

    def line(self, text):
        self.out.write(text + "\n")

    def array(self, name, values):
        size = 1 if max(values) < 256 else 2 if max(values) < 65536 else 4
        self.bytes += size * len(values)
        self.line("static const uint%d_t %s[%d] = {" % (size * 8, name, len(values)))
        row = ""
        for v in values:
            item = "%d," % v
            if len(row) + len(item) > 96:
                self.line("    " + row)
                row = ""
            row += item
        self.line("    " + row)
        self.line("};")

    def strings(self, declaration, texts):
        self.line("static const " + declaration % len(texts) + " = {")
        for i in range(0, len(texts), 8):
            self.line("    " + ", ".join('"%s"' % t for t in texts[i : i + 8]) + ",")
        self.line("};")

    def rows(self, declaration, rows, size):
        self.bytes += size * len(rows)
        self.line("static const %s[%d] = {" % (declaration, len(rows)))
        for row in rows:
            self.line("    {%s}," % row)
        self.line("};")


def main():
    assert sys.version_info[:2] == (3, 14) and unicodedata.unidata_version == "16.0.0"
    props = Properties()
    records, index = {}, []
    for cp in range(N):
        index.append(records.setdefault(props.record(cp), len(records)))
    data, at, starts = [0], [0] * N, {}
    for cp, (tag, parts) in props.decompositions.items():
        units = (tag << 8 | len(parts), *utf16(parts))
        if units not in starts:
            starts[units] = len(data)
            data.extend(units)
        at[cp] = starts[units]
    with open(OUT, "w") as out:
        w = Writer(out)
        w.line("// Generated by tools/gen_unicode.py from CPython 3.14, Unicode 16.0; do not edit.")
        for name, bit in PRIVATE.items():
            w.line("#define UNICODE_X_%s (1u << %d)" % (name.upper(), bit))
        w.strings("char unicode_categories[%d][3]", props.categories)
        w.strings("char unicode_tags[%d][12]", props.tags)
        w.rows("UnicodeNumber unicode_numbers",
               ["%d, %d" % (n or (0, 1)) for n in props.numbers], 16)
        w.rows("UnicodeRecord unicode_records",
               [", ".join(map(str, r)) for r in records], 24)
        w.rows("UnicodeSpecial unicode_special",
               ["0x%X, {%s}" % (cp, ", ".join("{%s}" % ", ".join("0x%X" % ord(c) for c in text)
                                              for text in full)) for cp, full in props.special], 26)
        w.rows("UnicodePair unicode_pairs", ["0x%X, 0x%X, 0x%X" % p for p in props.pairs], 12)
        shift, first, second = split(index, 2)
        w.line("#define UNICODE_RECORD_SHIFT %d" % shift)
        w.array("unicode_record_index1", first)
        w.array("unicode_record_index2", second)
        shift, first, second = split(at, 2)
        w.line("#define UNICODE_DECOMPOSE_SHIFT %d" % shift)
        w.array("unicode_decompose_index1", first)
        w.array("unicode_decompose_index2", second)
        w.array("unicode_decompose_data", data)
        layouts, runs = layout_runs()
        w.rows("UnicodeLayout unicode_layouts", ['"%s", "%s", %s' % row for row in layouts], 8)
        w.array("unicode_layout_runs", runs)
    print("%d records, %d special, %d pairs, %d bytes" %
          (len(records), len(props.special), len(props.pairs), w.bytes))


main()
