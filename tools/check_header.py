#!/usr/bin/env python3
"""The public headers compile alone, as C11 and as C++11, with all warnings."""
import checking

WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wundef", "-Werror"]


def check(root):
    complaints = []
    headers = checking.files(root, ("include",), (".h",))
    for path in headers:
        for words in (["cc", "-std=c11", "-Wstrict-prototypes", "-x", "c"], ["c++", "-std=c++11", "-x", "c++"]):
            source = '#include "%s"\n#include "%s"\nint main(%s) { return 0; }\n' % (
                path, path, "void" if words[0] == "cc" else "")
            status, said = checking.run([*words, *WARNINGS, "-I", root, "-I", root + "/include", "-fsyntax-only", "-"],
                                        cwd=root, stdin=source)
            if status:
                complaints.append("%s does not compile alone with %s: %s" % (path, words[1], said.strip()[:400]))
    return complaints if headers else ["there is no header in include/"]


if __name__ == "__main__":
    checking.main()
