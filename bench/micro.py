#!/usr/bin/env python3
"""One operation at a time: how long each operation of the builtin types takes, as a ratio to CPython's time.

    bench/micro.py                          all of them at sizes 10 and 10,000, the slowest named at the end
    bench/micro.py -g list,str              some groups;  -k split: only rows whose name contains a word
    bench/micro.py --above 1.0              prints only rows slower than that
    bench/micro.py --show list.index        the program that measures a row, to profile it

A row is a statement and what it needs; `n` is the size. The statement stands four times in a loop, so little of the
loop is in the figure. A sample lasts under a millisecond and the least of many counts: on a shared machine that is what
a quiet core does. Both interpreters run the same program alternately.
"""
import argparse
import math
import os
import shlex
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from run import ROOT, geomean, reference  # noqa: E402

# What rows may use, made for each size. The classes and functions are the guest's own.
PRELUDE = '''
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __eq__(self, other):
        return self.x == other.x and self.y == other.y
    def __hash__(self):
        return hash((self.x, self.y))
class Plain:
    def __init__(self, x):
        self.x = x
    def __lt__(self, other):
        return self.x < other.x
def words(n):
    return ["w%d" % (i * 7919 % n) for i in range(n)]
def ints(n):
    return [i * 7919 % n for i in range(n)]
def text(n):
    return ("lorem ipsum dolor sit amet " * (n // 27 + 1))[:n]
def wide(n):
    return ("l\\xf6rem ipsum d\\xf6lor s\\u20act " * (n // 22 + 1))[:n]
'''

