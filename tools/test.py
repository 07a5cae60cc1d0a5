#!/usr/bin/env python3
"""Runs the tests: the one runner.

    tools/test.py [NAME...]              all tests, or those whose path contains a NAME
    tools/test.py --kind py,unit         only these kinds (py, diff, sandbox, unit, host)
    tools/test.py --mode gc              with the debug build in that mode (gc snap pause oom pending[:N])
    tools/test.py --program python3.14   another program: how the tests themselves are tested
    tools/test.py --served --program P   P stays and runs one after the other (`P --serve`)
    tools/test.py --build build-clang    the program and unit tests of another build
    tools/test.py --failed               those that failed last time

A failure prints the command that repeats it and a diff. The last line reads `N passed, M failed`; the exit
status is 0 only when something ran and nothing failed. Kinds:

    py, diff   tests/py, tests/diff: stdout must equal `.out`; stderr and status must equal `.err`, or be
               empty and 0 where there is none
    sandbox    tests/sandbox: hostile programs that must end as their `# expect:` line says
    unit, host executables in build/unit, build/host (cmocka): must exit with 0
"""
import argparse
import concurrent.futures
import difflib
import os
import re
import shlex
import signal
import sys
import time

import suite

FOLDERS = {"py": "tests/py", "diff": "tests/diff", "sandbox": "tests/sandbox"}
BINARIES = {"unit": "unit", "host": "host"}
FAILED_LIST = "build/failed-tests.txt"
KNOWN_LIST = "tests/known-failures.txt"  # what does not work yet, by name; see docs/status.md
DIFF_LINES = 40


class Test:
    """One thing to run: its kind, its name (a path under the root) and the words of its command."""

    def __init__(self, kind, name, words, header=None):
        self.kind, self.name, self.words, self.header = kind, name, words, header or {}


def collect(a, program, build):
    """All tests the arguments ask for."""
    kinds = a.kind.split(",") if a.kind else list(FOLDERS) + list(BINARIES)
    tests = []
    for kind in kinds:
        if kind in FOLDERS:
            for path in suite.find(FOLDERS[kind], a.names):
                head = suite.header(path)
                options = head.get("options", []) + head.get("limits", [])
                tests.append(Test(kind, path, suite.command(program, path, options, a.mode), head))
        elif kind in BINARIES:
            tests += [Test(kind, p, [p]) for p in binaries(os.path.join(build, BINARIES[kind]), a.names)]
        else:
            sys.exit("test: no such kind: " + kind)
    return tests


def binaries(folder, names):
    full = os.path.join(suite.ROOT, folder)
    found = sorted(os.listdir(full)) if os.path.isdir(full) else []
    paths = [os.path.join(folder, f) for f in found]
    return [p for p in paths if os.access(os.path.join(suite.ROOT, p), os.X_OK)
            and not os.path.isdir(os.path.join(suite.ROOT, p))
            and (not names or any(n in p for n in names))]


def diff(label, want, got):
    lines = list(difflib.unified_diff(want.splitlines(), got.splitlines(), "expected " + label, "got " + label,
                                      lineterm=""))
    if len(lines) > DIFF_LINES:
        lines[DIFF_LINES:] = ["... %d more lines" % (len(lines) - DIFF_LINES)]
    if want != got and not lines:
        lines = ["%s differs in its line ends: expected %r, got %r" % (label, want[-40:], got[-40:])]
    return lines


def judge_recorded(test, result):
    """Complaints about a run whose output was recorded from CPython."""
    want_out = suite.read(test.name[:-3] + ".out")
    if want_out is None:
        return ["there is no recorded output; run tools/expect.py " + test.name]
    lines = diff("stdout", want_out, result.out)
    want_err, got_err = suite.read(test.name[:-3] + ".err") or "", result.err_text() or ""
    return lines + diff("stderr", want_err, got_err)


def judge_binary(test, result):
    return [] if result.status == 0 else (result.out + result.err).splitlines()[-DIFF_LINES:]


