#!/usr/bin/env python3
"""Speed as a ratio: our workloads in Natrix and in a PGO CPython, run alternately in the same minute.

    bench/run.py                            all workloads, a table, geometric means by group
    bench/run.py -w core/fib,agent          some of them
    bench/run.py --startup                  start of the process and of imports: time and peak memory
    bench/run.py --inproc                   what a host pays: guests, calls, pauses, snapshots (bench/inproc.c)
    bench/run.py --folder DIR               the workloads of a folder elsewhere instead
    bench/run.py --write                    also puts the tables into docs/performance.md
    bench/run.py --python /usr/bin/python3.11 --program "build/natrix run"

A workload is a file with run(n), which returns an int to check, and N. Its text is cut at `# --- main` and given a
footer that runs it REPS times; the figure is the least time of all repetitions in all processes (the machine is shared: the
minimum is what a quiet core does). A ratio below 1 means that Natrix is faster. A wrong result is an error.
"""
import argparse
import math
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
PAGE = os.path.join(ROOT, "docs", "performance.md")
MARK = "# --- main"
FOOTER = """
import time as _time
for _ in range(%d):
    _start = _time.perf_counter()
    _result = run(N)
    print("%%s %%.6f" %% (_result, _time.perf_counter() - _start))
"""
GROUP_ORDER = ["control", "calls", "objects", "floats", "containers", "strings", "json", "regex", "bigint", "compile",
               "agent"]


def workloads(picks, elsewhere=None):
    """(name, group, text without its footer) of the workloads asked for."""
    found = []
    for folder in [elsewhere] if elsewhere else [os.path.join(HERE, "core"), os.path.join(HERE, "agent")]:
        kind = os.path.basename(os.path.normpath(folder))
        for name in sorted(os.listdir(folder)):
            full = "%s/%s" % (kind, name[:-3])
            if name.endswith(".py") and (not picks or any(full.startswith(p) for p in picks)):
                with open(os.path.join(folder, name), encoding="utf-8") as f:
                    text = f.read().split(MARK)[0]
                group = re.match(r'"""(\w+):', text)
                if re.search(r"^def run\(", text, re.M):
                    found.append((full, group.group(1) if group and not elsewhere else kind, text))
    return found


def reference(wanted):
    """The words that run CPython, and its name."""
    for name in [wanted] if wanted else ["python3.14", "/usr/bin/python3.11"]:
        words = shlex.split(name)
        if not shutil.which(words[0]):
            continue
        for flags in (["-I", "-S"], ["-S", "-s"]):
            code = "import sys; print(sys.implementation.name, sys.version)"
            got = subprocess.run(words + flags + ["-c", code], capture_output=True, text=True)
            if got.returncode == 0 and got.stdout.startswith("cpython"):
                return words + flags, "CPython " + " ".join(got.stdout.split()[1:])
    sys.exit("bench: no CPython found; name one with --python")


def measure(words, text, reps, timeout):
    """(result, least seconds) of one process that runs a workload, or (complaint, None)."""
    with tempfile.NamedTemporaryFile("w", suffix=".py", delete=False, encoding="utf-8") as f:
        f.write(text + FOOTER % reps)
    try:
        got = subprocess.run(words + [f.name], capture_output=True, text=True, timeout=timeout)
    except subprocess.TimeoutExpired:
        return "timeout", None
    finally:
        os.unlink(f.name)
    lines = [line.rsplit(" ", 1) for line in got.stdout.splitlines()]
    if got.returncode or not lines:
        return (got.stderr.strip().splitlines() or ["status %d" % got.returncode])[-1], None
    return lines[0][0], min(float(t) for _, t in lines)


def compare(a, ours, theirs):
    """Rows (name, group, CPython seconds, Natrix seconds or None, complaint)."""
    rows = []
    for name, group, text in workloads(a.workloads.split(",") if a.workloads else None, a.folder):
        best, results, complaint = {}, {}, ""
        for _ in range(a.procs):
            for side, words in (("theirs", theirs), ("ours", ours)):
                if complaint:
                    continue
                result, seconds = measure(words, text, a.reps, a.timeout)
                if seconds is None:
                    complaint = "%s: %s" % ("CPython" if side == "theirs" else "Natrix", result[:100])
                    continue
                results.setdefault("both", result)
                if results["both"] != result:
                    complaint = "result %s, not %s" % (result, results["both"])
                best[side] = min(seconds, best.get(side, 1e9))
        row = (name, group, best.get("theirs"), None if complaint else best.get("ours"), complaint)
        rows.append(row)
        print("%-24s %s" % (name, complaint or "%8.1f ms %8.1f ms  %.2f" % (row[2] * 1e3, row[3] * 1e3,
                row[3] / row[2])), flush=True)
    return rows