# group: (what the group's rows need, {name: statement or (statement, more that it needs)})
# A statement that is many lines is a loop of its own.
ROWS = {
    "list": ("x = ints(n); y = x[:]; w = words(n); i = n // 2; mid = x[i]; midw = w[i]", {
        "display": "[1, i, mid, 4, 5, i]",
        "index": "x[i]",
        "index negative": "x[-3]",
        "store": "x[i] = i",
        "len": "len(x)",
        "append": ("z = []\nfor v in x: z.append(v)", ""),
        "append pop": "x.append(i); x.pop()",
        "pop front insert": "x.insert(0, x.pop(0))",
        "del item": ("z = x[:]\nwhile z: del z[-1]", ""),
        "extend": ("z = []; z.extend(x)", ""),
        "extend range": ("z = []; z.extend(range(n))", ""),
        "iadd": ("z = []; z += x", ""),
        "concat": "x + y",
        "repeat": "[0] * n",
        "copy": "x.copy()",
        "slice": "x[1:-1]",
        "slice short": "x[2:5]",
        "slice step": "x[::2]",
        "slice reversed": "x[::-1]",
        "slice store": "x[2:4] = (1, 2)",
        "list()": "list(x)",
        "list(range)": "list(range(n))",
        "list(str)": ("list(s)", "s = text(n)"),
        "list(generator)": "list(v for v in x)",
        "iterate": "for v in x: pass",
        "iterate reversed": "for v in reversed(x): pass",
        "unpack": ("a, b, c = t", "t = [1, 2, 3]"),
        "unpack star": "a, *b = x",
        "in int": "mid in x",
        "in int absent": "-1 in x",
        "in str": "midw in w",
        "in str absent": "'nothing' in w",
        "in float absent": "0.5 in x",
        "in tuple": ("(i, 2) in p", "p = [(v, 2) for v in x]"),
        "index of": "x.index(mid)",
        "index of str": "w.index(midw)",
        "count int": "x.count(3)",
        "count str": "w.count('w3')",
        "remove": "x.remove(mid); x.insert(i, mid)",
        "reverse": "x.reverse()",
        "sort int": "sorted(x)",
        "sort sorted": ("sorted(z)", "z = sorted(x)"),
        "sort in place": "x[:].sort()",
        "sort float": ("sorted(z)", "z = [v * 0.5 for v in x]"),
        "sort str": "sorted(w)",
        "sort reverse": "sorted(x, reverse=True)",
        "sort tuple": ("sorted(z)", "z = [(v % 7, v) for v in x]"),
        "sort tuple str": ("sorted(z)", "z = [(v, i) for i, v in enumerate(w)]"),
        "sort mixed": ("sorted(z)", "z = [v if v & 1 else v * 0.5 for v in x]"),
        "sort key lambda": ("sorted(z, key=lambda r: r[0])", "z = [(v % 7, v) for v in x]"),
        "sort key lambda str": ("sorted(z, key=lambda r: r[0])", "z = [(v, v) for v in w]"),
        "sort key tuple": ("sorted(z, key=lambda r: (r[1], -r[0]))", "z = [(v, v % 7) for v in x]"),
        "sort key len": "sorted(w, key=len)",
        "sort key str.lower": "sorted(w, key=str.lower)",
        "sort key neg": "sorted(x, key=lambda v: -v)",
        "sort key method": ("sorted(x, key=d.get)", "d = {v: -v for v in x}"),
        "sort key itemgetter": ("sorted(z, key=f)",
                                "from operator import itemgetter; f = itemgetter(0); z = [(v % 7, v) for v in x]"),
        "sort key attrgetter": ("sorted(z, key=f)",
                                "from operator import attrgetter; f = attrgetter('x'); z = [Plain(v) for v in x]"),
        "sort __lt__": ("sorted(z)", "z = [Plain(v) for v in x]"),
        "min": "min(x)",
        "max": "max(x)",
        "max str": "max(w)",
        "max key": ("max(z, key=lambda r: r[1])", "z = [(v % 7, v) for v in x]"),
        "max key len": "max(w, key=len)",
        "max two": "max(i, mid)",
        "min three": "min(i, mid, 7)",
        "sum": "sum(x)",
        "sum float": ("sum(z)", "z = [v * 0.5 for v in x]"),
        "any": ("any(z)", "z = [0] * n"),
        "all": ("all(z)", "z = [1] * n"),
        "any generator": "any(v < 0 for v in x)",
        "all generator": "all(v >= 0 for v in x)",
        "sum generator": "sum(v * 2 for v in x)",
        "sum generator if": "sum(1 for v in x if v & 1)",
        "enumerate": "for k, v in enumerate(x): pass",
        "zip": "for k, v in zip(x, y): pass",
        "zip list": "list(zip(x, y))",
        "enumerate list": "list(enumerate(x))",
        "map list": "list(map(str, x))",
        "map lambda": "list(map(lambda v: v + 1, x))",
        "filter lambda": "list(filter(lambda v: v & 1, x))",
        "map two": "list(map(max, x, y))",
        "reversed list": "list(reversed(x))",
        "comprehension": "[v for v in x]",
        "comprehension op": "[v * 2 + 1 for v in x]",
        "comprehension if": "[v for v in x if v & 1]",
        "comprehension call": "[str(v) for v in x]",
        "comprehension nested": ("[a for b in z for a in b]", "z = [[v, v] for v in x]"),
        "comprehension pair": ("[a + b for a, b in z]", "z = [(v, v) for v in x]"),
        "equal": "x == y",
        "equal str": ("w == z", "z = [str(v) + '' for v in w]"),
        "less": "x < y",
        "repr": "repr(x)",
        "repr str": "repr(w)",
    }),
    "tuple": ("x = tuple(ints(n)); y = tuple(ints(n)); w = tuple(words(n)); i = n // 2; mid = x[i]; midw = w[i]", {
        "display": "(i, mid)",
        "display five": "(i, mid, i, mid, i)",
        "index": "x[i]",
        "slice": "x[1:-1]",
        "concat": "x + y",
        "repeat": "(0,) * n",
        "tuple()": ("tuple(z)", "z = list(x)"),
        "tuple(generator)": "tuple(v for v in x)",
        "iterate": "for v in x: pass",
        "unpack": ("a, b = t", "t = (1, 2)"),
        "swap": "i, mid = mid, i",
        "in int": "mid in x",
        "in str": "midw in w",
        "in small": "i in (1, 2, 3)",
        "in small str": "midw in ('a', 'b', 'c')",
        "index of": "x.index(mid)",
        "count": "x.count(3)",
        "hash": "hash(x)",
        "hash str": "hash(w)",
        "equal": "x == y",
        "less": "x < y",
        "repr": "repr(x)",
        "sorted": "sorted(x)",
    }),
    "dict": ("x = {v: v for v in ints(n)}; w = {v: 1 for v in words(n)}; k = ints(n); s = words(n);"
             "i = n // 2; mid = k[i]; mids = s[i]; p = {(v, v + 1): v for v in k}; miss = 'miss' + str(n);"
             "pk = list(p); mp = pk[i]", {
        "display": "{'a': i, 'b': mid, 'c': 3}",
        "get int": "x[mid]",
        "get str": "w[mids]",
        "get constant": ("d['name']", "d = {'id': 1, 'name': 2, 'more': 3}"),
        "get str built": ("w[q + r]", "q, r = mids[:1], mids[1:]"),
        "get tuple": "p[mp]",
        "get tuple built": "p[mid, mid + 1]",
        "get float": ("x[q]", "q = float(mid)"),
        "get method": "w.get(mids)",
        "get method miss": "w.get(miss, 0)",
        "store int": "x[mid] = i",
        "store str": "w[mids] = i",
        "store tuple built": "p[mid, mid + 1] = i",
        "count up": ("d = {}\nfor v in s: d[v] = d.get(v, 0) + 1", ""),
        "count up in": ("d = {}\nfor v in s:\n    if v in d: d[v] += 1\n    else: d[v] = 1", ""),
        "setdefault list": ("d = {}\nfor v in k: d.setdefault(v & 7, []).append(v)", ""),
        "defaultdict": ("d = defaultdict(list)\nfor v in k: d[v & 7].append(v)", "from collections import defaultdict"),
        "defaultdict int": ("d = defaultdict(int)\nfor v in s: d[v] += 1", "from collections import defaultdict"),
        "Counter": ("Counter(s)", "from collections import Counter"),
        "fill int": ("d = {}\nfor v in k: d[v] = v", ""),
        "fill str": ("d = {}\nfor v in s: d[v] = v", ""),
        "fill tuple": ("d = {}\nfor v in pk: d[v] = v", ""),
        "fill tuple built": ("d = {}\nfor v in k: d[v, 1] = v", ""),
        "del refill": "del x[mid]; x[mid] = i",
        "pop": "x.pop(mid); x[mid] = i",
        "popitem": "x.popitem(); x[mid] = i",
        "in int": "mid in x",
        "in str": "mids in w",
        "in miss": "miss in w",
        "in tuple built": "(mid, mid + 1) in p",
        "len": "len(x)",
        "copy": "x.copy()",
        "dict()": "dict(x)",
        "dict(pairs)": ("dict(z)", "z = list(x.items())"),
        "dict(zip)": "dict(zip(k, s))",
        "dict(keywords)": "dict(a=1, b=2, c=3)",
        "fromkeys": "dict.fromkeys(k)",
        "update": ("d = {}; d.update(x)", ""),
        "union": "x | x",
        "unpack": "{**x}",
        "iterate": "for v in x: pass",
        "iterate values": "for v in x.values(): pass",
        "iterate items": "for a, b in x.items(): pass",
        "list items": "list(x.items())",
        "list keys": "list(x)",
        "sorted items": "sorted(x.items())",
        "sorted by value": "sorted(w.items(), key=lambda r: (-r[1], r[0]))",
        "sorted keys": "sorted(w)",
        "comprehension": "{v: v for v in k}",
        "comprehension str": "{v: 1 for v in s}",
        "comprehension items": "{a: b for a, b in x.items()}",
        "comprehension swap": "{b: a for a, b in x.items()}",
        "sum values": "sum(x.values())",
        "max items": "max(x.items())",
        "max get": "max(x, key=x.get)",
        "keys and": "x.keys() & x.keys()",
        "equal": ("x == z", "z = dict(x)"),
        "equal str": ("w == z", "z = dict(w)"),
        "repr": "repr(x)",
        "repr str": "repr(w)",
        "guest key get": ("d[q]", "d = {Point(v, v): v for v in k}; q = Point(mid, mid)"),
        "guest key fill": ("d = {}\nfor v in q: d[v] = 1", "q = [Point(v, v) for v in k]"),
        "object key get": ("d[q]", "d = {Plain(v): v for v in k}; q = list(d)[i]"),
        "object key fill": ("d = {}\nfor v in q: d[v] = 1", "q = [Plain(v) for v in k]"),
        "dataclass key get": ("d[q]", "from dataclasses import dataclass\n@dataclass(frozen=True)\nclass Pair:\n"
                              "    a: int\n    b: int\nd = {Pair(v, v): v for v in k}; q = Pair(mid, mid)"),
        "namedtuple key get": ("d[q]", "from collections import namedtuple\nPair = namedtuple('Pair', 'a b')\n"
                               "d = {Pair(v, v): v for v in k}; q = Pair(mid, mid)"),
        "frozenset key get": ("d[q]", "d = {frozenset((v, v + 1)): v for v in k}; q = frozenset((mid, mid + 1))"),
    }),
    "set": ("x = set(ints(n)); y = set(range(n // 2, n + n // 2)); k = ints(n); w = set(words(n)); s = words(n);"
            "i = n // 2; mid = k[i]; mids = s[i]; fz = frozenset(k); small = {1, 2, 3}", {
        "display": "{i, mid, 3}",
        "in int": "mid in x",
        "in int absent": "-1 in x",
        "in str": "mids in w",
        "in literal": "mids in {'a', 'b', 'c'}",
        "in tuple": ("(mid, 1) in z", "z = {(v, 1) for v in k}"),
        "add there": "x.add(mid)",
        "add discard": "x.discard(mid); x.add(mid)",
        "remove add": "x.remove(mid); x.add(mid)",
        "pop add": "x.add(x.pop())",
        "fill int": ("z = set()\nfor v in k: z.add(v)", ""),
        "fill str": ("z = set()\nfor v in s: z.add(v)", ""),
        "fill tuple": ("z = set()\nfor v in k: z.add((v, 1))", ""),
        "seen loop": ("z = set()\nfor v in s:\n    if v not in z: z.add(v)", ""),
        "set(list)": "set(k)",
        "set(list of str)": "set(s)",
        "set(range)": "set(range(n))",
        "set(generator)": "set(v for v in k)",
        "set(tuples)": ("set(z)", "z = [(v, 1) for v in k]"),
        "set(set)": "set(x)",
        "copy": "x.copy()",
        "frozenset(list)": "frozenset(k)",
        "frozenset hash": ("hash(frozenset(k))", ""),
        "union": "x | y",
        "intersection": "x & y",
        "intersection small": "x & small",
        "small intersection": "small & x",
        "difference": "x - y",
        "difference small": "x - small",
        "small difference": "small - x",
        "symmetric": "x ^ y",
        "union str": "w | w",
        "intersection str": ("w & z", "z = set(s[:n // 2])"),
        "union method": "x.union(k)",
        "intersection method": "x.intersection(k)",
        "difference method": "x.difference(k)",
        "update": ("z = set(); z.update(k)", ""),
        "update set": ("z = set(); z.update(x)", ""),
        "ior": ("z = set(small); z |= x", ""),
        "iand": ("z = set(x); z &= y", ""),
        "isub": ("z = set(x); z -= y", ""),
        "ixor": ("z = set(x); z ^= y", ""),
        "isdisjoint": ("x.isdisjoint(z)", "z = {-v - 1 for v in k}"),
        "issubset": ("z <= x", "z = set(k[:n // 2])"),
        "issuperset": ("x >= z", "z = set(k[:n // 2])"),
        "equal": ("x == z", "z = set(k)"),
        "equal str": ("w == z", "z = set(s)"),
        "iterate": "for v in x: pass",
        "list": "list(x)",
        "sorted": "sorted(x)",
        "sorted str": "sorted(w)",
        "len": "len(x)",
        "sum": "sum(x)",
        "comprehension": "{v for v in k}",
        "comprehension op": "{v & 63 for v in k}",
        "comprehension str": "{v[0] for v in s}",
        "guest key in": ("q in d", "d = {Point(v, v) for v in k}; q = Point(mid, mid)"),
        "guest key add": ("d = set()\nfor v in q: d.add(v)", "q = [Point(v, v) for v in k]"),
        "object key add": ("d = set()\nfor v in q: d.add(v)", "q = [Plain(v) for v in k]"),
        "guest set(list)": ("set(q)", "q = [Point(v, v) for v in k]"),
        "repr": "repr(x)",
    }),
    "frozenset": ("x = frozenset(ints(n)); y = frozenset(range(n // 2, n + n // 2)); k = ints(n); mid = k[n // 2]", {
        "in": "mid in x",
        "union": "x | y",
        "intersection": "x & y",
        "difference": "x - y",
        "symmetric": "x ^ y",
        "frozenset(set)": ("frozenset(z)", "z = set(k)"),
        "equal": ("x == z", "z = frozenset(k)"),
        "issubset": ("z <= x", "z = frozenset(k[:n // 2])"),
        "iterate": "for v in x: pass",
    }),
    "str": ("x = text(n); y = 'abc'; w = words(n); c = ' '.join(w); lines = '\\n'.join(w); i = n // 2; f = 3.25; u = wide(n);"
            "neg = -17", {
        "concat": "x + y",
        "concat two": "y + 'def'",
        "concat three": "y + 'def' + y",
        "repeat": "'ab' * n",
        "append loop": ("z = ''\nfor v in x: z += v", ""),
        "index": "x[i]",
        "index wide": "u[i]",
        "slice": "x[1:-1]",
        "slice short": "x[2:5]",
        "slice wide": "u[2:5]",
        "slice step": "x[::2]",
        "slice reversed": "x[::-1]",
        "len": "len(x)",
        "iterate": "for v in x: pass",
        "iterate wide": "for v in u: pass",
        "iterate ord": ("t = 0\nfor v in x: t += ord(v)", ""),
        "iterate test": ("t = 0\nfor v in x:\n    if v == ' ': t += 1", ""),
        "iterate in": ("t = 0\nfor v in x:\n    if v in 'aeiou': t += 1", ""),
        "iterate isalpha": ("t = 0\nfor v in x:\n    if v.isalpha(): t += 1", ""),
        "char loop": ("t = 0\nfor j in range(n):\n    if x[j] == 'o': t += 1", ""),
        "enumerate": "for k, v in enumerate(x): pass",
        "list": "list(x)",
        "set": "set(x)",
        "sorted": "sorted(x)",
        "reversed": "''.join(reversed(x))",
        "equal": ("x == z", "z = text(n)[:-1] + text(n)[-1]"),
        "equal short": "y == 'abd'",
        "less": "x < c",
        "hash built": "hash(x + y)",
        "in": "'dolor ' in x",
        "in absent": "'nothing' in x",
        "in char absent": "'q' in x",
        "in wide absent": "'nothing' in u",
        "find": "x.find('sit')",
        "find absent": "x.find('zzz')",
        "find char absent": "x.find('q')",
        "rfind": "x.rfind('lor')",
        "rfind absent": "x.rfind('zzz')",
        "index of": "x.index('or')",
        "count": "x.count('o')",
        "count word": "x.count('dolor')",
        "replace": "x.replace('o', '0')",
        "replace word": "x.replace('dolor', 'color')",
        "replace longer": "x.replace('o', 'ooo')",
        "replace absent": "x.replace('q', 'k')",
        "replace wide": "u.replace('s', 'z')",
        "split": "c.split()",
        "split sep": "c.split(' ')",
        "split comma": ("z.split(',')", "z = ','.join(w)"),
        "split long sep": ("z.split(', ')", "z = ', '.join(w)"),
        "split wide": "u.split()",
        "split once": "c.split(' ', 1)",
        "rsplit once": "c.rsplit(' ', 1)",
        "splitlines": "lines.splitlines()",
        "partition": "c.partition(' ')",
        "rpartition": "c.rpartition(' ')",
        "join": "' '.join(w)",
        "join empty": "''.join(w)",
        "join generator": "','.join(str(v) for v in range(n))",
        "join comprehension": "','.join([v.upper() for v in w])",
        "join map": "','.join(map(str, range(n)))",
        "upper": "x.upper()",
        "lower": "x.lower()",
        "lower wide": "u.lower()",
        "title": "x.title()",
        "capitalize": "x.capitalize()",
        "casefold": "x.casefold()",
        "swapcase": "x.swapcase()",
        "strip": ("z.strip()", "z = '  ' + x + '  '"),
        "strip nothing": "y.strip()",
        "strip chars": ("z.strip('.,')", "z = '..' + x + ',.'"),
        "rstrip newline": ("z.rstrip('\\n')", "z = x + '\\n'"),
        "lstrip": "x.lstrip()",
        "startswith": "x.startswith('lor')",
        "startswith tuple": "x.startswith(('a', 'lor'))",
        "endswith": "x.endswith('xyz')",
        "removeprefix": "x.removeprefix('lo')",
        "isdigit": ("z.isdigit()", "z = '7' * n"),
        "isalpha": ("z.isalpha()", "z = 'q' * n"),
        "isalnum": ("z.isalnum()", "z = 'q' * n"),
        "isspace": ("z.isspace()", "z = ' ' * n"),
        "isupper": ("z.isupper()", "z = 'Q' * n"),
        "isidentifier": ("z.isidentifier()", "z = 'q' * n"),
        "isascii": "x.isascii()",
        "zfill": "y.zfill(n)",
        "ljust": "y.ljust(n)",
        "rjust": "y.rjust(n)",
        "center": "y.center(n, '*')",
        "expandtabs": ("z.expandtabs()", "z = 'a\\tb' * n"),
        "translate": ("x.translate(t)", "t = str.maketrans('abc', 'xyz')"),
        "translate delete": ("x.translate(t)", "t = str.maketrans('', '', 'aeiou')"),
        "maketrans": "str.maketrans('abc', 'xyz')",
        "encode": "x.encode()",
        "encode wide": "u.encode()",
        "encode latin": "x.encode('latin-1')",
        "format": "'{}: {}'.format(y, i)",
        "format spec": "'{:>10} {:.2f}'.format(y, f)",
        "format named": "'{a} {b}'.format(a=y, b=i)",
        "format index": "'{0}{1}{0}'.format(y, i)",
        "format attribute": ("'{0.x}'.format(p)", "p = Plain(3)"),
        "format_map": ("'{a} {b}'.format_map(d)", "d = {'a': 1, 'b': 'two'}"),
        "percent": "'%s: %d' % (y, i)",
        "percent one": "'%s' % y",
        "percent float": "'%.2f' % f",
        "percent width": "'%5d|%-8s|' % (i, y)",
        "percent hex": "'%02x' % i",
        "percent named": ("'%(a)s %(b)d' % d", "d = {'a': 'x', 'b': 2}"),
        "fstring": "f'{y}: {i}'",
        "fstring one": "f'{i}'",
        "fstring five": "f'{y}, {i}, {y}, {i}, {y}'",
        "fstring float": "f'{f:.2f}'",
        "fstring width": "f'{y:>10}|{i:5d}|'",
        "fstring comma": "f'{i:,}'",
        "fstring repr": "f'{y!r}'",
        "fstring expression": "f'{i + 1} of {len(y)}'",
        "fstring object": ("f'{p}'", "class P:\n    def __str__(self): return 'p'\np = P()"),
        "str(int)": "str(i)",
        "str(negative)": "str(neg)",
        "str(big)": ("str(b)", "b = 10 ** min(n, 300)"),
        "str(float)": "str(f)",
        "str(str)": "str(y)",
        "str(tuple)": "str((i, y))",
        "str(None)": "str(None)",
        "repr": "repr(x)",
        "repr short": "repr(y)",
        "ord chr": "chr(ord(y[0]) + 1)",
        "int(str)": "int('1234')",
        "int(str) 16": "int('ff', 16)",
        "float(str)": "float('3.25')",
        "float(str) long": "float('3.141592653589793')",
        "word count": ("d = {}\nfor v in c.split(): d[v] = d.get(v, 0) + 1", ""),
        "parse rows": ("t = 0\nfor v in z:\n    a, b = v.split('=')\n    t += int(b)", "z = [v + '=17' for v in w]"),
    }),
    "bytes": ("x = text(n).encode(); y = b'abc'; w = [v.encode() for v in words(n)]; c = b' '.join(w); i = n // 2; h = x.hex()", {
        "concat": "x + y",
        "repeat": "b'ab' * n",
        "index": "x[i]",
        "slice": "x[1:-1]",
        "slice short": "x[2:5]",
        "slice step": "x[::2]",
        "iterate": "for v in x: pass",
        "sum": "sum(x)",
        "list": "list(x)",
        "bytes(list)": ("bytes(z)", "z = list(x)"),
        "bytes(range)": ("bytes(range(200))", ""),
        "bytes(n)": "bytes(n)",
        "bytes(generator)": "bytes(v ^ 1 for v in x)",
        "equal": ("x == z", "z = bytes(bytearray(x))"),
        "less": "x < c",
        "hash built": "hash(x + y)",
        "in": "b'dolor' in x",
        "in int": "113 in x",
        "find": "x.find(b'sit')",
        "find absent": "x.find(b'zzz')",
        "rfind absent": "x.rfind(b'zzz')",
        "count": "x.count(b'o')",
        "replace": "x.replace(b'o', b'0')",
        "replace word": "x.replace(b'dolor', b'color')",
        "split": "c.split()",
        "split sep": "c.split(b' ')",
        "join": "b' '.join(w)",
        "strip": ("z.strip()", "z = b'  ' + x + b'  '"),
        "startswith": "x.startswith(b'lor')",
        "upper": "x.upper()",
        "lower": "x.lower()",
        "title": "x.title()",
        "isdigit": ("z.isdigit()", "z = b'7' * n"),
        "isalpha": ("z.isalpha()", "z = b'q' * n"),
        "hex": "x.hex()",
        "fromhex": "bytes.fromhex(h)",
        "decode": "x.decode()",
        "decode latin": "x.decode('latin-1')",
        "decode wide": ("z.decode()", "z = wide(n).encode()"),
        "translate": ("x.translate(t)", "t = bytes(255 - v for v in range(256))"),
        "percent": "b'%s: %d' % (y, i)",
        "repr": "repr(x)",
        "int.from_bytes": "int.from_bytes(x[:4], 'big')",
        "to_bytes": "i.to_bytes(4, 'big')",
        "partition": "c.partition(b' ')",
        "ljust": "y.ljust(n)",
        "splitlines": ("z.splitlines()", "z = b'\\n'.join(w)"),
    }),
    "bytearray": ("x = bytearray(text(n).encode()); b = bytes(x); i = n // 2", {
        "index": "x[i]",
        "store": "x[i] = 7",
        "slice": "x[1:-1]",
        "slice store": "x[2:4] = b'zz'",
        "append": ("z = bytearray()\nfor v in b: z.append(v)", ""),
        "append pop": "x.append(7); x.pop()",
        "extend": ("z = bytearray(); z.extend(b)", ""),
        "iadd": ("z = bytearray(); z += b", ""),
        "iadd loop": ("z = bytearray()\nfor v in b: z += b'ab'", ""),
        "bytearray(bytes)": "bytearray(b)",
        "bytearray(n)": "bytearray(n)",
        "bytes()": "bytes(x)",
        "iterate": "for v in x: pass",
        "store loop": ("for j in range(n): x[j] = j & 255", ""),
        "sieve": ("z = bytearray(b'\\x01') * n; z[::2] = bytes(len(z[::2]))", ""),
        "find": "x.find(b'sit')",
        "find absent": "x.find(b'zzz')",
        "replace": "x.replace(b'o', b'0')",
        "split": "x.split()",
        "decode": "x.decode()",
        "reverse": "x.reverse()",
        "equal": "x == b",
        "del slice": ("z = bytearray(b); del z[:3]", ""),
        "join": ("z.join(k)", "z = bytearray(b','); k = [b] * 10"),
        "memoryview slice": ("m[2:5]", "m = memoryview(b)"),
        "memoryview index": ("m[i]", "m = memoryview(b)"),
    }),
    "range": ("r = range(n); i = n // 2", {
        "range()": "range(n)",
        "iterate": "for v in r: pass",
        "iterate step": "for v in range(0, n, 3): pass",
        "iterate down": "for v in range(n, 0, -1): pass",
        "iterate reversed": "for v in reversed(r): pass",
        "index": "r[i]",
        "slice": "r[2:5]",
        "in": "i in r",
        "len": "len(r)",
        "list": "list(r)",
        "sum": "sum(r)",
        "max": "max(r)",
        "equal": "r == range(n)",
        "tuple": "tuple(r)",
        "comprehension": "[v for v in r]",
        "enumerate": "for k, v in enumerate(r): pass",
        "zip": "for k, v in zip(r, r): pass",
    }),
    "int": ("a = n; b = 7; c = -13; big = 10 ** 30 + n; big2 = 3 ** 70; f = 2.5; s = '12345'; t = True", {
        "add": "a + b",
        "mul": "a * b",
        "floordiv": "a // b",
        "mod": "a % b",
        "truediv": "a / b",
        "divmod": "divmod(a, b)",
        "pow": "b ** 5",
        "pow mod": "pow(b, a, 1009)",
        "negate": "-a",
        "abs": "abs(c)",
        "and shift": "(a & 255) << 3",
        "xor": "a ^ b",
        "compare": "a < b",
        "equal": "a == b",
        "bool": "bool(a)",
        "not": "not a",
        "add float": "a + f",
        "big add": "big + big2",
        "big mul": "big * big2",
        "big divmod": "divmod(big, b)",
        "big mod big": "big2 % big",
        "big compare": "big < big2",
        "big shift": "1 << 100",
        "big str": "str(big)",
        "big int(str)": ("int(z)", "z = str(big)"),
        "big hash": "hash(big)",
        "bit_length": "a.bit_length()",
        "bit_count": "a.bit_count()",
        "str": "str(a)",
        "repr": "repr(c)",
        "hex": "hex(a)",
        "bin": "bin(a)",
        "oct": "oct(a)",
        "format x": "format(a, 'x')",
        "format 05d": "format(a, '05d')",
        "int(float)": "int(f)",
        "int(str)": "int(s)",
        "int(int)": "int(a)",
        "int()": "int()",
        "float(int)": "float(a)",
        "round": "round(a, -1)",
        "to_bytes": "a.to_bytes(4, 'little')",
        "isinstance": "isinstance(a, int)",
        "isinstance tuple": "isinstance(a, (str, int))",
        "type": "type(a) is int",
        "hash": "hash(a)",
        "id": "id(a)",
        "min": "min(a, b)",
        "chr": "chr(b + 60)",
        "bool add": "t + t",
        "gcd": ("gcd(a, 12)", "from math import gcd"),
        "isqrt": ("isqrt(a)", "from math import isqrt"),
    }),
    "float": ("a = n + 0.5; b = 2.25; c = -1.75; i = 3; s = '2.5'; l = 1.1 * n", {
        "add": "a + b",
        "mul": "a * b",
        "div": "a / b",
        "floordiv": "a // b",
        "mod": "a % b",
        "pow": "a ** 0.5",
        "pow int": "a ** 2",
        "negate": "-a",
        "abs": "abs(c)",
        "compare": "a < b",
        "compare int": "a < i",
        "mixed": "a * i",
        "round": "round(a)",
        "round 2": "round(l, 2)",
        "int": "int(a)",
        "str": "str(a)",
        "str long": "str(l)",
        "repr": "repr(l)",
        "format .2f": "format(l, '.2f')",
        "format g": "'%g' % l",
        "format e": "'%e' % l",
        "format %": "format(b, '.1%')",
        "float(str)": "float(s)",
        "float()": "float(a)",
        "is_integer": "a.is_integer()",
        "as_integer_ratio": "b.as_integer_ratio()",
        "hash": "hash(a)",
        "hex": "a.hex()",
        "divmod": "divmod(a, b)",
        "sqrt": ("sqrt(a)", "from math import sqrt"),
        "floor": ("floor(a)", "from math import floor"),
        "sin": ("sin(a)", "from math import sin"),
        "exp": ("exp(b)", "from math import exp"),
        "log": ("log(a)", "from math import log"),
        "hypot": ("hypot(a, b)", "from math import hypot"),
        "fsum": ("fsum(z)", "from math import fsum; z = [0.1] * n"),
    }),
    "re": ("import re; x = text(n); u = wide(n); w = re.compile(r'\\w+'); kv = re.compile(r'(\\w)(\\w+)'); no = re.compile('needle');"
           " sp = re.compile(r'\\s+'); named = re.compile(r'(?P<first>\\w+) (?P<second>\\w+)'); m = kv.search(x); nm = named.search(x);"
           " b = x.encode(); bw = re.compile(rb'\\w+'); last = lambda m: m.group(2); none = lambda m: '-'", {
        "match": "w.match(x)",
        "match pos": "w.match(x, 6)",
        "match none": "no.match(x)",
        "fullmatch": "w.fullmatch('lorem')",
        "search": "kv.search(x)",
        "search none": "no.search(x)",
        "findall": "w.findall(x)",
        "findall groups": "kv.findall(x)",
        "finditer": "for m in w.finditer(x): pass",
        "finditer span": "[m.span() for m in w.finditer(x)]",
        "split": "sp.split(x)",
        "split maxsplit": "sp.split(x, 1)",
        "sub text": "w.sub('word', x)",
        "sub none": "no.sub('word', x)",
        "sub template": "kv.sub(r'\\2\\1', x)",
        "sub function": "w.sub(none, x)",
        "sub function group": "kv.sub(last, x)",
        "subn": "w.subn('word', x)",
        "scanner": "w.scanner(x).search()",
        "wide search": "kv.search(u)",
        "wide findall": "w.findall(u)",
        "wide finditer span": "[m.span() for m in w.finditer(u)]",
        "wide sub function": "kv.sub(last, u)",
        "bytes findall": "bw.findall(b)",
        "bytes sub": "bw.sub(b'word', b)",
        "re.match": "re.match(r'\\w+', x)",
        "re.search": "re.search(r'ipsum', x)",
        "re.search flags": "re.search(r'IPSUM', x, re.I)",
        "re.fullmatch": "re.fullmatch(r'\\w+', 'lorem')",
        "re.findall": "re.findall(r'\\w+', x)",
        "re.finditer": "for m in re.finditer(r'\\w+', x): pass",
        "re.split": "re.split(r'\\s+', x)",
        "re.sub": "re.sub(r'\\s+', ' ', x)",
        "re.sub count": "re.sub(r'\\s+', ' ', x, count=1)",
        "re.compile again": "re.compile(r'\\w+')",
        "re.escape": "re.escape(x)",
        "m.group": "m.group()",
        "m.group 1": "m.group(1)",
        "m.group 1, 2": "m.group(1, 2)",
        "m.group name": "nm.group('first')",
        "m[1]": "m[1]",
        "m[name]": "nm['first']",
        "m.groups": "m.groups()",
        "m.groupdict": "nm.groupdict()",
        "m.start": "m.start(1)",
        "m.end": "m.end()",
        "m.span": "m.span()",
        "m.expand": "m.expand(r'\\2-\\1')",
        "m.lastgroup": "nm.lastgroup",
        "m.lastindex": "m.lastindex",
        "m.string": "m.string",
        "m.re": "m.re",
        "m.regs": "m.regs",
        "repr match": "repr(m)",
        "repr pattern": "repr(kv)",
        "hash pattern": "hash(kv)",
        "p.pattern": "kv.pattern",
    }),
    "csv": ("import csv, io; rows = [[i, 'name', 'with, comma', 2.5, None] for i in range(n // 5 + 1)];"
            " t = ''.join('%d,name,\"with, comma\",2.5,\\r\\n' % i for i in range(n // 5 + 1)); names = list('abcde')", {
        "reader": "list(csv.reader(io.StringIO(t)))",
        "reader options": "list(csv.reader(io.StringIO(t), delimiter=';'))",
        "DictReader": "list(csv.DictReader(io.StringIO(t), names))",
        "writer": "csv.writer(io.StringIO()).writerows(rows)",
        "writer all": "csv.writer(io.StringIO(), quoting=csv.QUOTE_ALL).writerows(rows)",
        "writer nonnumeric": "csv.writer(io.StringIO(), quoting=csv.QUOTE_NONNUMERIC).writerows(rows)",
        "writer none": "csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE, escapechar='/').writerows(rows)",
        "DictWriter": "w = csv.DictWriter(io.StringIO(), names)\nfor r in rows: w.writerow(dict(zip(names, r)))",
    }),
    "mix": ("k = ints(n); w = words(n); rows = [{'id': v, 'name': 'n%d' % v, 'tags': ['a', 'b'], 'score': v * 0.5}"
            " for v in k]", {
        "rows filter": "[r['name'] for r in rows if r['score'] > 3]",
        "rows group": ("g = {}\nfor r in rows: g.setdefault(r['id'] % 5, []).append(r['name'])", ""),
        "rows sort": "sorted(rows, key=lambda r: r['score'])",
        "rows sort two": "sorted(rows, key=lambda r: (r['score'], r['name']))",
        "rows build": "[{'id': v, 'name': s} for v, s in zip(k, w)]",
        "rows sum": "sum(r['score'] for r in rows)",
        "rows index": "{r['id']: r for r in rows}",
        "rows text": "'\\n'.join(f\"{r['id']}: {r['name']} {r['score']:.1f}\" for r in rows)",
        "json dumps": ("dumps(rows)", "from json import dumps"),
        "json loads": ("loads(z)", "from json import dumps, loads; z = dumps(rows)"),
        "invert": ("g = {}\nfor a, b in zip(w, k):\n    if b not in g: g[b] = set()\n    g[b].add(a)", ""),
        "matrix": "[[a * b for b in k[:10]] for a in k[:10]]",
        "transpose": ("list(zip(*z))", "z = [[v, v, v] for v in k]"),
        "flatten sum": ("sum(z, [])", "z = [[v] for v in k[:100]]"),
        "chars": ("d = {}\nfor v in z:\n    if v.isalpha(): d[v.lower()] = d.get(v.lower(), 0) + 1", "z = text(n)"),
        "heap": ("h = []\nfor v in k: heappush(h, (v, 1))\nwhile h: heappop(h)",
                 "from heapq import heappush, heappop"),
        "bisect": ("for v in k: bisect(z, v)", "from bisect import bisect; z = sorted(k)"),
    }),
}