def judge_sandbox(test, result):
    """Complaints about a hostile program; see tests/sandbox/README.md for the words of `# expect:`."""
    wants = dict(word.split("=", 1) for word in test.header.get("expect", []))
    if not wants:
        return ["the test has no `# expect:` line"]
    lines, last = [], (result.err.strip().splitlines() or [""])[-1]
    for key, want in wants.items():
        if key == "status":
            ok = str(result.status) in want.split("|")
        elif key == "error":    # the uncaught exception's class, by the traceback's last line
            ok = result.status != 1 or re.match(r"(%s)\b" % want, last) is not None
        elif key == "kind":     # the limit's name, on stderr
            ok = result.status != 3 or re.search(r"\b(%s)\b" % want, result.err) is not None
        elif key == "last":     # the last line of stdout, when it ended by itself
            ok = result.status != 0 or (result.out.strip().splitlines() or [""])[-1] == want
        elif key == "max-out":  # bytes on stdout
            ok = len(result.out) <= int(want)
        else:
            return ["unknown word in `# expect:`: " + key]
        if not ok:
            lines.append("expected %s=%s" % (key, want))
    if lines:
        lines.append("got status %s, stdout ends %r, stderr ends %r" % (result.status, result.out[-200:], last[-300:]))
    return lines


JUDGES = {"py": judge_recorded, "diff": judge_recorded, "sandbox": judge_sandbox,
          "unit": judge_binary, "host": judge_binary}


def run_test(test, timeout, run):
    """Returns (complaints, seconds)."""
    start = time.time()
    result = run(test.words, timeout)
    took = time.time() - start
    if result.status is None:
        return ["stopped after %d seconds" % timeout], took
    if result.status < 0:
        name = signal.Signals(-result.status).name
        return ["killed by %s" % name] + result.err.splitlines()[-DIFF_LINES:], took
    return JUDGES[test.kind](test, result), took


def report(test, complaints):
    print("FAIL %s" % test.name)
    print("  repeat: " + " ".join(shlex.quote(w) for w in test.words))
    for line in complaints:
        print("  " + line)
    sys.stdout.flush()


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("names", nargs="*")
    ap.add_argument("--kind")
    ap.add_argument("--mode")
    ap.add_argument("--build", help="default build, with --mode build-debug")
    ap.add_argument("--program", help="default natrix there")
    ap.add_argument("--served", action="store_true")
    ap.add_argument("--timeout", type=float, default=20)
    ap.add_argument("--jobs", "-j", type=int, default=2)
    ap.add_argument("--failed", action="store_true")
    ap.add_argument("--slow", type=int, default=0, metavar="N", help="also list the N slowest tests")
    ap.add_argument("--stop", action="store_true", help="stop at the first failure")
    ap.add_argument("--without", default="", metavar="NAMES", help="tests to leave out, by path, with commas")
    ap.add_argument("--skip-known", action="store_true", help="do not run what is known to fail")
    ap.add_argument("--quiet", "-q", action="store_true", help="name the failures only")
    a = ap.parse_args()
    build = a.build or ("build-debug" if a.mode else "build")
    program = shlex.split(a.program or build + "/natrix")
    if a.failed:
        a.names += (suite.read(FAILED_LIST) or "").split()
    tests = collect(a, program, build)
    known = set(re.findall(r"^[^#\s]\S*", suite.read(KNOWN_LIST) or "", re.M))
    tests = [t for t in tests if t.name not in a.without.split(",")]
    if a.skip_known:
        tests = [t for t in tests if t.name not in known]
    run = suite.Served(program).run if a.served else suite.run
    failed, times, expected, mended = [], [], 0, []
    with concurrent.futures.ThreadPoolExecutor(a.jobs) as pool:
        jobs = {pool.submit(run_test, t, a.timeout, run): t for t in tests}
        for job in concurrent.futures.as_completed(jobs):
            if job.cancelled():
                continue
            test, (complaints, took) = jobs[job], job.result()
            times.append((took, test.name))
            if complaints and test.name in known:
                expected += 1
                continue
            if test.name in known:
                mended.append(test.name)
            if complaints:
                failed.append(test.name)
                report(test, [] if a.quiet else complaints)
                if a.stop:
                    pool.shutdown(cancel_futures=True)
    for took, name in sorted(times, reverse=True)[:a.slow]:
        print("%7.2f s  %s" % (took, name))
    if os.path.isdir(os.path.join(suite.ROOT, "build")):
        suite.write(FAILED_LIST, "\n".join(sorted(failed)) + "\n")
    if expected:
        print("%d known failures (%s) are not counted" % (expected, KNOWN_LIST))
    if mended:
        print("%d listed there pass now: %s" % (len(mended), " ".join(sorted(mended)[:20])))
    if not times:
        print("nothing ran: no test matches")
    print("%d passed, %d failed" % (len(times) - len(failed) - expected, len(failed)))
    sys.exit(bool(failed) or not times)


if __name__ == "__main__":
    main()
