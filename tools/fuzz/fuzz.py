#!/usr/bin/env python3
"""Differential fuzzing: random programs in CPython 3.14 and in Natrix must print the same and end the same.

    tools/fuzz/fuzz.py --seconds 60                    programs and expressions, from a seed that is printed
    tools/fuzz/fuzz.py --kind matrix --seed 5 --count 200
    tools/fuzz/fuzz.py --repeat programs:1234          one case again, shown whole
    tools/fuzz/fuzz.py --coverage --count 2000         what the generator makes, without Natrix

Failures go to build/fuzz/: a smallest program found, what was expected and what came. One of each kind of difference is
shrunk and shown, the others are counted. Exit status 1 when any was found.
"""
import argparse
import ast
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
import expressions    # noqa: E402
import matrix         # noqa: E402
import programs       # noqa: E402
import shrink         # noqa: E402
import sides          # noqa: E402
import suite          # noqa: E402

SIZES = {"programs": 25, "matrix": 12}    # programs in one process
warnings.simplefilter("ignore")


def make(kind, seed):
    return (programs.Program(seed) if kind == "programs" else matrix.Matrix(seed)).program()


def report(a, pair, kind, seed, source, expected, got):
    """Shrinks a failure, writes it down and shows it."""
    wanted = sides.signature(expected, got)
    if not a.no_shrink:
        def still_differs(texts):
            return [d and sides.signature(*d) == wanted for d in pair.differing(texts)[0]]
        source = shrink.shrink(source, still_differs)
        again = pair.differing([source])[0][0]
        expected, got = again or (expected, got)
    folder = os.path.join(suite.ROOT, "build", "fuzz")
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, "%s-%d" % (kind, seed))
    for suffix, text in ((".py", source), (".expected", expected), (".got", got)):
        with open(path + suffix, "w", encoding="utf-8", errors="surrogatepass") as f:
            f.write(text)
    x, y = sides.first_difference(expected, got)
    print("\n=== %s:%d  (%s.py)\n%s\n--- expected: %s\n--- got:      %s" % (
        kind, seed, os.path.relpath(path, suite.ROOT), source.rstrip()[-1500:], x, y))
    sys.stdout.flush()


def differing_lines(expected, got):
    """For the matrix: every expression whose line differs, as (expected, got)."""
    have = {line.split(" -> ")[0].split(" !! ")[0]: line for line in got.split("\n")}
    for line in expected.split("\n"):
        key = line.split(" -> ")[0].split(" !! ")[0]
        if key and have.get(key) != line:
            yield line, have.get(key, "(nothing)")


def fuzz(a, pair):
    """Runs batches until the count or the time is used up; returns the number of failures."""
    kinds, seeds = itertools.cycle(a.kind.split(",")), {k: a.seed for k in a.kind.split(",")}
    counts, kinds_seen, done, start = collections.Counter(), set(), 0, time.time()
    while (done < a.count if a.count else time.time() - start < a.seconds) and len(kinds_seen) < a.stop:
        kind = next(kinds)
        n = SIZES[kind]
        batch = list(range(seeds[kind], seeds[kind] + n))
        seeds[kind] += n
        done += n
        texts = [make(kind, s) for s in batch]
        found, _ = pair.differing(texts)
        for seed, text, difference in zip(batch, texts, found):
            if not difference:
                continue
            if kind == "matrix" and "\x02" not in difference[1]:
                for x, y in differing_lines(*difference):
                    name = sides.signature(x, y)
                    counts[name] += 1
                    if name not in kinds_seen:
                        kinds_seen.add(name)
                        print("\n=== matrix:%d\n--- expected: %s\n--- got:      %s" % (seed, x[:400], y[:400]))
                continue
            name = sides.signature(*difference)
            counts[name] += 1
            if name not in kinds_seen:
                kinds_seen.add(name)
                report(a, pair, kind, seed, text, *difference)
    print("\n%d programs in %.0f s from seed %d: %d differences of %d kinds" % (
        done, time.time() - start, a.seed, sum(counts.values()), len(counts)))
    for name, n in counts.most_common(20):
        print("%6d  %s" % (n, name))
    return sum(counts.values())


def coverage(a, oracle):
    """Says which syntax, exceptions, methods and templates the generator reaches."""
    nodes, raised, hits, methods = (collections.Counter() for _ in range(4))
    side = sides.Side(oracle, 30)
    for start in range(a.seed, a.seed + a.count, 50):
        made = [programs.Program(s) for s in range(start, min(start + 50, a.seed + a.count))]
        texts = [p.program() for p in made]
        for p, text in zip(made, texts):
            hits.update(p.e.hits)
            for node in ast.walk(ast.parse(text)):
                nodes[type(node).__name__] += 1
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                    methods[node.func.attr] += 1
        for outcome in side.run(texts):
            for line in outcome.split("\n"):
                words = line.split()
                if words[:1] in (["caught"], ["handler"], ["\x02"]):
                    raised[words[1] if len(words) > 1 else "?"] += 1
    known = [n for n, c in vars(ast).items() if isinstance(c, type) and issubclass(c,
            ast.AST) and not c.__subclasses__() and c.__module__ == "ast"
             and n not in ("Interactive", "Expression", "FunctionType", "TypeIgnore", "Load", "Store", "Del")]
    print("syntax: %d node kinds used; never: %s" % (len([n for n in known if nodes[n]]),
                                                     " ".join(n for n in known if not nodes[n])))
    print("exceptions: " + " ".join("%s %d" % x for x in raised.most_common()))
    for cls in (str, bytes, list, dict, set, int, float, tuple):
        public = [m for m in dir(cls) if not m.startswith("_")]
        print("%s methods never called: %s" % (cls.__name__, " ".join(m for m in public if not methods[m]) or "none"))
    print("\n".join(expressions.coverage(hits)))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--kind", default="programs,matrix")
    ap.add_argument("--seed", type=int)
    ap.add_argument("--count", type=int, default=0, help="programs to run; without it --seconds counts")
    ap.add_argument("--seconds", type=float, default=30)
    ap.add_argument("--stop", type=int, default=10, help="stop after so many kinds of difference")
    ap.add_argument("--program", default="build/natrix")
    ap.add_argument("--single", action="store_true", help="one process for each program (no exec needed)")
    ap.add_argument("--no-shrink", action="store_true")
    ap.add_argument("--coverage", action="store_true")
    ap.add_argument("--repeat", metavar="KIND:SEED")
    a = ap.parse_args()
    oracle = suite.oracle()
    if not oracle:
        sys.exit("fuzz: no CPython 3.14 found")
    if sys.version_info < (3, 14):    # its parser must read what is made here: run in the oracle itself
        os.execvp(oracle[0], oracle + ["-W", "ignore", os.path.abspath(__file__)] + sys.argv[1:])
    a.seed = random.randrange(10**6) if a.seed is None else a.seed
    if a.coverage:
        a.count = a.count or 500
        return coverage(a, oracle)
    pair = sides.Pair(oracle, shlex.split(a.program), a.single)
    if a.repeat:
        kind, seed = a.repeat.split(":")
        source = make(kind, int(seed))
        (difference,), (expected,) = pair.differing([source])
        print(source)
        print("--- expected\n%s\n--- got\n%s" % (difference or (expected, "the same")))
        sys.exit(bool(difference))
    sys.exit(bool(fuzz(a, pair)))


if __name__ == "__main__":
    main()
