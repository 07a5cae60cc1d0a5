#!/usr/bin/env python3.14
"""Compares the front end with the CPython that runs this: trees, scopes, warnings, messages and their positions.

    compare.py list                    the sources of bad_sources.py, in all three modes
    compare.py files PATH...           every .py file below the paths: tree, scopes, warnings or error
    compare.py mutate SEED N PATH...   N pieces of such files with mistakes made in them [--mode single]
    compare.py scopes SEED N           N random programs: scopes
    compare.py checks SEED N           N random programs: errors and warnings

The driver (front_driver.c) is built into build/ when it is old; --driver names another one, such as one built with
sanitizers. The exit status is 0 if there was no difference. Known ones are not counted: see `is_known`.
"""
import argparse
import glob
import os
import random
import sys

import programs
import sides
from bad_sources import SOURCES

MAX_FILE = 400000
MAX_SHOWN = 10


def is_known(ours):
    """Differences there must be: codecs we lack, and our bound on nesting."""
    message = ours[0][1] if ours[0] else ""
    return message.startswith(("unknown encoding", "Parser stack overflowed"))


def first_difference(ours, theirs):
    if isinstance(ours, str) and isinstance(theirs, str):
        ours, theirs = ours.split("\n"), theirs.split("\n")
    if isinstance(ours, list) and isinstance(theirs, list):
        at = next((i for i, pair in enumerate(zip(ours, theirs)) if pair[0] != pair[1]), min(len(ours), len(theirs)))
        return "line %d: %r" % (at, ours[at:at + 1]), "line %d: %r" % (at, theirs[at:at + 1])
    return ours, theirs


class Comparison:
    def __init__(self, ours):
        self.ours, self.theirs = ours, sides.Theirs()
        self.n = self.n_errors = self.n_different = 0

    def one(self, what, source, mode="exec", name=None):
        """Compares one source in one way: check, parser, strict, dump or scopes."""
        theirs = getattr(self.theirs, what)(source, mode)
        if theirs is None and what != "strict" or theirs is sides.NOTHING:
            return
        ours = getattr(self.ours, what)(source, mode)
        self.n += 1
        self.n_errors += isinstance(theirs, tuple) and theirs[0] is not None
        # CPython compiles the body of `finally` more than once, and warns as often.
        same = ours == theirs or (what == "check" and ours[0] == theirs[0] and set(ours[1]) == set(theirs[1]))
        if same or (what == "check" and is_known(ours)):
            return
        self.n_different += 1
        if self.n_different <= MAX_SHOWN:
            print("=====", what, mode, name or "\n" + (source if isinstance(source, str) else repr(source)))
            for side, text in zip(("ours", "theirs"), first_difference(ours, theirs)):
                print("    %-7s %s" % (side, text))

    def file(self, path):
        with open(path, "rb") as f:
            source = f.read()
        if len(source) > MAX_FILE:
            return
        before = self.n_errors
        self.one("check", source, name=path)
        self.one("strict", source, name=path)
        if self.n_errors == before:
            self.one("dump", source, name=path)
            self.one("scopes", source, name=path)


def python_files(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
        yield from sorted(f for f in glob.glob(os.path.join(path, "**", "*.py"), recursive=True) if os.path.isfile(f))


def run(c, a):
    if a.what == "list":
        for source in SOURCES:
            for mode in ("exec", "eval", "single"):
                c.one("check", source, mode)
                c.one("parser", source, mode)
                c.one("strict", source, mode)
    elif a.what == "files":
        for path in python_files(a.rest):
            c.file(path)
    else:
        pick = random.Random(int(a.rest[0]))
        if a.what == "mutate":
            maker, what = programs.Mutations(pick, list(python_files(a.rest[2:]))), "check"
        else:
            maker = {"scopes": programs.Scopes, "checks": programs.Checks}[a.what](pick)
            what = {"scopes": "scopes", "checks": "check"}[a.what]
        for _ in range(int(a.rest[1])):
            program = maker.program()
            c.one(what, program, a.mode)
            if a.what == "mutate":
                c.one("parser", program, a.mode)
            if a.what != "scopes":
                c.one("strict", program, a.mode)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["list", "files", "mutate", "scopes", "checks"])
    parser.add_argument("rest", nargs="*")
    parser.add_argument("--driver")
    parser.add_argument("--mode", default="exec", choices=["exec", "eval", "single"])
    a = parser.parse_args()
    if not a.driver:
        sides.build(sides.DRIVER)
    ours = sides.Ours(a.driver or sides.DRIVER)
    c = Comparison(ours)
    try:
        run(c, a)
    finally:
        ours.close()
    print("%d compared, of them %d errors; %d differ" % (c.n, c.n_errors, c.n_different))
    sys.exit(c.n_different > 0 or c.n == 0)


if __name__ == "__main__":
    main()
