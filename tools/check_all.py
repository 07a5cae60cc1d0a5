#!/usr/bin/env python3
"""Runs every check and every check's self-test: `make check`.

    tools/check_all.py [NAME...]     all, or those named (layers, libc, ...)
"""
import glob
import importlib
import os
import sys
import time

import checking


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    names = sorted(os.path.basename(p)[6:-3] for p in glob.glob(os.path.join(here, "check_*.py")))
    names = [n for n in names if n != "all" and (not sys.argv[1:] or n in sys.argv[1:])]
    bad = 0
    for name in names:
        module = importlib.import_module("check_" + name)
        start = time.time()
        complaints = checking.self_test(name, module) + module.check(checking.ROOT)
        print("%-14s %-6s %.1f s" % (name, "FAILED" if complaints else "ok", time.time() - start))
        for line in complaints[:40]:
            print("    " + line)
        if len(complaints) > 40:
            print("    ... %d more" % (len(complaints) - 40))
        bad += bool(complaints)
    print("%d checks passed, %d failed" % (len(names) - bad, bad))
    sys.exit(bool(bad) or not names)


if __name__ == "__main__":
    main()
