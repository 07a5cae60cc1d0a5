#!/usr/bin/env python3
"""Differential fuzzing: random programs in CPython 3.14 and in Natrix must print the same and end the same.

    tools/fuzz/run.py --seed 1 --programs 100000      so many programs of all kinds; the same seed, the same programs
    tools/fuzz/run.py --kind matrix --seconds 60      one kind, from a random seed that is printed
    tools/fuzz/run.py --repeat matrix:1234            one case again, shown whole
    tools/fuzz/run.py --file x.py                     any program on both sides
    tools/fuzz/run.py --coverage                      what the generator makes, without Natrix

What differs on purpose is in docs/differences.md and not made here. Differences go to build/fuzz/: a smallest program found, what was expected and what came. One of each kind of difference
is shrunk and shown, the others are counted. Exit status 1 when any was found.
"""
import argparse
import collections
import itertools
import os
import random
import shlex
import sys
import time
import warnings

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)),
                os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import calls          # noqa: E402
import constructs     # noqa: E402
import flows          # noqa: E402
import library        # noqa: E402
import matrix         # noqa: E402
import objects        # noqa: E402
import programs       # noqa: E402
import protocols      # noqa: E402
import rows           # noqa: E402
import sessions       # noqa: E402
import shrink         # noqa: E402
import sides          # noqa: E402
import suite          # noqa: E402

MAKERS = {"programs": programs.Program, "matrix": matrix.Matrix, "protocols": protocols.Protocols,
          "calls": calls.Calls, "flows": flows.Flows, "rows": rows.Rows,
          "objects": objects.Objects, "library": library.Library,
          "constructs": constructs.Constructs, "sessions": sessions.Sessions}
MIX = "matrix,calls,rows,objects,library,matrix,calls,rows,programs,protocols,flows,constructs,sessions"    # small programs more often than large ones
BY_LINE = ("matrix", "rows", "objects", "library", "sessions")    # their lines stand alone: each is a finding of its own
BATCH = 50
warnings.simplefilter("ignore")


def make(kind, seed):
    return MAKERS[kind](seed).program()


def write_down(kind, seed, source, expected, got):
    """The three files of a case; the path of the program."""
    folder = os.path.join(suite.ROOT, "build", "fuzz")
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, "%s-%d" % (kind, seed))
    for suffix, text in ((".py", source), (".expected", expected), (".got", got)):
        with open(path + suffix, "w", encoding="utf-8", errors="surrogatepass") as f:
            f.write(text)
    return os.path.relpath(path + ".py", suite.ROOT)


def report(a, pair, kind, seed, source, expected, got):
    """Shrinks a failure, writes it down and shows it."""
    wanted = sides.signature(expected, got)
    if not a.no_shrink:
        def still_differs(texts):
            return [d and sides.signature(*d) == wanted for d in pair.differing(texts)[0]]
        source = shrink.shrink(source, still_differs)
        again = pair.differing([source])[0][0]
        expected, got = again or (expected, got)
    path = write_down(kind, seed, source, expected, got)
    x, y = sides.first_difference(expected, got)
    print("\n=== %s:%d  (%s)\n%s\n--- expected: %s\n--- got:      %s" % (
        kind, seed, path, source.split('\n', 9)[-1].rstrip()[-1500:], x[:600], y[:600]))
    sys.stdout.flush()


def differing_lines(expected, got):
    """For programs of lines that are shown: every line that differs, as (expected, got)."""
    def key(line):
        return line.split(" -> ")[0].split(" !! ")[0]
    mine, theirs = expected.split("\n"), got.split("\n")
    if [key(line) for line in mine] == [key(line) for line in theirs]:
        return [(x, y) for x, y in zip(mine, theirs) if x != y]
    have = {key(line): line for line in theirs}
    return [(x, have.get(key(x), "(nothing)")) for x in mine if key(x) and have.get(key(x)) != x]


