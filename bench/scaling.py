#!/usr/bin/env python3
"""Growth of natives: the methods of str, bytes, list, dict, set, int, re and json at two sizes.

    bench/scaling.py                        everything; prints what grows faster than its input
    bench/scaling.py --all                  every row
    bench/scaling.py --program "build/natrix run" --python python3.14

Each row is an expression over values of size n. It is timed at n and at 10 n, in Natrix and in
CPython, both in a process of their own; the growth is the quotient. Suspicious is what grows more
than three times as much as in CPython, and more than 20-fold at that. The exit status tells.
"""
import argparse
import os
import re
import shlex
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
SIZE = 20000

# What the expressions may use; n is the size.
SETUP = """
import json
import re
import sys
sys.set_int_max_str_digits(0)
S = "ab cd,é " * (n // 8)
A = "ab cd,e\\n" * (n // 8)
B = A.encode()
L = list(range(n))
W = [str(i) for i in L]
D = dict(zip(W, L))
I = dict(zip(L, L))
X = set(L)
Y = set(range(0, 2 * n, 2))
T = tuple(L)
BIG = (1 << n) - 12345
DEC = str(7 ** (n // 10))
NEST = [{"k": i, "v": [str(i), None, 1.5]} for i in range(n // 10)]
TEXT = json.dumps(NEST)
TABLE = str.maketrans("ab", "xy")

def loop(f):
    for i in range(n): f(i)

def grow_str():
    s = ""
    for i in range(n): s += "x"
    return s

def grow_bytes():
    b = bytearray()
    for i in range(n): b += b"x"
    return b

def grow_list():
    l = []
    for i in range(n): l.append(i)
    while l: l.pop()

def gen():
    yield from range(n)
"""

