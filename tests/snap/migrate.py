#!/usr/bin/env python3
"""Programs that move between the native build and WebAssembly while they run.

    tests/snap/migrate.py NATIVE WASM [NAME...]     commands of the two builds of carry.c

Each program of tests/snap/programs is stopped every few steps and at every host call. At each stop both builds write
a snapshot; the two must hold the same bytes, and each build goes on from the other's. The output of either, all legs
together, must be that of an undisturbed run.
"""
import os
import shlex
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tools"))
import suite  # noqa: E402

STOPPED = 10
LEGS = (7, 60)  # a program's steps are divided by these


class Wrong(Exception):
    pass


class Host:
    """One build of carry: runs legs, keeps what the guest wrote."""

    def __init__(self, name, words, folder):
        self.name, self.words, self.out = name, shlex.split(words), ""
        self.snapshot = os.path.join(folder, name + ".snap")
        self.run = suite.Served(self.words).run if "node" in self.words[0] else suite.run

    def leg(self, *words):
        """Runs to the next stop; returns the exit status and what stderr said."""
        result = self.run(self.words + [str(w) for w in words] + [self.snapshot], 60)
        self.out += result.out
        if result.status not in (0, STOPPED):
            raise Wrong("%s %s: status %s, %s" % (self.name, " ".join(map(str, words)), result.status, result.err))
        return result.status, result.err


def undisturbed(host, path):
    """The output of a run that stops at host calls only, and its steps."""
    host.out = ""
    status, err = host.leg("start", path, -1)
    while status == STOPPED:
        status, err = host.leg("go", host.snapshot, -1)
    return host.out, int(err.split()[0])


def bytes_of(path):
    with open(path, "rb") as f:
        return f.read()


def in_step(hosts, path, every):
    """Runs a program on both hosts at once, each going on from the other's snapshot; returns the legs it took."""
    for h in hosts:
        h.out = ""
    ends, legs = [h.leg("start", path, every) for h in hosts], 1
    while ends[0][0] == STOPPED:
        if ends[0] != ends[1]:
            raise Wrong("leg %d ends differently: %s" % (legs, ends))
        if bytes_of(hosts[0].snapshot) != bytes_of(hosts[1].snapshot):
            raise Wrong("leg %d: the snapshots differ" % legs)
        for h in hosts:
            os.rename(h.snapshot, h.snapshot + ".in")
        ends = [h.leg("go", other.snapshot + ".in", every) for h, other in zip(hosts, hosts[::-1])]
        legs += 1
    if ends[0] != ends[1]:
        raise Wrong("the runs end differently: %s" % ends)
    return legs


def check(hosts, path, divisor):
    want, steps = undisturbed(hosts[0], path)
    legs = in_step(hosts, path, steps // divisor + 1)
    for h in hosts:
        if h.out != want:
            raise Wrong("%s wrote\n%s\ninstead of\n%s" % (h.name, h.out, want))
    return legs


def main():
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        hosts = [Host("native", sys.argv[1], folder), Host("wasm", sys.argv[2], folder)]
        for path in suite.find("tests/snap/programs", sys.argv[3:]):
            for divisor in LEGS:
                try:
                    check(hosts, path, divisor)
                    passed += 1
                except Wrong as e:
                    failed += 1
                    print("FAIL %s in legs of 1/%d: %s" % (path, divisor, e))
    print("%d passed, %d failed" % (passed, failed))
    sys.exit(bool(failed) or not passed)


if __name__ == "__main__":
    main()
