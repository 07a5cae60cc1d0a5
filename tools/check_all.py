#!/usr/bin/env python3
"""Runs every check and every check's self-test: `make check`.

    tools/check_all.py [NAME...]     all, or those named (layers, libc, ...)

What is already wrong and not mended yet stands in tools/known_complaints.txt, one complaint a line, numbers
left out: it is reported, not counted, and a complaint that is not on the list fails. The list only shrinks.
"""
import glob
import importlib
import os
import re
import sys
import time

import checking

KNOWN_LIST = "tools/known_complaints.txt"


def without_numbers(complaint):
    """A complaint as the list names it: line numbers and counts change with every edit."""
    return re.sub(r"\d+(, \d+)*", "N", complaint)


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    names = sorted(os.path.basename(p)[6:-3] for p in glob.glob(os.path.join(here, "check_*.py")))
    names = [n for n in names if n != "all" and (not sys.argv[1:] or n in sys.argv[1:])]
    known = set(checking.allowed(checking.ROOT, KNOWN_LIST))
    bad = waived = 0
    for name in names:
        module = importlib.import_module("check_" + name)
        start = time.time()
        found = checking.self_test(name, module) + module.check(checking.ROOT)
        complaints = [line for line in found if without_numbers(line) not in known]
        waived += len(found) - len(complaints)
        print("%-14s %-6s %.1f s" % (name, "FAILED" if complaints else "ok", time.time() - start))
        for line in complaints[:40]:
            print("    " + line)
        if len(complaints) > 40:
            print("    ... %d more" % (len(complaints) - 40))
        bad += bool(complaints)
    if waived:
        print("%d known complaints (%s) are not counted" % (waived, KNOWN_LIST))
    print("%d checks passed, %d failed" % (len(names) - bad, bad))
    sys.exit(bool(bad) or not names)


if __name__ == "__main__":
    main()
