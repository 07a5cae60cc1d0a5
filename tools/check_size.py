#!/usr/bin/env python3
"""No file over 1,000 lines, no header over 250, no C function over 60, except those in tools/size_allowed.txt.

A line there is `PATH LINES` or `PATH:FUNCTION LINES`: an exception with its own ceiling; a stale one is reported.
"""
import os
import re

import checking

LIST = "tools/size_allowed.txt"
FILE_CAP, HEADER_CAP, FUNCTION_CAP = 1000, 250, 60
FOLDERS = ("src", "include", "apps", "providers", "bindings", "tools", "bench")
ENDINGS = (".c", ".h", ".def", ".py", ".js", ".ts", ".ex")


def functions(source):
    """(name, number of lines) of every function of a formatted C file: a body opens and closes in column 0."""
    head, start, name = "", None, None
    for number, line in enumerate(checking.without_comments(source).splitlines(), 1):
        if start is not None and name:
            if line.startswith("}"):
                yield name, number - start + 1
                start = name = None
                head = ""
            continue
        if not line.strip() or line[0] in "#}/":
            start, head = None, ""
            continue
        if not line[0].isspace():
            start, head = number, ""
        elif start is None:    # inside a macro or a table
            continue
        head += " " + line.strip()
        if head.endswith(";"):
            start, head = None, ""
        elif head.endswith("{"):
            m = re.search(r"(\w+)\s*\([^={}]*\)\s*\{$", head)
            if m and m.group(1) not in ("if", "for", "while", "switch"):
                name = m.group(1)
            elif re.search(r"=\s*\{$|\b(struct|enum|union)\b[^()]*\{$", head):
                start, head = None, ""
        elif head.endswith("}"):    # the whole function on one line
            start, head = None, ""


def check(root):
    allowed = {}
    for line in checking.allowed(root, LIST):
        what, lines = line.rsplit(None, 1)
        allowed[what] = int(lines)
    complaints, needed = [], set()

    def judge(what, lines, cap, kind):
        if lines > cap:
            needed.add(what)
        if lines > max(cap, allowed.get(what, 0)):
            complaints.append("%s: %d lines, more than a %s may have (%d)" % (what, lines, kind,
                    max(cap, allowed.get(what, 0))))

    for path in checking.files(root, FOLDERS, ENDINGS):
        source = checking.text(root, path)
        judge(path, source.count("\n"), HEADER_CAP if path.endswith(".h") and path.startswith("src") else FILE_CAP,
              "file")
        if path.endswith(".c"):
            for name, lines in functions(source):
                judge("%s:%s" % (path, name), lines, FUNCTION_CAP, "function")
    complaints += ["%s: no exception is needed for %s" % (LIST, what) for what in allowed if what not in needed]
    return complaints


if __name__ == "__main__":
    checking.main()
