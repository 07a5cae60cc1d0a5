#!/usr/bin/env python3
"""C recursion: every cycle of direct calls in src/ must be on the list in tools/call_cycles.txt.

The graph comes from gcc (-fcallgraph-info), unoptimised, kept in build/callgraph and remade for what changed.
A line of the list is a set of function names (or `prefix_*`) that may call each other in a circle, with the reason
it is bounded behind `#`. A cycle passes when one line covers all its members; a line that covers no cycle is stale.

Calls through the slots of types (rt/typedef.h) are followed to every function that some type has there, for guests
build chains of objects of any length. A function that calls one of GUARDS counts how deep it lies, and ends a cycle.
Other function pointers are not followed: native tables, whose functions return to the loop instead of calling on;
that half of the law is the `snap` and `pause` modes' to prove.
"""
import concurrent.futures
import fnmatch
import os
import re
import sys

import checking

LIST = "tools/call_cycles.txt"
TYPES = "src/rt/typedef.h"
GUARDS = {"leaf_enter"}
SLOT = re.compile(r"^    \w[\w ]*?\(\*(\w+)\)\(|^    CallSlot (\w+);", re.M)
FUNCTION = re.compile(r"^(?:\w[\w *]*?)\b(\w+)\([^;{}]*\) \{\n(.*?)^\}|"
                      r"^(?:\w[\w *]*?)\b(\w+)\([^;{}]*\) \{([^\n]*)\}$", re.M | re.S)
NODE = re.compile(r'node: { title: "([^"]+)" label: "([^"\\]+)')
EDGE = re.compile(r'edge: { sourcename: "([^"]+)" targetname: "([^"]+)"')


def compile_graph(root, path, out):
    """Writes the call graph of one C file to out (a .ci file); returns complaints."""
    flags = ["-std=c11", "-O0", "-w", "-I", "src", "-I", "include", "-I", "build"]
    words = ["gcc", *flags, "-fcallgraph-info", "-MMD", "-c", path, "-o", out[:-3] + ".o"]
    status, said = checking.run(words, cwd=root)
    return ["%s does not compile: %s" % (path, said.strip()[:300])] if status else []


def is_stale(root, out):
    """Whether a .ci file is older than one of the files it was made from (named in the .d file beside it)."""
    deps = out[:-3] + ".d"
    if not os.path.exists(out) or not os.path.exists(deps):
        return True
    with open(deps) as f:
        names = f.read().replace("\\\n", " ").split(":", 1)[1].split()
    paths = [os.path.join(root, n) for n in names]
    return not all(os.path.exists(p) and os.path.getmtime(p) <= os.path.getmtime(out) for p in paths)


def graphs(root):
    """Brings the .ci files up to date; returns (their paths, complaints)."""
    sources = checking.files(root, ("src",), (".c",))
    folder = os.path.join(root, "build", "callgraph")
    os.makedirs(folder, exist_ok=True)
    jobs, outs = [], []
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for path in sources:
            out = os.path.join(folder, path.replace(os.sep, "-")[:-2] + ".ci")
            outs.append(out)
            if is_stale(root, out):
                jobs.append(pool.submit(compile_graph, root, path, out))
    return [o for o in outs if os.path.exists(o)], [c for j in jobs for c in j.result()]


def read_graph(paths):
    """Edges between function names (static ones are unique in the tree, so bare names do)."""
    calls = {}
    for path in paths:
        with open(path) as f:
            said = f.read()
        for source, target in EDGE.findall(said):
            if target != "__indirect_call":
                calls.setdefault(source.split(":")[-1], set()).add(target.split(":")[-1])
    return calls


def slot_calls(root):
    """For each slot of types: (functions that call it, functions that some type has in it)."""
    if not os.path.exists(os.path.join(root, TYPES)):
        return []
    types = checking.without_comments(checking.text(root, TYPES))
    slots = {m[1] or m[2]: (set(), set()) for m in SLOT.finditer(types[types.index("typedef struct TypeDef"):])}
    names = "|".join(slots)
    filled = re.compile(r"^    \.(%s) = (\w+),$" % names, re.M)
    called = re.compile(r"(?:->|\.)(%s)\(" % names)
    for path in checking.files(root, ("src",), (".c", ".h")):
        code = checking.without_comments(checking.text(root, path))
        for slot, function in filled.findall(code):
            slots[slot][1].add(function)
        for m in FUNCTION.finditer(code):
            for slot in called.findall(m[2] or m[4] or ""):
                slots[slot][0].add(m[1] or m[3])
    return list(slots.values())


def with_slots(calls, slots):
    """The graph with the calls through slots, and without what counts its depth."""
    calls = {f: set(to) for f, to in calls.items()}
    for callers, functions in slots:
        for f in callers:
            calls.setdefault(f, set()).update(functions)
    return {f: to for f, to in calls.items() if not to & GUARDS}


def cycles(calls):
    """Strongly connected sets of more than one function, and functions that call themselves."""
    index, low, stack, on, found = {}, {}, [], set(), []

    def visit(v):
        index[v] = low[v] = len(index)
        stack.append(v)
        on.add(v)
        for w in calls.get(v, ()):
            if w not in index:
                visit(w)
                low[v] = min(low[v], low[w])
            elif w in on:
                low[v] = min(low[v], index[w])
        if low[v] == index[v]:
            group = []
            while not group or group[-1] != v:
                group.append(stack.pop())
                on.discard(group[-1])
            if len(group) > 1 or v in calls.get(v, ()):
                found.append(sorted(group))

    sys.setrecursionlimit(20000)
    for v in sorted(calls):
        if v not in index:
            visit(v)
    return sorted(found)


def check(root):
    paths, complaints = graphs(root)
    lines = [line.split() for line in checking.allowed(root, LIST)]
    used = set()
    for group in cycles(with_slots(read_graph(paths), slot_calls(root))):
        cover = [i for i, line in enumerate(lines) if all(any(fnmatch.fnmatch(f, p) for p in line) for f in group)]
        used.update(cover)
        if not cover:
            complaints.append("recursion not in %s: %s" % (LIST, " ".join(group)))
    complaints += ["%s: no such cycle any more: %s" % (LIST, " ".join(line))
                   for i, line in enumerate(lines) if i not in used]
    return complaints


if __name__ == "__main__":
    checking.main()
