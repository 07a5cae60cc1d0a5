#!/usr/bin/env python3
"""The core archive imports memory, string and exact math functions, and nothing else.

Read off the built archive with `nm`, so whatever an include, a macro or a compiler brought in is seen. Compiler
support routines (names with two underscores) are listed one by one. Functions of libm that are not exact may be
called from base/fmath only.
"""
import os
import re

import checking

MEMORY = ("memcpy memmove memset memcmp memchr strlen strcmp strncmp strchr strrchr strspn strcspn strstr "
          "malloc calloc realloc free").split()
EXACT_MATH = ("sqrt floor ceil trunc fma fabs fmod remainder nearbyint rint round copysign ldexp frexp scalbn modf "
              "nextafter logb ilogb").split()
COMPILER = ["_GLOBAL_OFFSET_TABLE_", "__stack_chk_fail", "__popcountdi2", "__udivti3", "__umodti3", "__udivmodti4",
            "__divti3", "__modti3", "__multi3"]
INEXACT = re.compile(r"^(sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|exp|exp2|expm1|log|log2|"
                     r"log10|log1p|pow|cbrt|hypot|erf|erfc|tgamma|lgamma(_r)?)$")
MATH_HOME = re.compile(r"^fmath\w*\.(c\.)?o(bj)?$")


def check(root, archive=checking.CORE):
    if not os.path.exists(os.path.join(root, archive)):
        return ["%s is not built" % archive]
    return judge(os.path.join(root, archive))


def judge(archive):
    """Complaints about the undefined symbols of an archive or object."""
    undefined, defined, member = [], set(), os.path.basename(archive)
    status, said = checking.run(["nm", archive])
    if status:
        return [said.strip()]
    for line in said.splitlines():
        m = re.match(r"^(\S+):$", line)
        if m:
            member = m.group(1)
            continue
        parts = line.split()
        if len(parts) >= 2 and parts[-2] in ("U", "w", "v"):
            undefined.append((member, parts[-1].split("@")[0]))
        elif len(parts) == 3:
            defined.add(parts[-1])
    allowed = set(MEMORY + EXACT_MATH + COMPILER)
    complaints = []
    for member, name in sorted(set(undefined)):
        if name in defined or name in allowed or name.startswith("nx_"):    # nx_: the image, the page provider
            continue
        if INEXACT.match(name) and MATH_HOME.match(member):
            continue
        complaints.append("%s calls %s" % (member, name))
    return complaints


def FIXTURE(path):
    return judge(checking.object_of(path))


if __name__ == "__main__":
    checking.main()
