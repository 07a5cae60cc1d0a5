#!/usr/bin/env python3
"""CPython's own tests of the language, run in guests of Natrix: how much of it is there.

    run.py [options] [NAME ...]     test_NAME for each name; without one: all of files.txt
      --write          write docs/conformance.md, the table of all files: each as it was run last
      --program FILE   the interpreter (build/natrix)
      --tests FOLDER   CPython's package of tests; default: $CPYTHON_TESTS, then where python3.14 has it
      -k TEXT          run only methods whose id contains TEXT
      -v               show why methods fail;  -j N: files at a time

The tests are read from where CPython is installed. Each file runs to its end in one guest with
limits; a method that ends its guest counts as failed, and a new one goes on behind it. What happened
to each method is left in build/cpython/NAME.jsonl. skipped.txt names the methods that cannot be
made here, each with one of the reasons that are allowed.
"""

import argparse
import concurrent.futures
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
LEFT = os.path.join(ROOT, "build", "cpython")
MARK = "\x1e"
LIMITS = ["--max-steps", "3000000000", "--max-memory", "512M", "--timeout", "40",
          "--max-output", "64M"]
HARD_SECONDS = 150
REASONS = ("CPython implementation detail", "needs a process", "needs a real thread",
           "needs a file outside the sandbox", "needs memory above the limit")


def test_folders(given):
    """CPython's folders of tests: the named one, and the one that it is installed with."""
    found = []
    for folder in [given, *os.environ.get("CPYTHON_TESTS", "").split(":")]:
        if folder:
            found.append(folder)
    try:
        code = "import test; print(test.__path__[0])"
        found.append(subprocess.run(["python3.14", "-c", code], capture_output=True, text=True,
                                    check=True).stdout.strip())
    except (OSError, subprocess.CalledProcessError):
        pass
    found = list(dict.fromkeys(found))
    if not any(os.path.isfile(os.path.join(each, "test_grammar.py")) for each in found):
        sys.exit("no folder with CPython's tests: set CPYTHON_TESTS, or install them "
                 "(Debian: libpython3.14-testsuite)")
    return found[:2]


def names_in(path):
    with open(os.path.join(HERE, path)) as file:
        return file.read().split()


def read_skipped():
    """{id of a method, or a pattern with *: reason}; ends the program when a reason is not allowed.
    """
    skipped, reason = {}, None
    with open(os.path.join(HERE, "skipped.txt")) as file:
        for line in file:
            line = line.strip()
            if line.startswith("["):
                reason = line.strip("[]")
                if not reason.startswith(REASONS):
                    sys.exit(f"skipped.txt: {reason!r} is not one of the reasons {REASONS}")
            elif line and not line.startswith("#"):
                skipped[line] = reason
    return skipped


class Run:
    """One file."""

    def __init__(self, name, folders, options):
        self.name, self.folders, self.options = name, folders, options
        self.results = {}  # place -> {id, outcome, text}
        self.total = None

    def command(self, start, count):
        mounts = [f"{HERE}:/natrix:ro", f"{self.scratch}:/scratch:rw"]
        mounts += [f"{folder}:/cpython/{i}:ro" for i, folder in enumerate(self.folders)]
        command = [self.options.program, "run", *LIMITS]
        for mount in mounts:
            command += ["--mount", mount]
        command += ["--cwd", "/scratch", os.path.join(HERE, "driver.py"),
                    f"test.test_{self.name}", str(start)]
        return command + ([str(count)] if count else [])

    def guest(self, start, count=None):
        """Run from a method on; (the one that ended the guest or None, why)."""
        running = None
        try:
            done = subprocess.run(self.command(start, count), stdin=subprocess.DEVNULL,
                                  capture_output=True, timeout=HARD_SECONDS)
            output, errors, status = done.stdout, done.stderr, done.returncode
        except subprocess.TimeoutExpired as late:
            output, errors, status = late.stdout or b"", late.stderr or b"", "timeout"
        finished = False
        for line in output.decode("utf-8", "replace").split("\n"):
            mark = line.find(MARK)
            if mark < 0:
                continue
            try:
                event = json.loads(line[mark + 1:])
            except ValueError:
                continue
            if "total" in event:
                self.total = event["total"]
            elif "start" in event:
                running = event
            elif "end" in event:
                self.results[event["end"]] = {"id": running["id"], "outcome": event["outcome"],
                                              "text": event["text"]}
                running = None
            elif "absent" in event:
                self.absent = event
                finished = True
            elif "finished" in event:
                finished = True
        if finished:
            return None, None
        return running, f"status {status}: " + errors.decode("utf-8", "replace")[-1500:]

    def run(self):
        """Run the file to its end; the results in order."""
        self.absent = None
        with tempfile.TemporaryDirectory(prefix="natrix-cpython-") as self.scratch:
            if self.options.k:
                self.run_chosen()
            else:
                self.run_all()
        if self.absent is not None:
            return [{"id": f"test.test_{self.name}.{name}", "outcome": self.absent["absent"],
                     "text": self.absent["text"]} for name in self.methods_in_text()]
        return [self.results[place] for place in sorted(self.results)]

    def run_all(self):
        start = 0
        while True:
            running, why = self.guest(start)
            if why is None:
                return
            if running is None:
                if self.total is None or len(self.results) >= self.total:
                    if self.total is None:
                        self.absent = {"absent": "failed", "text": why}
                    return  # ended behind the last one
                place = max(self.results, default=start - 1) + 1
                self.results[place] = {"id": f"test.test_{self.name}.#{place}",
                                       "outcome": "failed", "text": why}
                start = place + 1
                continue
            place = running["start"]
            if place > start:
                # The others before it have used up some of the limits: once more alone.
                running, why = self.guest(place, 1)
            if why is not None:
                self.results[place] = {"id": (running or {}).get("id", f"#{place}"),
                                       "outcome": "failed", "text": why}
            start = place + 1
            if self.total is not None and start >= self.total:
                return

    def run_chosen(self):
        # Asks for the names by running nothing, then runs what matches one by one.
        listing = self.command(0, None)
        listing[listing.index(str(0), listing.index(f"test.test_{self.name}"))] = "list"
        done = subprocess.run(listing, stdin=subprocess.DEVNULL, capture_output=True)
        for line in done.stdout.decode("utf-8", "replace").split("\n"):
            if line.startswith(MARK):
                event = json.loads(line[1:])
                if "absent" in event:
                    self.absent = event
                for place, name in enumerate(event.get("names", ())):
                    if self.options.k in name:
                        running, why = self.guest(place, 1)
                        if why is not None:
                            self.results[place] = {"id": name, "outcome": "failed", "text": why}

    def methods_in_text(self):
        for folder in self.folders:
            path = os.path.join(folder, f"test_{self.name}.py")
            if os.path.isfile(path):
                with open(path, "rb") as file:
                    text = file.read().decode("utf-8", "replace")
                return re.findall(r"^\s+(?:async )?def (test\w*)\(", text, re.M) or ["(the file)"]
        return ["(the file)"]