TIMER = '''
import time
def least(once):
    clock, loops, best = time.perf_counter, 1, 1e9
    while True:
        took = once(loops)
        if took > 0.0002:
            break
        loops *= 4
    loops = max(1, int(loops * %(sample)g / took))
    for _ in range(%(samples)d):
        best = min(best, once(loops) / loops)
    return best
'''


def indented(text, by):
    return "".join(" " * by + line + "\n" for line in text.split("\n"))


def function(number, setup, more, statement, n):
    """A function that runs a statement four times in each of `loops` rounds, and gives the seconds of one round."""
    loose = "\n" in statement or ";" in statement or statement.startswith("for ")
    body = indented(statement, 8) * (1 if loose and n > 100 else 4)
    return "def case%d(loops, n=%d):\n%s%s    start = time.perf_counter()\n    for _ in range(loops):\n%s" \
           "    return time.perf_counter() - start\n" % (
               number, n, indented(setup, 4), indented(more, 4) if more else "", body)


def rows(groups, word, sizes):
    """(name, size, statement, setup, more)"""
    for group, (setup, table) in ROWS.items():
        for name, what in table.items():
            statement, more = what if isinstance(what, tuple) else (what, "")
            for n in sizes:
                if (not groups or group in groups) and word in name:
                    yield group + "." + name, n, statement, setup, more


