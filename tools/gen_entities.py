#!/usr/bin/env python3
"""Writes src/lib/py/html/_names.py: the named characters of HTML, for html.entities.

Run `python3.14 tools/gen_entities.py` from the top of the tree. The running interpreter, which must be CPython 3.14, is
asked which names there are and what they stand for. The result is committed.
"""
import html.entities

OUT = "src/lib/py/html/_names.py"
HEAD = '''"""The named characters of HTML 5 as one text: written by tools/gen_entities.py.

Pairs of a name and what it stands for, all with a blank behind. A name with "*" is one that HTML 4
has too; one with "!" is valid without a semicolon behind it; HTML 4 means something else by "lang" and "rang".
"""

TEXT = (
'''
WIDTH = 100


def main():
    names = sorted(name[:-1] for name in html.entities.html5 if name.endswith(";"))
    known = html.entities.name2codepoint
    assert set(known) <= set(names)
    text = ""
    for name in names:
        value = html.entities.html5[name + ";"]
        assert " " not in value
        marks = "*" * (name in known) + "!" * (name in html.entities.html5)
        text += name + marks + " " + value + " "
    with open(OUT, "w") as out:
        out.write(HEAD)
        while text:
            size = WIDTH - 8
            while len(ascii(text[:size])) > WIDTH - 4:
                size -= 1
            out.write("    " + ascii(text[:size]) + "\n")
            text = text[size:]
        out.write(")\n")


if __name__ == "__main__":
    main()
