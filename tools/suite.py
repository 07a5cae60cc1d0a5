"""What the test tools share: finding tests, running a program on one, and making its output comparable.

A test is a file `tests/py/<area>/<behaviour>.py`. Beside it stand `.out` (stdout) and, when stderr was not
empty or the exit status not 0, `.err` (stderr, then a last line `[exit status N]`). A path with a part that
begins with `_` is a helper (a module some test imports), not a test. Comment lines at the top of a file may say

    # options: WORDS      further words for `natrix run`, `{dir}` being the test's directory
    # limits:  WORDS      the same, in tests/sandbox
    # expect:  k=v ...    what must come out, in tests/sandbox
"""
import base64
import json
import os
import re
import select
import shlex
import shutil
import subprocess
import threading

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENV = {"PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8:strict", "PYTHON_COLORS": "0",
       "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUNBUFFERED": "", "PYTHONWARNINGS": ""}
HEADER = re.compile(r"#\s*(options|limits|expect):\s*(.*)")


class Result:
    """What one run of a program came to; `status` is None when it was stopped by the timeout."""

    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err

    def err_text(self):
        """The content of a `.err` file for this run, or None when there is nothing to record."""
        if self.status == 0 and not self.err:
            return None
        return self.err + "[exit status %s]\n" % self.status


def oracle():
    """The command of a native CPython 3.14, or None."""
    for name in (os.environ.get("NATRIX_CPYTHON"), "python3.14", "python3"):
        words = shlex.split(name or "")
        if words and shutil.which(words[0]):
            code = "import sys; print(sys.implementation.name, *sys.version_info[:2])"
            got = subprocess.run(words + ["-c", code], capture_output=True, text=True)
            if got.stdout.strip() == "cpython 3 14":
                return words
    return None


def is_cpython(program):
    return os.path.basename(program[0]).startswith("python")


def steps_of(path, options):
    """Steps that the program takes, by the release build."""
    got = subprocess.run(["build/natrix", "run", "--json", *options, path], cwd=ROOT, capture_output=True, stdin=subprocess.DEVNULL)
    try:
        return json.loads(got.stdout.splitlines()[-1])["usage"]["steps"]
    except (IndexError, ValueError):
        return 0


def command(program, path, options=(), mode=None):
    """The words that run the test at `path` (relative to the root). A mode NAME~TIMES becomes NAME:N so that the program
    meets it about TIMES times."""
    if is_cpython(program):
        return program + [path]
    if mode and "~" in mode:
        name, times = mode.split("~")
        mode = "%s:%d" % (name, 1 + steps_of(path, options) // int(times))
    return program + ["run"] + (["--mode", mode] if mode else []) + list(options) + [path]


def run(words, timeout, env=None, stdin=""):
    """Runs a command in the root directory; output is decoded and freed of this checkout's path."""
    full = {**os.environ, **ENV, **(env or {})}
    try:
        got = subprocess.run(words, cwd=ROOT, env=full, timeout=timeout, capture_output=True,
                             input=stdin.encode())
    except subprocess.TimeoutExpired as stop:
        return Result(None, plain(stop.stdout), plain(stop.stderr))
    return Result(got.returncode, plain(got.stdout), plain(got.stderr))


class Served:
    """Runs commands of one program in processes that stay: a request and an answer a line, see apps/wasm/natrix.mjs."""

    def __init__(self, program):
        self.program, self.local = program, threading.local()

    def run(self, words, timeout, stdin=""):
        """As `run`; `words` begin with the program."""
        server = getattr(self.local, "server", None)
        if not server or server.poll() is not None:
            server = self.local.server = subprocess.Popen(self.program + ["--serve"], cwd=ROOT,
                                                          stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        request = json.dumps({"args": words[len(self.program):], "stdin": stdin})
        server.stdin.write(request.encode() + b"\n")
        server.stdin.flush()
        ready = select.select([server.stdout], [], [], timeout)[0]
        line = server.stdout.readline() if ready else b""
        if not line.endswith(b"\n"):
            server.kill()
            status = server.wait()
            return Result(status if ready else None, "", "")
        got = json.loads(line)
        return Result(got["status"], plain(base64.b64decode(got["out"])), plain(base64.b64decode(got["err"])))


def plain(data):
    return (data or b"").decode("utf-8", "backslashreplace").replace(ROOT + "/", "")


def find(folder, filters=()):
    """Paths of the tests under `folder` that contain one of the filters, sorted."""
    found = []
    for base, dirs, files in os.walk(os.path.join(ROOT, folder)):
        dirs[:] = [d for d in dirs if not d.startswith(("_", "."))]
        found += [os.path.relpath(os.path.join(base, f), ROOT) for f in files
                  if f.endswith(".py") and not f.startswith("_")]
    return sorted(p for p in found if not filters or any(f in p for f in filters))


def header(path):
    """The `# key: words` lines that open a test, as a dict of word lists."""
    said = {}
    with open(os.path.join(ROOT, path), encoding="utf-8", errors="replace") as f:
        for line in f:
            if not line.startswith("#"):
                break
            m = HEADER.match(line)
            if m:
                words = m.group(2).replace("{dir}", os.path.join(ROOT, os.path.dirname(path)))
                said.setdefault(m.group(1), []).extend(shlex.split(words))
    return said


def read(path):
    """The text of a file under the root, or None."""
    try:
        with open(os.path.join(ROOT, path), encoding="utf-8", newline="") as f:
            return f.read()
    except FileNotFoundError:
        return None


def write(path, text):
    """Makes the file hold `text`; no file when it is None. Returns whether anything changed."""
    if read(path) == text:
        return False
    full = os.path.join(ROOT, path)
    if text is None:
        os.remove(full)
    else:
        with open(full, "w", encoding="utf-8", newline="") as f:
            f.write(text)
    return True
