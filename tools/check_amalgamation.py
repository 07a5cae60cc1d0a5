#!/usr/bin/env python3
"""The amalgamation is made and compiles: one translation unit of the whole core, alone with natrix.h."""
import os

import amalgamate
import checking


def check(root):
    out = os.path.join(root, "build", "amalg")
    try:
        amalgamate.write(root, out)
    except amalgamate.Problem as e:
        return [str(e)]
    words = ["cc", "-std=c11", "-fsyntax-only", "-Wall", "-Wno-unused-function", "-Wno-unused-const-variable",
             "-Werror", "-I", out, os.path.join(out, "natrix.c")]
    status, said = checking.run(words, cwd=root)
    errors = [line for line in said.splitlines() if "error:" in line]
    return (errors or [said])[:10] if status else []


if __name__ == "__main__":
    checking.main()