ROWS = {
    "str": """S.lower()|S.upper()|S.title()|S.swapcase()|S.casefold()|S.capitalize()|S.split()|S.split(",")
        S.rsplit(" ", 5)|S.splitlines()|A.splitlines()|S.replace("a", "xyz")|S.replace("", "-")|S.find("zz")|S.rfind("zz")|S.index("é")
        S.count("a")|S.count("")|S.strip("ab ")|"-".join(W)|S.partition("zz")|S.translate(TABLE)|A.translate(TABLE)|S.encode()
        S.encode("utf-16")|S[::-1]|S[1:-1]|A[::2]|[S[i] for i in range(0, n, 7)]|[A[i] for i in range(0, n, 7)]|[c for c in S]|list(S)
        set(S)|sorted(S)|S * 3|S + S|S == S + ""|hash(S + "x")|S in S + "x"|"zz" in A|S.isalnum()|S.isascii()|S.zfill(2 * n)|S.center(2 * n)
        S.expandtabs()|S.startswith("x")|repr(S)|ascii(S)|"%s" % S|f"{S:>10}"|"{}".format(S)|"{0}".format(*W)|" ".join("%d" % i for i in L)
        "".join([chr(i % 5000 + 32) for i in L])|grow_str()|S.encode().decode()|S.removeprefix("ab")|int(DEC)|str(L)|float("1" * n + "e-1")|eval("+".join(W[:n // 20]))""",
    "bytes": """B.lower()|B.split()|B.split(b",")|B.replace(b"a", b"xyz")|B.find(b"zz")|B.rfind(b"zz")|B.count(b"a")|B.hex()|bytes.fromhex(B.hex())
        B.join([b"x"] * n)|B.translate(bytes(range(256)))|B[::-1]|B[1:-1]|B.decode()|B.decode("latin-1")|list(B)|bytes(L[:256]) * n|repr(B)
        bytearray(B)|memoryview(B).tobytes()|grow_bytes()|B.strip(b"ab")|B.title()|B.splitlines()|bytearray(B).reverse()|B + B|B * 3|B == bytearray(B)
        [B[i] for i in range(n)]|b"zz" in B|B.partition(b"zz")|B.zfill(2 * n)|int.from_bytes(B, "big")|BIG.to_bytes(n, "big")""",
    "list": """L.copy()|L[1:-1]|L[::2]|L[::-1]|L + L|L * 3|L.count(-1)|L == T|L == L[:]|-1 in L|L.index(n - 1)|sorted(L)|sorted(W)|sorted(L, reverse=True)
        sorted(L, key=lambda x: -x)|sorted(L, key=lambda x: x * 7919 % n)|list(reversed(L))|list(gen())|tuple(gen())|[x for x in L]|list(map(str, L))
        list(zip(L, W))|list(enumerate(L))|list(filter(None, L))|sum(L)|min(L)|max(W)|any(x < 0 for x in L)|all(L[1:])|repr(L)|grow_list()
        L[:].extend(L)|L[:].extend(gen())|L[:].reverse()|L[:].sort()|L[:].insert(0, 1)|L[:].remove(n - 1)|tuple(L)|T + T|hash(T)|T[1:]|[*L, *L]|(lambda *a: a)(*L)
        dict.fromkeys(L)|list(L)|L.__contains__(-1)|[0] * n|sum([1.5] * n)|loop(L[:].append)""",
    "dict": """dict(D)|D.copy()|{**D}|D | D|list(D)|list(D.items())|list(D.values())|D == dict(D)|sorted(D)|[D[k] for k in W]|[I[k] for k in L]
        {k: v for k, v in D.items()}|dict(zip(W, L))|[k in D for k in W]|D.copy().update(I)|[D.get(k) for k in W]|repr(D)|dict(list(D.items()))|max(D, key=D.get)
        [D.copy().pop("1") for i in range(1)]|loop({}.setdefault)|D.keys() & I.keys()|D.items() == D.items()|dict(**D)|list(map(D.get, W))|D.copy().clear()
        (lambda d: [d.pop(k) for k in W])(dict(D))|(lambda d: [d.popitem() for k in W])(dict(D))|(lambda d: [d.pop(next(iter(d))) for k in W])(dict(D))""",
    "set": """X | Y|X & Y|X - Y|X ^ Y|X.copy()|X == set(L)|X <= Y|X.isdisjoint(Y)|set(W)|frozenset(L)|[i in X for i in L]|loop(set().add)|sorted(X)|list(X)
        X.copy().update(Y)|X.copy().difference_update(Y)|X.copy().intersection_update(Y)|hash(frozenset(X))|(lambda s: [s.pop() for i in L])(set(L))
        (lambda s: [s.remove(i) for i in L])(set(L))|{x for x in L}|set(gen())|repr(X)|X.union(L)|X.issubset(L)|set(T)""",
    "int": """BIG + 1|BIG - BIG // 3|BIG << 5|BIG >> 5|BIG & (BIG >> 1)|-BIG|~BIG|BIG.bit_length()|BIG.bit_count()|BIG == BIG + 0|hash(BIG + 1)|hex(BIG)|bin(BIG)|str(BIG)
        int(hex(BIG), 16)|BIG * 7|BIG // 7|BIG % 7|BIG.to_bytes(n, "little")|float(1 << 900)|divmod(BIG, 10 ** 9)|BIG | 1|BIG ^ (BIG >> 3)|oct(BIG)|abs(-BIG)""",
    "re": r"""re.findall("a", A)|re.findall(r"\w+", S)|re.sub("a", "b", S)|re.sub("a", lambda m: "b", A)|re.split(",", S)|re.search("zz", A)|[m.start() for m in re.finditer("é", S)]
        re.match("(?:ab|cd|,|e|[ \n])*", A).end()|re.sub(r"(\w)(\w)", r"\2\1", A)|re.search("(a|b)*z", A)|re.findall("(?i)AB", A)|re.escape(A)|re.fullmatch(".*", A.replace("\n", " "))
        [m.group() for m in re.finditer(r"\w+", S)]|re.sub("", "-", A)|re.search(".*?z", A.replace("\n", " ")[:500])""",
    "json": """json.loads(TEXT)|json.dumps(NEST)|json.dumps(S)|json.dumps(NEST, indent=2)|json.dumps(D, sort_keys=True)|json.loads(json.dumps(S))|json.dumps(L)|json.loads(json.dumps(L))
        json.dumps(S, ensure_ascii=False)|json.loads("[" * 200 + "]" * 200)|json.dumps(D)|json.loads(json.dumps(D))""",
}

