#!/usr/bin/env python3
"""The pages about the inside are current: bytecode.md is what tools/gen_bytecode.py makes, state.md names every field
of the machine's structs, and every file that a page names is there."""
import os
import re

import checking
import gen_bytecode

STATE = "docs/internals/state.md"
STRUCTS = [("src/heap/vm.h", r"typedef struct Head \{", "}"), ("src/heap/vm.h", r"struct Vm \{", "};"),
           ("src/vm/vm_internal.h", r"typedef struct VmHost \{", "}")]


def fields(source, begin, end):
    """Names of a struct's fields, those of the X-macros it uses included."""
    start = re.search(begin, source).end()
    body = re.sub(r"//.*", "", source[start:source.index("\n" + end, start)])
    names = []
    for macro in re.findall(r"NX_(\w+)\(\w+\)", body):
        table = re.search(r"#define NX_%s\(\w+\)(.*?[^\\])\n\n" % macro, source, re.S)
        names += re.findall(r"\b(?:ROOT|WEAK|TABLE)\((\w+),", table.group(1))
    body = re.sub(r"^#.*|^\s*NX_\w+\(.*\)", "", body, flags=re.M)
    for declaration in body.split(";"):
        pointer = re.search(r"\(\*(\w+)\)", declaration)
        if pointer:
            names.append(pointer.group(1))
            continue
        parts = declaration.split(",")
        found = [re.search(r"(\w+)\s*(?:\[[^]]*\])?\s*$", part) for part in parts]
        names += [m.group(1) for m in found if m]
    return names


def check(root):
    complaints = []
    if os.path.exists(os.path.join(root, gen_bytecode.SOURCE)):
        have = checking.text(root, gen_bytecode.PAGE) if os.path.exists(os.path.join(root, gen_bytecode.PAGE)) else ""
        if have != gen_bytecode.page(root):
            complaints.append("%s is not current: run tools/gen_bytecode.py" % gen_bytecode.PAGE)
    if os.path.exists(os.path.join(root, STATE)):
        named = set(re.findall(r"`(\w+)`", checking.text(root, STATE)))
        for path, begin, end in STRUCTS:
            for name in fields(checking.text(root, path), begin, end):
                if name not in named:
                    complaints.append("%s does not name `%s` of %s" % (STATE, name, path))
    for page in checking.files(root, ("docs",), (".md",)):
        text = checking.text(root, page)
        for path in re.findall(r"\]\(([^)#:]+)\)", re.sub(r"`[^`]*`", "", text)):
            if not os.path.exists(os.path.join(root, os.path.dirname(page), path)):
                complaints.append("%s names a file that is not there: %s" % (page, path))
        for path in re.findall(r"`((?:src|tools|tests|apps|bench|include|docs)/[\w./-]+)`", text):
            if not os.path.exists(os.path.join(root, path)):
                complaints.append("%s names a file that is not there: %s" % (page, path))
    return complaints


if __name__ == "__main__":
    checking.main()