def program(some, sample, samples):
    text = PRELUDE + TIMER % {"sample": sample, "samples": samples}
    for number, (_, n, statement, setup, more) in enumerate(some):
        text += function(number, setup, more, statement, n)
        text += "print(%d, least(case%d), flush=True)\n" % (number, number)
    return text


def measure(words, text, timeout):
    """{number: seconds} of one process, and what it complained of."""
    with tempfile.NamedTemporaryFile("w", suffix=".py", delete=False, encoding="utf-8") as f:
        f.write(text)
    try:
        got = subprocess.run(words + [f.name], capture_output=True, text=True, timeout=timeout)
    finally:
        os.unlink(f.name)
    found = dict(line.split() for line in got.stdout.splitlines())
    return {int(k): float(v) for k, v in found.items()}, got.stderr.strip().splitlines()[-1:] if got.returncode else []


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--groups", "-g", help="comma-separated")
    ap.add_argument("--word", "-k", default="")
    ap.add_argument("--sizes", default="10,10000")
    ap.add_argument("--above", type=float, default=0)
    ap.add_argument("--show", help="group.name: print the program of that row")
    ap.add_argument("--sample", type=float, default=0.0008, help="seconds")
    ap.add_argument("--samples", type=int, default=40)
    ap.add_argument("--procs", type=int, default=2)
    ap.add_argument("--program", default=os.path.join(ROOT, "build", "natrix") + " run")
    ap.add_argument("--python")
    a = ap.parse_args()
    sizes = [int(s) for s in a.sizes.split(",")]
    if a.show:
        some = [r for r in rows(None, "", sizes[:1]) if r[0] == a.show]
        print(program(some, a.sample, a.samples))
        return
    theirs, name = reference(a.python)
    ours = shlex.split(a.program)
    print("reference: %s (%s)" % (name, " ".join(theirs)))
    every = list(rows(a.groups.split(",") if a.groups else None, a.word, sizes))
    ratios, slow = {}, []
    for first in range(0, len(every), 20):
        some, best = every[first:first + 20], {}
        text = program(some, a.sample, a.samples)
        for _ in range(a.procs):
            for side, words in (("theirs", theirs), ("ours", ours)):
                found, complaint = measure(words, text, 600)
                if complaint:
                    print("%s: %s" % (side, complaint[0]))
                for number, seconds in found.items():
                    best[side, number] = min(seconds, best.get((side, number), 1e9))
        for number, (name, n, *_) in enumerate(some):
            them, us = best.get(("theirs", number)), best.get(("ours", number))
            if not them or not us:
                print("%-32s %6d did not run" % (name, n))
                continue
            ratio = us / them
            ratios.setdefault(name.split(".")[0], []).append(ratio)
            slow.append((ratio, name, n))
            if ratio > a.above:
                print("%-32s %6d %10.1f ns %10.1f ns  %.2f" % (name, n, them * 2.5e8, us * 2.5e8, ratio), flush=True)
    for group, values in ratios.items():
        print("%-12s %4d rows  mean %.2f  slower than CPython: %d" % (group, len(values), geomean(values),
                                                                     sum(v > 1 for v in values)))


if __name__ == "__main__":
    main()
