"""What the checks share. A check is a module `check_<what>.py` with

    check(root)      complaints (strings) about the tree at `root`; empty when all is well
    FIXTURE(path)    optional: complaints about one fixture, by default check(path)

and fixtures in `tests/check/<what>/`: entries named `good*` must pass and `bad*` must not; a line
`expect: TEXT` in a bad fixture (or in a file `expect` when it is a folder) must be among the complaints.
So a check that has gone blind is itself a failure. Run one as `tools/check_<what>.py [--self-test]`.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CORE = "build/libnatrix_core.a"


def files(root, folders, endings):
    """Paths, relative to root and sorted, of the files in the folders with one of the endings."""
    found = []
    for folder in folders:
        for base, dirs, names in os.walk(os.path.join(root, folder)):
            dirs[:] = [d for d in dirs if not d.startswith((".", "__"))]
            found += [os.path.relpath(os.path.join(base, n), root) for n in names if n.endswith(endings)]
    return sorted(found)


def text(root, path):
    with open(os.path.join(root, path), encoding="utf-8") as f:
        return f.read()


def allowed(root, path):
    """Lines of an allow-list without comments and blanks; no file means no entries."""
    if not os.path.exists(os.path.join(root, path)):
        return []
    lines = [line.split("#")[0].strip() for line in text(root, path).splitlines()]
    return [line for line in lines if line]


def run(words, cwd=ROOT, stdin=None):
    """Returns (status, stdout and stderr together)."""
    got = subprocess.run(words, cwd=cwd, input=stdin, capture_output=True, text=True, errors="replace",
                         env={**os.environ, "LC_ALL": "C"})
    return got.returncode, got.stdout + got.stderr


def without_comments(c_text):
    """C text with comments blanked, line numbers and string literals kept."""
    def blank(m):
        s = m.group(0)
        return s if s[0] in "\"'" else re.sub(r"[^\n]", " ", s)
    return re.sub(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|//[^\n]*|/\*.*?\*/', blank, c_text, flags=re.S)


def object_of(path):
    """Compiles a C fixture; returns the object's path."""
    out = os.path.join("/tmp", "natrix-check-%d-%s.o" % (os.getpid(), os.path.basename(path)))
    status, said = run(["cc", "-std=c11", "-fPIC", "-O1", "-w", "-c", path, "-o", out])
    if status:
        raise RuntimeError("fixture %s does not compile:\n%s" % (path, said))
    return out


def copy_tree(path, temp):
    """A fixture folder as a tree of its own, so that a check may build in it."""
    tree = os.path.join(temp, "tree")
    shutil.copytree(path, tree)
    shutil.copy(os.path.join(ROOT, ".clang-format"), tree)
    return tree


def self_test(what, module):
    """Complaints about the check itself: fixtures it judges wrongly."""
    folder = os.path.join(ROOT, "tests", "check", what)
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    judge = getattr(module, "FIXTURE", module.check)
    wrong = []
    for name in names:
        path = os.path.join(folder, name)
        with tempfile.TemporaryDirectory() as temp:
            got = judge(copy_tree(path, temp) if os.path.isdir(path) else path)
        if name.startswith("good") and got:
            wrong.append("%s: good fixture %s was refused: %s" % (what, name, got[0]))
        if name.startswith("bad"):
            note = os.path.join(path, "expect") if os.path.isdir(path) else path
            want = re.findall(r"expect: (.*?)\s*(?:\*/)?$", open(note).read(), re.M) if os.path.exists(note) else []
            if not got:
                wrong.append("%s: bad fixture %s was not refused" % (what, name))
            wrong += ["%s: refusal of %s does not say %r but %r" % (what, name, w, got)
                      for w in want if got and not any(w in g for g in got)]
    if not any(n.startswith("bad") for n in names):
        wrong.append("%s: no bad fixture in tests/check/%s" % (what, what))
    return wrong


def main(module_name="__main__"):
    """Runs the check that is the main program."""
    module = sys.modules[module_name]
    what = os.path.basename(module.__file__)[len("check_"):-len(".py")]
    testing = "--self-test" in sys.argv[1:]
    complaints = self_test(what, module) if testing else module.check(ROOT)
    for line in complaints:
        print(line)
    print("%s%s: %s" % (what, " self-test" if testing else "",
                        "%d complaints" % len(complaints) if complaints else "ok"))
    sys.exit(bool(complaints))
