#!/usr/bin/env python3
"""The core has no writable data: no symbol in .data, .bss, .tdata or .tbss of the built archive.

.data.rel.ro is fine: constant tables of pointers, which the loader relocates once.
"""
import os
import re

import checking

WRITABLE = re.compile(r"^\.(data|bss|tdata|tbss)(?!\.rel\.ro)(\.|$)")


def check(root, archive=checking.CORE):
    if not os.path.exists(os.path.join(root, archive)):
        return ["%s is not built" % archive]
    return judge(os.path.join(root, archive))


def judge(archive):
    """Complaints about the symbols of an archive or object."""
    status, said = checking.run(["objdump", "-t", archive])
    if status:
        return [said.strip()]
    complaints, member = [], os.path.basename(archive)
    for line in said.splitlines():
        m = re.match(r"^(\S+):\s+file format", line)
        if m:
            member = os.path.basename(m.group(1))
        # address, seven flag characters, section, size, name
        m = re.match(r"^[0-9a-f]+ (.{7}) (\S+)\s+([0-9a-f]+)\s+(.*)$", line)
        if not m:
            continue
        flags, section, size, name = m.groups()
        common = section == "*COM*"
        if (common or WRITABLE.match(section)) and "d" not in flags and (common or int(size, 16)):
            complaints.append("%s: %s is writable (%s)" % (member, name.split()[-1], section))
    return sorted(complaints)


def FIXTURE(path):
    return judge(checking.object_of(path))


if __name__ == "__main__":
    checking.main()