def geomean(values):
    return math.exp(sum(map(math.log, values)) / len(values)) if values else float("nan")


def summary(rows):
    """Lines of a Markdown table: geometric means by group, then every workload."""
    ratios = {}
    for _, group, them, us, _ in rows:
        if us:
            ratios.setdefault(group, []).append(us / them)
    lines = ["| group | workloads | time, CPython = 1.00 |", "|---|--:|--:|"]
    lines += ["| %s | %d | %.2f |" % (g, len(ratios[g]), geomean(ratios[g]))
              for g in GROUP_ORDER + sorted(set(ratios) - set(GROUP_ORDER)) if g in ratios]
    every = [r for group in ratios.values() for r in group]
    failed = [r for r in rows if not r[3]]
    if every:
        lines += ["| **all** | %d | **%.2f** |" % (len(every), geomean(every)), "| slowest | | %.2f |" % max(every)]
    if failed:
        lines.append("| did not run | %d | |" % len(failed))
    lines += ["", "| workload | CPython ms | Natrix ms | ratio |", "|---|--:|--:|--:|"]
    for name, _, them, us, complaint in rows:
        lines.append("| %s | %s | %s |" % (name, "%.1f" % (them * 1e3) if them else "-",
                                           "%.1f | %.2f" % (us * 1e3,
                                                   us / them) if us else "- | " + complaint.replace("|", "/")))
    return lines


def spawn(words):
    """(seconds, peak memory in KiB, exit status) of one process, its output thrown away; see spawn.c."""
    tool, source = os.path.join(ROOT, "build", "bench-spawn"), os.path.join(HERE, "spawn.c")
    if not os.path.exists(tool) or os.path.getmtime(tool) < os.path.getmtime(source):
        os.makedirs(os.path.dirname(tool), exist_ok=True)
        subprocess.run(["cc", "-O1", "-o", tool, source], check=True)
    seconds, memory, status = subprocess.run([tool, *words], stderr=subprocess.PIPE, text=True,
                                             check=True).stderr.split()
    return float(seconds), int(memory), int(status)


def startup(a, ours, theirs):
    """Lines of a Markdown table: whole processes, least of many runs."""
    lines = ["| process | CPython ms | Natrix ms | ratio | CPython MiB | Natrix MiB |", "|---|--:|--:|--:|--:|--:|"]
    for name in sorted(os.listdir(os.path.join(HERE, "startup"))):
        path, best = os.path.join(HERE, "startup", name), {}
        for _ in range(a.runs):
            for side, words in (("theirs", theirs), ("ours", ours)):
                took, memory, status = spawn(words + [path])
                old = best.get(side, (1e9, 1e9, 0))
                best[side] = (min(old[0], took), min(old[1], memory), status)
        (t, tm, _), (u, um, status) = best["theirs"], best["ours"]
        lines.append("| %s | %.2f | %s |" % (name[:-3], t * 1e3,
                                             "%.2f | %.2f | %.1f | %.1f" % (u * 1e3, u / t, tm / 1024, um / 1024)
                                             if status == 0 else "failed, status %d | | %.1f | " % (status,
                                                     tm / 1024)))
        print(lines[-1], flush=True)
    return lines


