"""Runs programs in CPython and in Natrix and makes what they print comparable.

Each side is a process that lives long and answers program after program (tests/fuzz/driver.c, oracle.py): a length,
then the bytes. The outcome of a program is its output, then, when an exception ended it, \\x02 with the class, the
message and the lines it passed through. A process that dies or hangs is the outcome of the program it was at.
"""
import collections
import os
import re
import select
import signal
import subprocess
import sys
import threading

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import suite    # noqa: E402

ADDRESS = re.compile(r"\b(at|of) 0x[0-9a-f]+")
HERE = os.path.dirname(os.path.abspath(__file__))
DRIVER = os.path.join(suite.ROOT, "build", "fuzz_driver")
NOT_COMPARED = ("\x02 limit time", "\x02 status", "\x02 killed", "\x02 timeout", "MemoryError ", "TooSlow", "\x02 OutOfFuel")
PATIENCE = 20    # seconds for one program


class Side:
    """One interpreter: its command, and the process that is running."""

    def __init__(self, command, seed="0"):
        keep = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        self.command, self.process = command, None
        self.env = {**keep, **suite.ENV, "PYTHONHASHSEED": seed}
        self.patience = PATIENCE

    def start(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, env=self.env, cwd=suite.ROOT)

    def end(self):
        """Ends the process; a word on how it ended."""
        if self.process is None:
            return ""
        status = self.process.poll()
        if status is None:
            self.process.kill()
        err = self.process.communicate()[1].decode("utf-8", "replace")
        self.process = None
        if status is None:
            return "timeout"
        last = [t for t in err.splitlines() if "ERROR" in t or "Error" in t or "ssert" in t][:1] or [""]
        return ("killed by %s" % signal.Signals(-status).name if status < 0 else "status %d" % status) + " " + last[0]

    def read(self, n, line=False):
        got = b""
        while len(got) < n and not (line and got.endswith(b"\n")):
            if not select.select([self.process.stdout], [], [], self.patience)[0]:
                return None
            more = os.read(self.process.stdout.fileno(), 1 if line else n - len(got))
            if not more:
                self.process.wait()
                return None
            got += more
        return got

    def run_one(self, program):
        if self.process is None:
            self.start()
        source = program.encode("utf-8", "surrogatepass")
        try:
            self.process.stdin.write(b"%d\n" % len(source) + source)
            self.process.stdin.flush()
            head = self.read(20, line=True)
            body = head and self.read(int(head))
        except BrokenPipeError:
            self.process.wait()
            head = body = None
        if body is None:
            body = ("\x02 " + self.end()).encode()
        return ADDRESS.sub(r"\1 0x-", body.decode("utf-8", "backslashreplace"))

    def run(self, programs):
        """The outcome of each program, in order."""
        return [self.run_one(p) for p in programs]


def by_sets(text):
    """The text with the items of every set that has texts among them in one order."""
    def in_order(m):
        return "{%s}" % ", ".join(sorted(m.group(1).split(", "))) if "'" in m.group(1) and ":" not in m.group(1) else m.group()
    return re.sub(r"\{([^{}]*)\}", in_order, text)


class Pair:
    """CPython (under other hash seeds too, to know what depends on them) and Natrix."""

    def __init__(self, oracle, natrix):
        self.oracle, self.natrix = Side(oracle), Side(natrix)
        self.others = [Side(oracle, seed) for seed in ("5", "77", "123", "999", "31337", "42")]
        self.skipped = collections.Counter()

    def close(self):
        for side in (self.oracle, self.natrix, *self.others):
            side.end()

    def run(self, programs):
        """(expected, got) of all the programs; both sides at the same time."""
        expected = []
        thread = threading.Thread(target=lambda: expected.extend(self.oracle.run(programs)))
        thread.start()
        got = self.natrix.run(programs)
        thread.join()
        return expected, got

    def differing(self, programs):
        """For each program None, or (expected, got) when the two sides disagree; and what was expected of each."""
        expected, got = self.run(programs)
        found = [None] * len(programs)
        for i, (e, g) in enumerate(zip(expected, got)):
            if e == g:
                continue
            if by_sets(e) == by_sets(g):    # a set of texts that happens to look the same under every seed tried
                self.skipped["depends on the hash seed"] += 1
                continue
            limit = [word.strip("\x02 ") for word in NOT_COMPARED if word in e]
            if limit:
                self.skipped["limit of the oracle: " + limit[0]] += 1
            elif any(side.run_one(programs[i]) != e for side in self.others):
                self.skipped["depends on the hash seed"] += 1
            else:
                found[i] = (e, g)
        return found, expected


def first_difference(expected, got):
    """The first line in which two outcomes differ, as a pair."""
    a, b = expected.split("\n"), got.split("\n")
    for x, y in zip(a, b):
        if x != y:
            return x, y
    n = min(len(a), len(b))
    return (a[n] if len(a) > n else "(end)"), (b[n] if len(b) > n else "(end)")


def signature(expected, got):
    """What kind of difference it is: the first differing lines without what varies from case to case."""
    def plain(text):
        text = re.split(r" (?:->|!!) ", text)[-1]
        text = re.sub(r"[\w.]+\(\)", "_()", text)
        text = re.sub(r"'[^']*'|\"[^\"]*\"", "'_'", text)
        return re.sub(r"\[[^]]*\]|[-+]?\d[\d.e+-]*|\b[a-z]\w*\d+\b", "_", text)[:90]
    return " / ".join(plain(t) for t in first_difference(expected, got))
