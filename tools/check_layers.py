#!/usr/bin/env python3
"""Includes go downwards only, are path-qualified, and src/ takes no system header beyond a few.

base < heap < rt < object, front < vm < cap < lib < snap, api < apps. `front` may include `object` (constants),
not the reverse. Apps, bindings and examples include only <natrix.h>; providers natrix_caps.h too, and libc.
"""
import os
import re

import checking

LEVEL = {"base": 0, "heap": 1, "rt": 2, "object": 3, "front": 3, "vm": 4, "cap": 5, "lib": 6, "snap": 7, "api": 7}
SIDEWAYS = {("front", "object"), ("api", "snap"), ("front", "vm/opcode.h")}
SYSTEM = {"stdbool.h", "stddef.h", "stdint.h", "string.h", "stdlib.h", "limits.h", "float.h", "math.h", "stdarg.h",
          "stdatomic.h", "inttypes.h", "stdalign.h"}
CLIENTS = ("apps", "bindings", "examples", "providers")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def check(root):
    complaints = []
    for path in checking.files(root, ("src",), (".c", ".h", ".def")):
        layer = path.split(os.sep)[1]
        if layer not in LEVEL:
            complaints.append("%s: src/%s is no layer" % (path, layer))
            continue
        for kind, name in INCLUDE.findall(checking.text(root, path)):
            problem = judge(root, layer, kind, name)
            if problem:
                complaints.append("%s includes %s: %s" % (path, name, problem))
    for path in checking.files(root, CLIENTS, (".c", ".h", ".cc", ".cpp")):
        for kind, name in INCLUDE.findall(checking.text(root, path)):
            if name.split("/")[0] in LEVEL or ".." in name or name.startswith("src/"):
                complaints.append("%s includes %s: clients include only natrix.h and its companions" % (path, name))
    return complaints


def judge(root, layer, kind, name):
    """What is wrong with this include in this layer of src/, or None."""
    if kind == "<":
        return None if name in SYSTEM else "not a header of the core"
    if name.startswith("natrix"):
        return None if layer in ("api", "cap", "heap", "vm", "snap") else "public headers belong to api and cap"
    head = name.split("/")[0]
    if "/" not in name or head not in LEVEL:
        # tables the build generates are named gen/...
        return None if head == "gen" else "not path-qualified by its layer"
    if head == layer or LEVEL[head] < LEVEL[layer] or (layer, head) in SIDEWAYS or (layer, name) in SIDEWAYS:
        return None
    return "%s is not below %s" % (head, layer)


if __name__ == "__main__":
    checking.main()
