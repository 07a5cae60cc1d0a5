#!/usr/bin/env python3
"""Marks in the text: `[lockstep: x]` stands at least twice, and no work is left undone in a comment."""
import re

import checking

FOLDERS = ("src", "include", "apps", "providers", "bindings", "tools", "bench", "tests/unit", "tests/host")
ENDINGS = (".c", ".h", ".def", ".py", ".js", ".ts", ".ex", ".txt")
LOCKSTEP = re.compile(r"\[lockstep: ([\w-]+)\]")
UNDONE = re.compile(r"\b(%s)\b" % "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK")))


def check(root):
    places, complaints = {}, []
    for path in checking.files(root, FOLDERS, ENDINGS):
        for number, line in enumerate(checking.text(root, path).splitlines(), 1):
            for tag in LOCKSTEP.findall(line):
                places.setdefault(tag, []).append("%s:%d" % (path, number))
            m = UNDONE.search(line)
            if m:
                complaints.append("%s:%d: %s" % (path, number, m.group(1)))
    return complaints + ["%s: [lockstep: %s] stands only here" % (at[0], tag)
                         for tag, at in sorted(places.items()) if len(at) < 2 and tag != "x"]


if __name__ == "__main__":
    checking.main()