def judge(name, results, skipped):
    """Give each result its place in the table: passed, failed or skipped with an allowed reason."""
    for result in results:
        short = result["id"].removeprefix("test.")
        reason = next((why for pattern, why in skipped.items() if matches(short, pattern)), None)
        if result["outcome"] != "passed" and reason is not None:
            result["outcome"], result["text"] = "skipped", reason
        elif result["outcome"] == "skipped" and not result["text"].startswith(REASONS):
            inner = result["text"].partition(": ")[2]
            result["reason"] = "allowed" if inner.startswith(REASONS) else "other"
    with open(os.path.join(LEFT, f"{name}.jsonl"), "w") as file:
        for result in results:
            file.write(json.dumps(result) + "\n")


def read_results(name):
    """What the last run of a file has left."""
    with open(os.path.join(LEFT, f"{name}.jsonl")) as file:
        return [json.loads(line) for line in file]


def matches(name, pattern):
    if pattern.endswith("*"):
        return name.startswith(pattern[:-1])
    return name == pattern


def counted(results):
    """(passed, failed, skipped)"""
    kinds = [result["outcome"] for result in results]
    return kinds.count("passed"), kinds.count("failed"), kinds.count("skipped")


def percent(part, whole):
    return f"{100 * part / whole:.1f} %" if whole else "-"


def table(rows):
    """The text of docs/conformance.md."""
    total = [sum(row[i] for _, row in rows) for i in range(3)]
    lines = ["# CPython's own tests of the language", "",
             "Made by `make conformance` (`tests/cpython/run.py --write`): the tests of an installed "
             "CPython 3.14, run in", "guests. Skipped are methods that look at CPython's inside, or "
             "need a process, a thread, a file outside the", "sandbox or more memory than the limit; "
             "`tests/cpython/skipped.txt` names them, or the test itself says so.", "",
             f"Of {sum(total)} methods {total[2]} ({percent(total[2], sum(total))}) are skipped; of "
             f"the rest **{percent(total[0], total[0] + total[1])}** pass.", "",
             "| file | passed | failed | skipped | passed of the rest |", "|---|--:|--:|--:|--:|"]
    for name, (passed, failed, skips) in rows:
        lines.append(f"| test_{name} | {passed} | {failed} | {skips} | "
                     f"{percent(passed, passed + failed)} |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--program", default=os.path.join(ROOT, "build", "natrix"))
    parser.add_argument("--tests")
    parser.add_argument("-k")
    parser.add_argument("-v", action="store_true")
    parser.add_argument("-j", type=int, default=2)
    options = parser.parse_args()
    folders, skipped = test_folders(options.tests), read_skipped()
    names = [name.removeprefix("test_") for name in options.names] or names_in("files.txt")
    os.makedirs(LEFT, exist_ok=True)

    def one(name):
        run = Run(name, folders, options)
        results = run.run()
        judge(name, results, skipped)
        return name, results, run.absent

    rows = []
    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        for name, results, absent in pool.map(one, names):
            passed, failed, skips = counts = counted(results)
            rows.append((name, counts))
            note = "  DOES NOT IMPORT" if absent is not None else ""
            print(f"{name:24} passed {passed:4}  failed {failed:4}  skipped {skips:4}{note}",
                  flush=True)
            if absent is not None and options.v:
                print(absent["text"])
            for result in results if absent is None else ():
                if result["outcome"] == "failed" and (options.v or options.k):
                    print(f"--- {result['id']}\n{result['text']}")
                if result.get("reason") == "other":
                    print(f"    skipped with a reason that is not allowed: {result['id']}: "
                          f"{result['text']}")
    total = [sum(row[1][i] for row in rows) for i in range(3)]
    print(f"{'all':24} passed {total[0]:4}  failed {total[1]:4}  skipped {total[2]:4}  "
          f"({percent(total[2], sum(total))} skipped, "
          f"{percent(total[0], total[0] + total[1])} of the rest passed)")
    if options.write:
        with open(os.path.join(ROOT, "docs", "conformance.md"), "w") as file:
            file.write(table([(name, counted(read_results(name))) for name in names_in("files.txt")]))


if __name__ == "__main__":
    main()
