#!/usr/bin/env python3
"""Makes build/amalg/natrix.c and natrix.h: the whole core as two files to drop into another build.

Each header of src/ and include/ is put in once, where it is first wanted; `.def` lists and headers without an include
guard (templates) every time. Macros of a C file end with it. Functions declared NX_INTERNAL become static; constant
tables that headers declare `extern` are renamed with the prefix nx_i_, so that no short name reaches the host.
"""
import os
import re
import sys

LAYERS = ["base", "heap", "rt", "object", "front", "vm", "cap", "lib", "snap", "api"]
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"')
PUBLIC = ("natrix.h", "natrix_caps.h")
GUARD = re.compile(r"^#ifndef \w+_H\b", re.M)
DEFINE = re.compile(r"^#\s*define\s+(\w+)", re.M)
EXTERN = re.compile(r"^extern const \w+ ([^;(]+);", re.M)


class Problem(Exception):
    pass


class Writer:
    def __init__(self, root):
        self.root, self.seen, self.lines, self.open = root, set(), [], []

    def locate(self, name, by):
        for folder in ("src", "include", "build"):
            path = os.path.join(folder, name)
            if os.path.exists(os.path.join(self.root, path)):
                return path
        raise Problem("%s includes %s, which is nowhere in src, include or build" % (by, name))

    def put(self, path):
        """Appends a file, its includes in place of the include lines."""
        if path in self.open:
            raise Problem("include circle: " + " -> ".join(self.open + [path]))
        with open(os.path.join(self.root, path), encoding="utf-8") as f:
            text = f.read()
        if path in self.seen:
            return
        if path.endswith(".h") and GUARD.search(text):
            self.seen.add(path)
        self.open.append(path)
        for line in text.splitlines():
            m = INCLUDE.match(line)
            if not m:
                self.lines.append(line)
            elif m.group(1) in PUBLIC:
                self.lines.append('#include "natrix.h"')
            else:
                self.put(self.locate(m.group(1), path))
        if path.endswith(".c"):
            self.lines += ["#undef " + name for name in dict.fromkeys(DEFINE.findall(text))]
        self.open.pop()


def sources(root):
    """C files of the core, lower layers first."""
    found = []
    for layer in LAYERS:
        for base, dirs, names in sorted(os.walk(os.path.join(root, "src", layer))):
            dirs.sort()
            found += [os.path.relpath(os.path.join(base, n), root) for n in sorted(names) if n.endswith(".c")]
    return found


def renames(text):
    """Names of the constant tables declared extern, without array brackets and stars."""
    names = set()
    for declared in EXTERN.findall(text):
        names.update(re.sub(r"\[[^]]*\]|\*|\bconst\b", "", d).strip() for d in declared.split(","))
    return sorted(n for n in names if not n.startswith("nx_"))


def write(root, out):
    w = Writer(root)
    for path in sources(root):
        w.put(path)
    body = "\n".join(w.lines)
    head = ["// Natrix, amalgamated: the core as one translation unit. Made by tools/amalgamate.py.",
            "#define NX_INTERNAL static", ""]
    head += ["#define %s nx_i_%s" % (n, n) for n in renames(body)]
    os.makedirs(out, exist_ok=True)
    with open(os.path.join(out, "natrix.c"), "w", encoding="utf-8") as f:
        f.write("\n".join(head) + "\n" + body + "\n")
    public = Writer(root)
    for name in PUBLIC:
        path = os.path.join("include", name)
        if os.path.exists(os.path.join(root, path)):
            with open(os.path.join(root, path), encoding="utf-8") as f:
                public.lines += [line for line in f.read().splitlines()
                                 if not ((m := INCLUDE.match(line)) and m.group(1) in PUBLIC)]
    with open(os.path.join(out, "natrix.h"), "w", encoding="utf-8") as f:
        f.write("\n".join(public.lines) + "\n")


if __name__ == "__main__":
    top = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    try:
        write(top, sys.argv[1] if len(sys.argv) > 1 else os.path.join(top, "build", "amalg"))
    except Problem as e:
        sys.exit("amalgamate: %s" % e)
