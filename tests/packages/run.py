#!/usr/bin/env python3
"""Real packages, unmodified: each driver program beside this file uses one.

    tests/packages/run.py FOLDER [NAME...] [--program build/natrix] [--python python3.14]

FOLDER has the packages as they would lie on sys.path; it is mounted read-only, under its own name. A driver
runs in both, and both must print the same. Drivers stand in the order of the ladder (LADDER); a package that
FOLDER does not have is skipped. The last line reads `N the same, M differ, K not there`.
"""
import argparse
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
LADDER = ["six", "tabulate", "sortedcontainers", "toolz", "more_itertools", "attr", "dateutil", "pyparsing",
          "lark", "markupsafe", "jinja2", "mpmath", "markdown", "yaml", "sympy", "networkx", "packaging",
          "click", "rich", "pydantic", "pygments", "simplejson", "tomli", "jsonschema", "bs4", "humanize",
          "cachetools", "boltons", "docutils"]
SECONDS = 300


def is_there(folder, package):
    return any(os.path.exists(os.path.join(folder, package + end)) for end in (".py", "/__init__.py"))


def run(command):
    """stdout, the last line of stderr, status."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    try:
        p = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, env=env)
    except subprocess.TimeoutExpired:
        return "", "timeout", -1
    lines = [line for line in p.stderr.splitlines() if line.strip()]
    return p.stdout, lines[-1] if lines else "", p.returncode


def first_difference(ours, theirs):
    a, b = ours.splitlines(), theirs.splitlines()
    for x, y in zip(a, b):
        if x != y:
            return f"{x!r}\n        there: {y!r}"
    return f"{len(a)} lines, {len(b)} there"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--program", default=os.path.join(HERE, "../../build/natrix"))
    parser.add_argument("--python", default="python3.14")
    a = parser.parse_args()
    folder = os.path.abspath(a.folder)
    same = differ = absent = 0
    with tempfile.TemporaryDirectory() as scratch:
        for name in a.names or LADDER:
            if not is_there(folder, name):
                absent += 1
                continue
            path = os.path.join(scratch, name + "_driver.py")
            with open(os.path.join(HERE, name + ".py")) as source, open(path, "w") as out:
                out.write(f"import sys; sys.path.insert(0, {folder!r})\n" + source.read())
            theirs = run([a.python, "-S", "-B", "-W", "ignore", path])
            ours = run([a.program, "run", "--max-steps", "0", "--max-memory", "1G", "--timeout", "0",
                        "--mount", f"{folder}:{folder}:ro", path])
            if ours[0] == theirs[0] and ours[2] == theirs[2] == 0:
                same += 1
                print(f"ok      {name}", flush=True)
                continue
            differ += 1
            why = ours[1] if ours[2] else first_difference(ours[0], theirs[0])
            if theirs[2]:
                why = f"python3.14 itself: {theirs[1]}"
            print(f"DIFFERS {name}: {why}", flush=True)
    print(f"{same} the same, {differ} differ, {absent} not there")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
