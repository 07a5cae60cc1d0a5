#!/usr/bin/env python3
"""The shared library, stripped, with the standard library in it, has at most 6,000,000 bytes."""
import os
import tempfile

import checking

LIBRARY = "build/libnatrix.so"
CAP = 6_000_000


def complaints(path, shown):
    """Debuggers' tables do not count: nobody ships them."""
    with tempfile.TemporaryDirectory() as temp:
        stripped = os.path.join(temp, "stripped.so")
        status, said = checking.run(["strip", "-o", stripped, path])
        if status:
            return ["%s: cannot be stripped: %s" % (shown, said.strip())]
        size = os.path.getsize(stripped)
    if size <= CAP:
        return []
    return ["%s: %d bytes without symbols, more than %d" % (shown, size, CAP)]


def check(root):
    return complaints(os.path.join(root, LIBRARY), LIBRARY)


def FIXTURE(path):
    with tempfile.TemporaryDirectory() as temp:
        library = os.path.join(temp, "fixture.so")
        status, said = checking.run(["cc", "-g", "-shared", "-fPIC", "-o", library, path])
        return ["does not compile: " + said] if status else complaints(library, os.path.basename(path))


if __name__ == "__main__":
    checking.main()
