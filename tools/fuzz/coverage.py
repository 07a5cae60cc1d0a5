"""What the generator reaches, as a page: docs/fuzzing.md.

Syntax is counted in the programs' trees, opcodes in what `natrix dis` shows of them, exceptions in what CPython raised,
native rows by gcov: a driver built with --coverage (`make fuzz-coverage`) runs the programs, and a row counts when its
C function was entered.
"""
import ast
import collections
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

import sides
import suite

BUILD = os.path.join(suite.ROOT, "build-cov")
RECORD = os.path.join(suite.ROOT, "tests", "fuzz", "last_run.txt")
PAGE = os.path.join(suite.ROOT, "docs", "fuzzing.md")
# kinds of nodes that only other modes of parsing give, or none any more
OTHER_MODES = ("Interactive", "Expression", "FunctionType", "TypeIgnore", "Load", "Store", "Del", "Index", "ExtSlice", "Suite", "AugLoad",
               "AugStore", "Param")
ROW = re.compile(r'\b(?:LEAF|TAIL|STEPS)(?:_[A-Z]+)*\(\s*"([^"]+)",\s*((?:"[^"]*"\s*)+),\s*(\w+)(?:,\s*(\w+))?')


def node_kinds():
    return [n for n, c in vars(ast).items() if isinstance(c, type) and issubclass(c, ast.AST) and not c.__subclasses__()
            and c.__module__ == "ast" and n not in OTHER_MODES]


def opcodes():
    """(all names, names in the bytecode of the programs)."""
    names = re.findall(r"^OP\((\w+),", suite.read("src/vm/opcodes.def"), re.M)
    return names, lambda text: set(re.findall(r"\b[A-Z][A-Z0-9_]+\b", text)) & set(names)


def rows():
    """(file, name in Python, C functions) of every row of natives."""
    found = []
    for path in sorted(glob.glob(os.path.join(suite.ROOT, "src", "*", "*.c")) + glob.glob(os.path.join(suite.ROOT, "src", "*", "*.h"))):
        text = open(path, encoding="utf-8").read().replace("\\\n", " ")
        rel = os.path.relpath(path, suite.ROOT)
        for m in ROW.finditer(text):
            if rel.startswith(("src/rt", "src/object/steps_fast")):
                continue
            found.append((rel, m.group(1), [f for f in m.group(3, 4) if f and not f.isdigit() and f != "NULL"]))
    return found


def entered():
    """Names of the C functions that gcov saw entered."""
    names = set()
    data = glob.glob(os.path.join(BUILD, "**", "*.gcda"), recursive=True)
    for start in range(0, len(data), 20):
        out = subprocess.run(["gcov", "--json-format", "--stdout", *data[start:start + 20]], capture_output=True, cwd=suite.ROOT)
        for line in out.stdout.decode().splitlines():
            for file in json.loads(line)["files"]:
                names.update(f["name"] for f in file["functions"] if f["execution_count"])
    return names


def bytecode(texts, natrix):
    """What `natrix dis` says of the programs, as one text."""
    said = []
    with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8", errors="surrogatepass") as f:
        for text in texts:
            f.seek(0)
            f.truncate()
            f.write(text)
            f.flush()
            said.append(subprocess.run([natrix, "dis", f.name], capture_output=True, cwd=suite.ROOT).stdout.decode("utf-8", "replace"))
    return "\n".join(said)


# What no program reaches, and why.
BEYOND = {"NOP": "a place holder that is never emitted", "COPY_DICT": "not emitted any more, its number stays",
          "LOAD_CONST_WIDE": "needs 65,536 constants in one function: more than CPython compiles in the time it has here", "_IncompleteInputError": "raised for the interactive console alone"}


def exception_names(text, known):
    return [w for w in re.findall(r"\b[A-Z]\w+", text) if w in known]


def share(used, every):
    return "%d of %d" % (len([e for e in every if e in used]), len(every))


def table(title, every, used):
    missing = [e for e in every if e not in used]
    said = ["`%s`" % m + (" (%s)" % BEYOND[m] if m in BEYOND else "") for m in missing]
    return "| %s | %s | %s |" % (title, share(used, every), ", ".join(said) or "none")


def last_run():
    """What run.py --record wrote of the last long run."""
    try:
        with open(RECORD, encoding="utf-8") as f:
            return ["", "The last long run: " + f.read().strip()]
    except FileNotFoundError:
        return []


def publish(a, oracle, makers):
    """Runs a.programs programs of every kind through both sides and writes the page."""
    nodes, raised, codes = collections.Counter(), collections.Counter(), set()
    import builtins
    classes = [n for n, c in vars(builtins).items() if isinstance(c, type) and issubclass(c, BaseException)
               and n not in ("EnvironmentError", "IOError")]
    every_code, codes_in = opcodes()
    for old in glob.glob(os.path.join(BUILD, "**", "*.gcda"), recursive=True):
        os.remove(old)
    driver = os.path.join(BUILD, "fuzz_driver")
    if not os.path.exists(driver):
        sys.exit("fuzz: no %s; `make fuzz-coverage` builds it" % os.path.relpath(driver, suite.ROOT))
    side, own = sides.Side(oracle), sides.Side([driver])
    count = a.programs or 500
    for kind in makers:
        texts = [makers[kind](s).program() for s in range(a.seed, a.seed + count)]
        for text in texts:
            nodes.update(type(n).__name__ for n in ast.walk(ast.parse(text)))
        for outcome in side.run(texts):
            raised.update(exception_names(outcome, classes))
        own.run(texts)
        codes |= codes_in(bytecode(texts[:200], os.path.join(suite.ROOT, "build", "natrix")))
    side.end()
    own.process.stdin.close()
    own.process.wait()
    functions, all_rows = entered(), rows()
    lines = ["# Fuzzing against CPython", "",
             "`tools/fuzz/run.py` makes random programs, runs each in CPython 3.14 and in a fresh guest, and compares output,",
             "exception, message and the lines of the traceback. `make fuzz` runs some; `make fuzz-coverage` writes this page.",
             "What differs on purpose is in [differences.md](differences.md).", "",
             "Kinds of programs: " + ", ".join("`%s`" % k for k in makers) + ". Counted over %d programs of each, from seed %d." % (count, a.seed), "",
             "| | Reached | Not reached |", "|---|---|---|",
             table("Syntax (node kinds)", node_kinds(), nodes), table("Opcodes", every_code, codes),
             table("Exception classes", classes, raised)]
    for folder, title in (("src/object", "Native rows of types"), ("src/vm", "Native rows of builtins"), ("src/lib", "Native rows of modules")):
        part = [r for r in all_rows if r[0].startswith(folder + "/")]
        seen = [r for r in part if any(f in functions for f in r[2])]
        missing = ["`%s`" % r[2][0] for r in part if r not in seen]
        lines.append("| %s | %d of %d (%.1f %%) | %s |" % (title, len(seen), len(part), 100 * len(seen) / max(1, len(part)),
                                                          " ".join(missing[:120]) or "none"))
    lines += last_run()
    with open(PAGE, "w", encoding="utf-8") as f:
        f.write("\n".join(lines) + "\n")
    print("\n".join(lines[9:]))