# What CPython does that compares with a row of bench/inproc.c: least microseconds each.
CPYTHON_INPROC = """
import sys, time
def least(what):
    best, end = 1e9, time.perf_counter() + 0.3
    while time.perf_counter() < end:
        start = time.perf_counter()
        what()
        best = min(best, time.perf_counter() - start)
    return best * 1e6
import io
script, fizzbuzz = open(sys.argv[1]).read(), open(sys.argv[2]).read()
out, sys.stdout = sys.stdout, io.StringIO()
rows = [("new guest, compile and run 1 + 2, free", lambda: eval(compile("1 + 2", "t", "eval"), {})),
        ("new guest, FizzBuzz(100), free", lambda: exec(compile(fizzbuzz, "f", "exec"), {"__name__": "__main__"})),
        ("compile a script of 104 lines", lambda: compile(script, "s", "exec")),
        ("new guest, compile and run it, free", lambda: exec(compile(script, "s", "exec"), {"__name__": "__main__"}))]
for name, what in rows:
    out.write("%s\\t%.3f\\tus\\n" % (name, least(what)))
"""


def inproc(a, theirs):
    """Lines of a Markdown table of what a host pays. CPython: a fresh namespace instead of a guest."""
    tool = os.path.join(ROOT, "build", "bench_inproc")
    files = [os.path.join(HERE, "startup", name) for name in ("program.py", "fizzbuzz.py")]
    best, units = {}, {}
    for _ in range(a.procs):
        for side, words in (("theirs", theirs + ["-c", CPYTHON_INPROC]), ("ours", [tool])):
            got = subprocess.run(words + files, capture_output=True, text=True)
            if got.returncode:
                sys.exit("bench: %s: %s" % (words[0], got.stderr))
            for line in got.stdout.splitlines():
                name, value, unit = line.split("\t")
                best[side, name] = min(float(value), best.get((side, name), 1e18))
                units[name] = unit
    lines = ["| what a host pays | Natrix | CPython |", "|---|--:|--:|"]
    for (side, name), value in best.items():
        if side == "ours":
            other = best.get(("theirs", name))
            show = "%.3g %s" if value < 1000 else "%.0f %s"
            lines.append("| %s | %s | %s |" % (name, show % (value, units[name]),
                                               "%.3g %s" % (other, units[name]) if other else ""))
            print(lines[-1], flush=True)
    return lines


def write_page(section, lines):
    """Replaces a section of docs/performance.md between its two marks."""
    begin, end = "<!-- %s: made by bench/run.py -->" % section, "<!-- end of %s -->" % section
    text = open(PAGE, encoding="utf-8").read() if os.path.exists(PAGE) else "# Performance\n"
    block = "\n".join([begin, *lines, end])
    if begin in text:
        text = re.sub(re.escape(begin) + ".*?" + re.escape(end), lambda m: block, text, flags=re.S)
    else:
        text = text.rstrip("\n") + "\n\n" + block + "\n"
    with open(PAGE, "w", encoding="utf-8") as f:
        f.write(text)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--workloads", "-w", help="comma-separated beginnings of names")
    ap.add_argument("--program", default=os.path.join(ROOT, "build", "natrix") + " run")
    ap.add_argument("--python")
    ap.add_argument("--procs", type=int, default=3)
    ap.add_argument("--reps", type=int, default=3)
    ap.add_argument("--timeout", type=float, default=120)
    ap.add_argument("--startup", action="store_true")
    ap.add_argument("--inproc", action="store_true")
    ap.add_argument("--folder", help="a folder of workloads elsewhere, files with run(n) and N")
    ap.add_argument("--runs", type=int, default=25, help="of each startup process")
    ap.add_argument("--write", action="store_true")
    a = ap.parse_args()
    ours = shlex.split(a.program)
    theirs, name = reference(a.python)
    if not shutil.which(ours[0]):
        sys.exit("bench: %s is not there; build it first" % ours[0])
    print("reference: %s (%s)" % (name, " ".join(theirs)))
    intro = ["Reference: %s. Both run alternately; least of %d repetitions." % (name, a.procs * a.reps), ""]
    if a.startup:
        lines = startup(a, ours, theirs)
        if a.write:
            write_page("startup", intro[:1] + [""] + lines)
        return
    if a.inproc:
        lines = inproc(a, theirs)
        if a.write:
            write_page("host", intro[:1] + [""] + lines)
        return
    rows = compare(a, ours, theirs)
    lines = summary(rows)
    print("\n" + "\n".join(lines[:lines.index("")]))
    if a.write:
        write_page("speed", intro + lines)
    sys.exit(any(r[4] for r in rows))


if __name__ == "__main__":
    main()
