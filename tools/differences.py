#!/usr/bin/env python3
"""docs/differences.md from tests/diff: a test is a behaviour that differs from CPython on purpose.

The first comment line of a test says what differs; REASONS, here, says why. `tools/differences.py --check` fails when
the page is stale or a reason is missing.
"""
import os
import sys

import suite

PAGE = "docs/differences.md"
REASONS = {
    "addresses": "A number that depends on where memory lies would differ from run to run, and after a snapshot moved.",
    "array_address": "An address would tell where memory lies, and would be another one after a snapshot moved.",
    "builtin_functions": "A builtin function is a fixed record, part of what every guest shares, and has no room of its own.",
    "builtin_namespaces": "The tables that make the builtin classes are our own; their order means nothing.",
    "code_replace": "Bytecode is the machine's own and is made by its compiler alone: what a guest could put together would have to "
                    "be verified, and CPython's instructions mean nothing here.",
    "host_modules": "A guest has no host to ask: what there is of it comes by capability, and these modules say so instead of making "
                    "something up. One guest runs on one thread, and code comes from texts alone.",
    "docstrings": "The words are our own; facts and names carry over, sentences do not.",
    "float_identity": "Floats are stored in the value itself; there is no object whose identity could differ.",
    "generator_left_early": "There are no reference counts: what nobody holds is found by the collector. `close()`, `with` and "
                            "`contextlib.closing` act at once, as everywhere.",
    "library_classes": "These classes are in Python here, and object.__new__ is what their own __new__ makes an instance with.",
    "library_methods": "These classes are in Python here; what a method of theirs is beyond its calls means nothing.",
    "math_last_digit": "These functions are our own, the same on every platform and right to 0.51 of the last place; C libraries differ "
                       "from each other there.",
    "message_quotes": "A message is made while the error is raised, where no guest code may run.",
    "sort_comparisons": "CPython asks again because its shortcut for keys of one class gave up; nothing depends on it.",
    "string_hashes": "A run is reproducible: the same program, inputs and answers give the same result.",
    "weak_references": "There are no reference counts: what nobody holds is found by the collector.",
}


def page():
    lines = ["# Differences from CPython", "",
             "Everything else is meant to be the same, down to the words of messages. Each entry is one behaviour, with the",
             "reason and the test that shows it (`tests/diff`). This page is made by `tools/differences.py`.", ""]
    for path in suite.find("tests/diff"):
        name = os.path.basename(path)[:-3]
        what = suite.read(path).split("\n", 1)[0].lstrip("# ")
        if name not in REASONS:
            sys.exit("differences: no reason for " + name)
        lines += ["## " + what, "", REASONS[name], "", "Test: `%s`" % path, ""]
    return "\n".join(lines).rstrip() + "\n"


def main():
    if "--check" in sys.argv:
        if suite.read(PAGE) != page():
            sys.exit("%s is stale: run tools/differences.py" % PAGE)
        return
    suite.write(PAGE, page())


if __name__ == "__main__":
    main()