MEASURE = """
import time

def least(f):
    best = 1e9
    for _ in range(3):
        start = time.perf_counter()
        f()
        best = min(best, time.perf_counter() - start)
    return best

for number, row in enumerate(rows):
    try:
        f = eval("lambda: " + row, scope)
        print(number, least(f), flush=True)
    except Exception as error:
        print(number, type(error).__name__, str(error)[:60].replace(" ", "_"), flush=True)
"""


def expressions(picks):
    rows = []
    for name, text in ROWS.items():
        if not picks or name in picks:
            rows += [e.strip() for line in text.splitlines() for e in split_row(line) if e.strip()]
    return rows


def split_row(line):
    """The expressions of a line, which stand between bars that are outside brackets and quotes and
    have no blanks on both sides (those are operators)."""
    parts, depth, quote, start = [], 0, "", 0
    for at, c in enumerate(line):
        if quote:
            if c == quote and line[at - 1] != "\\":
                quote = ""
        elif c in "\"'":
            quote = c
        elif c in "([{":
            depth += 1
        elif c in ")]}":
            depth -= 1
        elif c == "|" and depth == 0 and line[at - 1:at + 2] != " | ":
            parts.append(line[start:at])
            start = at + 1
    return parts + [line[start:]]


def measure(words, rows, n, timeout):
    """{row number: seconds, or a complaint}."""
    program = "n = %d\n%s\nscope = globals()\nrows = %r\n%s" % (n, SETUP, rows, MEASURE)
    with tempfile.NamedTemporaryFile("w", suffix=".py", delete=False, encoding="utf-8") as f:
        f.write(program)
    try:
        got = subprocess.run(words + [f.name], capture_output=True, text=True, timeout=timeout)
        output, errors = got.stdout, got.stderr
    except subprocess.TimeoutExpired as late:
        output, errors = (late.stdout or b"").decode(), "timeout"
    finally:
        os.unlink(f.name)
    found = {}
    for line in output.splitlines():
        words = line.split(" ", 2)
        found[int(words[0])] = float(words[1]) if re.match(r"[\d.]", words[1]) else " ".join(words[1:])
    if len(found) < len(rows):
        found[len(found)] = errors.strip().splitlines()[-1][:90] if errors.strip() else "nothing more"
    return found


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("types", nargs="*", help="only these: " + " ".join(ROWS))
    ap.add_argument("--program", default=os.path.join(ROOT, "build", "natrix") + " run")
    ap.add_argument("--python", default="python3.14 -S -s")
    ap.add_argument("--size", type=int, default=SIZE)
    ap.add_argument("--timeout", type=float, default=300)
    ap.add_argument("--all", action="store_true")
    a = ap.parse_args()
    rows = expressions(a.types)
    times = {}
    for side, words in (("ours", a.program), ("theirs", a.python)):
        for size in (a.size, a.size * 10):
            times[side, size] = measure(shlex.split(words), rows, size, a.timeout)
    suspicious = 0
    print("%-62s %9s %9s %7s %7s" % ("", "ms", "ratio", "growth", "theirs"))
    for number, row in enumerate(rows):
        got = [times[side, size].get(number) for side in ("ours", "theirs") for size in (a.size, a.size * 10)]
        if not all(isinstance(t, float) for t in got):
            print("%-62s %s" % (row[:62], [t for t in got if not isinstance(t, float)]))
            suspicious += isinstance(got[2], float) and isinstance(got[3], float)
            continue
        floor = 2e-6  # below, the clock says nothing
        growth, theirs = (max(got[1], floor) / max(got[0], floor), max(got[3], floor) / max(got[2], floor))
        bad = growth > 20 and growth > 3 * theirs
        suspicious += bad
        if bad or a.all:
            print("%-62s %9.2f %9.2f %7.1f %7.1f%s" % (row[:62], got[1] * 1e3, got[1] / max(got[3], 1e-7), growth, theirs,
                                                       "  !" if bad else ""))
    print("%d rows, %d suspicious" % (len(rows), suspicious))
    sys.exit(suspicious > 0)


if __name__ == "__main__":
    main()
