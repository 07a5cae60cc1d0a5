#!/usr/bin/env python3
"""An older commit's image and snapshot, continued.

    tests/snap/fixture.py CARRY...                 each build of carry.c continues the fixture to its end
    tests/snap/fixture.py --make CARRY MKIMAGE     takes a new fixture with these

The fixture (tests/snap/fixtures) is a boot image without library modules and a snapshot on it, taken at a host call
inside sorted(key=...), both xz-compressed, and what the program writes from there on. A library that lacks
something that the two take for granted refuses them (src/snap/links.h); then the test fails until a new fixture is taken,
so that nobody gives up older snapshots without noticing.
"""
import lzma
import os
import shlex
import subprocess
import sys
import tempfile

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fixtures")
PROGRAM, IMAGE, SNAPSHOT, REST = (os.path.join(HERE, "sorted_key." + e) for e in ("py", "image.xz", "snap.xz", "rest"))
STOPPED = 10
REFUSED = "no engine", "has changed since"  # what carry says


def run(carry, *words):
    return subprocess.run([*shlex.split(carry), *words], capture_output=True, text=True, timeout=60)


def pack(path, to):
    with open(path, "rb") as f, open(to, "wb") as out:
        out.write(lzma.compress(f.read(), preset=9 | lzma.PRESET_EXTREME))


def unpack(path, to):
    with lzma.open(path) as f, open(to, "wb") as out:
        out.write(f.read())
    return to


def make(carry, mkimage, folder):
    image, snap = os.path.join(folder, "image"), os.path.join(folder, "snap")
    subprocess.run([mkimage, image, "src/lib/py"], check=True)
    stopped = run(carry, "start", PROGRAM, "-1", snap, image)
    ended = run(carry, "go", snap, "-1", snap + ".end", image)
    if stopped.returncode != STOPPED or ended.returncode != 0:
        sys.exit("fixture: the program does not stop once and end: " + stopped.stderr + ended.stderr)
    pack(image, IMAGE)
    pack(snap, SNAPSHOT)
    with open(REST, "w", encoding="utf-8") as f:
        f.write(ended.stdout)


def check(carry, folder):
    """None, or what went wrong."""
    image, snap = unpack(IMAGE, os.path.join(folder, "image")), unpack(SNAPSHOT, os.path.join(folder, "snap"))
    result = run(carry, "go", snap, "-1", snap + ".end", image)
    if any(sentence in result.stderr for sentence in REFUSED):
        return "the older image no longer fits; where that is meant, `make fixture` takes a new one: " + result.stderr
    with open(REST, encoding="utf-8") as f:
        want = f.read()
    if result.returncode != 0 or result.stdout != want:
        return "status %d\n%s%s\ninstead of\n%s" % (result.returncode, result.stdout, result.stderr, want)
    return None


def main():
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        if sys.argv[1] == "--make":
            make(*sys.argv[2:4], folder)
            return
        for carry in sys.argv[1:]:
            wrong = check(carry, folder)
            passed, failed = passed + (wrong is None), failed + (wrong is not None)
            if wrong:
                print("FAIL fixture in %s: %s" % (carry, wrong))
    print("%d passed, %d failed" % (passed, failed))
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
