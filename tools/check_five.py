#!/usr/bin/env python3
"""The five files a stranger reads stay short: together under 1,600 lines."""
import os

import checking

FILES = ["include/natrix.h", "src/heap/object.h", "src/vm/opcodes.def", "src/rt/native.h", "src/object/list.c"]
BUDGET = 1600


def check(root):
    missing = [p for p in FILES if not os.path.exists(os.path.join(root, p))]
    if missing:
        return ["%s is missing" % p for p in missing]
    lines = {p: checking.text(root, p).count("\n") for p in FILES}
    total = sum(lines.values())
    if total < BUDGET:
        return []
    return ["the five files have %d lines, the budget is %d: %s" % (
        total, BUDGET, ", ".join("%s %d" % (p, n) for p, n in lines.items()))]


if __name__ == "__main__":
    checking.main()
