#!/usr/bin/env python3
"""C files stand as clang-format (the committed .clang-format) would write them."""
import concurrent.futures
import re

import checking

FOLDERS = ("src", "include", "apps", "providers", "tests/unit", "tests/host", "tests/fuzz", "examples")


def check(root):
    paths = checking.files(root, FOLDERS, (".c", ".h"))
    groups = [paths[i::8] for i in range(8) if paths[i::8]]

    def one(group):
        return checking.run(["clang-format", "--dry-run", "-Werror", *group], cwd=root)[1]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        said = "\n".join(pool.map(one, groups))
    found = {}
    for path, line in re.findall(r"^(\S+?):(\d+):\d+: error: code should be clang-formatted", said, re.M):
        found.setdefault(path, []).append(line)
    if not found and "error" in said:
        return [said.strip()[:500]]
    return ["%s: not clang-formatted at line %s" % (p, ", ".join(ls[:8])) for p, ls in sorted(found.items())]


if __name__ == "__main__":
    checking.main()
