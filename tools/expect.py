#!/usr/bin/env python3
"""Records what CPython 3.14 prints for the tests: writes `.out` and `.err` beside every `.py`.

    tools/expect.py [NAME...]        record all tests, or those whose path contains a NAME
    tools/expect.py --sample 5       re-run a random 5 % and fail on any difference; writes nothing
    tools/expect.py --new            only tests that have no `.out` yet

The CPython is $NATRIX_CPYTHON or `python3.14` on the PATH. Each test runs under three hash seeds, and one that
prints different things is refused: its expectation would be a coin toss.
"""
import argparse
import concurrent.futures
import difflib
import random
import sys

import suite

TIMEOUT = 30
SEEDS = "1", "20", "333"


def record(program, path):
    """Returns (out, err, complaint) as CPython gives them."""
    words = suite.command(program, path)
    first, *others = [suite.run(words, TIMEOUT, {"PYTHONHASHSEED": seed}) for seed in SEEDS]
    if first.status is None:
        return None, None, "did not end in %d seconds" % TIMEOUT
    for again in others:
        if (first.out, first.err, first.status) != (again.out, again.err, again.status):
            return None, None, "differs from run to run:\n" + diff(first.out + first.err, again.out + again.err)
    return first.out, first.err_text(), None


def diff(old, new):
    lines = difflib.unified_diff((old or "").splitlines(), (new or "").splitlines(), "recorded", "now", lineterm="")
    return "\n".join("    " + line for line in list(lines)[:20])


def handle(program, path, check):
    """Records or checks one test; returns (changed, complaint)."""
    out, err, complaint = record(program, path)
    if complaint:
        return False, complaint
    changed, complaints = False, []
    for suffix, text in ((".out", out), (".err", err)):
        beside = path[:-3] + suffix
        if check:
            if suite.read(beside) != text:
                complaints.append("%s differs\n%s" % (beside, diff(suite.read(beside), text)))
        else:
            changed |= suite.write(beside, text)
    return changed, "\n".join(complaints)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("names", nargs="*")
    ap.add_argument("--sample", type=float, metavar="PERCENT")
    ap.add_argument("--new", action="store_true")
    ap.add_argument("--folder", default="tests/py")
    a = ap.parse_args()
    program = suite.oracle()
    if not program:
        sys.exit("expect: no CPython 3.14 found; set NATRIX_CPYTHON or put python3.14 on the PATH")
    tests = suite.find(a.folder, a.names)
    if a.new:
        tests = [t for t in tests if suite.read(t[:-3] + ".out") is None]
    if a.sample is not None:
        tests = random.sample(tests, min(len(tests), max(1, round(len(tests) * a.sample / 100))))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda t: handle(program, t, a.sample is not None), tests))
    bad = [(t, c) for t, (_, c) in zip(tests, results) if c]
    for test, complaint in bad:
        print("%s: %s" % (test, complaint))
    print("%d tests, %d changed, %d refused" % (len(tests), sum(ch for ch, _ in results), len(bad)))
    sys.exit(bool(bad) or not tests and not a.new)


if __name__ == "__main__":
    main()