def handle(a, pair, case, difference, counts):
    """Counts the differences of one program and reports those of a new kind."""
    kind, seed, text = case
    pairs = [difference]
    if kind in BY_LINE and "\x02" not in difference[1]:
        pairs = differing_lines(*difference) or pairs
    for x, y in pairs:
        name = sides.signature(x, y)
        counts[name] += 1
        if counts[name] > 1:
            continue
        if len(pairs) > 1 or pairs[0] is not difference:
            print("\n=== %s:%d\n--- expected: %s\n--- got:      %s" % (kind, seed, x[:600], y[:600]))
        else:
            report(a, pair, kind, seed, text, x, y)


def fuzz(a, pair):
    """Runs batches until the count or the time is used up; returns the number of differences."""
    kinds = itertools.cycle(a.kind.split(","))
    counts, done, bad, start = collections.Counter(), 0, 0, time.time()
    while (done < a.programs if a.programs else time.time() - start < a.seconds) and len(counts) < a.stop:
        kind = next(kinds)
        n = min(BATCH, a.programs - done) if a.programs else BATCH
        cases = [(kind, s, make(kind, s)) for s in range(a.seed + done, a.seed + done + n)]
        done += n
        for case, difference in zip(cases, pair.differing([c[2] for c in cases])[0]):
            if difference:
                bad += 1
                handle(a, pair, case, difference, counts)
    said = "%d programs in %.0f s from seed %d: %d differ, %d differences of %d kinds; not compared: %s" % (
        done, time.time() - start, a.seed, bad, sum(counts.values()), len(counts), dict(pair.skipped) or "none")
    print("\n" + said)
    if a.record:
        import coverage
        with open(coverage.RECORD, "w", encoding="utf-8") as f:
            f.write("kinds %s: %s\n" % (" ".join(sorted(set(a.kind.split(",")))), said))
    for name, n in counts.most_common(a.show):
        print("%6d  %s" % (n, name))
    return bad


def show(pair, source):
    (difference,), (expected,) = pair.differing([source])
    print(source)
    print("--- expected\n%s\n--- got\n%s" % (difference or (expected, "the same")))
    return bool(difference)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--kind", default=MIX)
    ap.add_argument("--seed", type=int)
    ap.add_argument("--programs", type=int, default=0, help="how many; without it --seconds counts")
    ap.add_argument("--seconds", type=float, default=30)
    ap.add_argument("--stop", type=int, default=10, help="stop after so many kinds of difference")
    ap.add_argument("--show", type=int, default=20, help="kinds in the table at the end")
    ap.add_argument("--program", default=sides.DRIVER)
    ap.add_argument("--no-shrink", action="store_true")
    ap.add_argument("--coverage", action="store_true")
    ap.add_argument("--repeat", metavar="KIND:SEED")
    ap.add_argument("--file")
    ap.add_argument("--record", action="store_true", help="keep the last line for docs/fuzzing.md")
    ap.add_argument("--if-installed", action="store_true", help="no CPython 3.14: nothing to do")
    a = ap.parse_args()
    oracle = suite.oracle()
    if not oracle and a.if_installed:
        return print("fuzz: no CPython 3.14 found, not run")
    if not oracle:
        sys.exit("fuzz: no CPython 3.14 found")
    if sys.version_info < (3, 14):    # its parser must read what is made here: run in the oracle itself
        os.execvp(oracle[0], oracle + ["-W", "ignore", os.path.abspath(__file__)] + sys.argv[1:])
    a.seed = random.randrange(10**6) if a.seed is None else a.seed
    command = oracle + ["-S", "-W", "ignore", os.path.join(sides.HERE, "oracle.py")]
    if a.coverage:
        import coverage
        return coverage.publish(a, command, MAKERS)
    pair = sides.Pair(command, shlex.split(a.program))
    try:
        if a.repeat:
            kind, seed = a.repeat.split(":")
            sys.exit(show(pair, make(kind, int(seed))))
        if a.file:
            with open(a.file, encoding="utf-8") as f:
                sys.exit(show(pair, f.read()))
        sys.exit(bool(fuzz(a, pair)))
    finally:
        pair.close()


if __name__ == "__main__":
    main()
