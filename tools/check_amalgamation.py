#!/usr/bin/env python3
"""The amalgamation is made and compiles: one translation unit of the whole core, alone with natrix.h."""
import os

import amalgamate
import checking

COMPILERS = ("gcc", "clang-19")


def check(root):
    out = os.path.join(root, "build", "amalg")
    try:
        amalgamate.write(root, out)
    except amalgamate.Problem as e:
        return [str(e)]
    words = ["-std=c11", "-fsyntax-only", "-Wall", "-Wno-unused-function", "-Wno-unused-const-variable",
             "-Werror", "-I", out, os.path.join(out, "natrix.c")]
    complaints = []
    for compiler in COMPILERS:
        status, said = checking.run([compiler, *words], cwd=root)
        errors = [compiler + ": " + line for line in said.splitlines() if "error:" in line]
        complaints += (errors or [said])[:10] if status else []
    return complaints


if __name__ == "__main__":
    checking.main()
