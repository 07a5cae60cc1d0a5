"""Runs programs in CPython and in Natrix and makes what they print comparable.

Many programs run in one process: a driver, itself Python, executes each in a namespace of its own. A program's outcome
is its output, then a line with the exception that ended it, if one did, and the lines it passed through. When a process
dies or hangs, the program it was at gets that as its outcome and the rest run in a new one.
"""
import os
import re
import signal
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import suite    # noqa: E402

DRIVER = '''
def run_one(number, source):
    print('\\x01%d' % number, flush=True)
    space = {'__name__': 'fuzz'}
    try:
        exec(compile(source, 'fuzz', 'exec'), space)
    except BaseException as e:
        lines, tb = [], e.__traceback__
        while tb:
            if tb.tb_frame.f_code.co_filename == 'fuzz':
                lines.append(tb.tb_lineno)
            tb = tb.tb_next
        try:
            text = str(e)
        except BaseException as again:
            text = 'str() raised ' + type(again).__name__
        print('\\x02', type(e).__name__, text, lines)
for number, source in enumerate(PROGRAMS):
    run_one(number, source)
print('\\x03')
'''
ADDRESS = re.compile(r"\b0x[0-9a-f]{6,}\b")


class Side:
    """One interpreter: its command, and how long a batch may take."""

    def __init__(self, command, timeout=10, seed="0", single=False):
        self.command, self.timeout, self.single = command, timeout, single
        keep = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        self.env = {**keep, **suite.ENV, "PYTHONHASHSEED": seed, "PYTHONWARNINGS": "ignore",
                    "PYTHONIOENCODING": "utf-8:surrogatepass"}

    def words(self, path):
        return self.command + ([] if suite.is_cpython(self.command) else ["run"]) + [path]

    def execute(self, text):
        """(status, stdout, stderr) of one program text; the status is a word when it did not end well."""
        with tempfile.NamedTemporaryFile("w", suffix=".py", delete=False, encoding="utf-8",
                                         errors="surrogatepass") as f:
            f.write(text)
        try:
            got = subprocess.run(self.words(f.name), capture_output=True, timeout=self.timeout, env=self.env,
                                 cwd=suite.ROOT)
            status, out, err = got.returncode, got.stdout, got.stderr
            if status < 0:
                status = "killed by " + signal.Signals(-status).name
        except subprocess.TimeoutExpired as e:
            status, out, err = "timeout", e.stdout or b"", e.stderr or b""
        finally:
            os.unlink(f.name)
        return status, *(ADDRESS.sub("0x-",
                                     t.decode("utf-8", "surrogatepass" if t is out else "replace")) for t in (out,
                                             err))

    def run(self, programs):
        """The outcome of each program, in order."""
        if self.single:
            return [self.run_single(p) for p in programs]
        outcomes = []
        while len(outcomes) < len(programs):
            rest = programs[len(outcomes):]
            status, out, err = self.execute("PROGRAMS = %r\n%s" % (rest, DRIVER))
            parts = re.split(r"^\x01\d+\n", out, flags=re.M)[1:]
            if status == 0 and out.rstrip("\n").endswith("\x03"):
                parts[-1] = parts[-1].rstrip("\n")[:-1]
                outcomes += parts
                continue
            last = [line for line in err.splitlines() if line.strip()][-1:] or ["?"]
            why = status if isinstance(status, str) else "status %s: %s" % (status, last[0])
            if parts:
                parts[-1] += "\x02 %s" % why
                outcomes += parts
            elif len(rest) == 1:
                outcomes.append("\x02 %s" % why)
            else:    # what was printed is lost: one by one, to know which it was
                return outcomes + [o for p in rest for o in self.run([p])]
        return outcomes

    def works(self):
        """Whether the driver runs at all; ends the program if not."""
        got = self.run(["print('yes')"])
        if got != ["yes\n"]:
            sys.exit("fuzz: the driver does not run in %s: %s" % (" ".join(self.command), got[0]))

    def run_single(self, program):
        """The outcome of a program in a process of its own; no traceback lines."""
        status, out, err = self.execute(program)
        if status == 0:
            return out
        return out + "\x02 " + (status if isinstance(status, str) else (err.strip().splitlines() or ["?"])[-1])


class Pair:
    """CPython (under other hash seeds too, to know what depends on them) and Natrix."""

    def __init__(self, oracle, natrix, single=False):
        self.oracle, self.natrix = Side(oracle, 8, "0", single), Side(natrix, 8, "0", single)
        self.others = [Side(oracle, 8, seed, single) for seed in ("5", "77")]
        if not single:
            self.natrix.works()

    def differing(self, programs):
        """For each program None, or (expected, got) when the two sides disagree."""
        expected, got = self.oracle.run(programs), self.natrix.run(programs)
        odd = [i for i, (e, g) in enumerate(zip(expected, got)) if e != g and "timeout" not in e[-20:]]
        again = [side.run([programs[i] for i in odd]) if odd else [] for side in self.others]
        found = [None] * len(programs)
        for i, *others in zip(odd, *again):
            if all(other == expected[i] for other in others):
                found[i] = (expected[i], got[i])
        return found, expected


def first_difference(expected, got):
    """The first line in which two outcomes differ, as a pair."""
    a, b = expected.split("\n"), got.split("\n")
    for x, y in zip(a, b):
        if x != y:
            return x, y
    n = min(len(a), len(b))
    return (a[n] if len(a) > n else "(end)"), (b[n] if len(b) > n else "(end)")


def signature(expected, got):
    """What kind of difference it is: the first differing lines without what varies from case to case."""
    def plain(text):
        text = re.split(r" (?:->|!!) ", text)[-1]
        text = re.sub(r"[\w.]+\(\)", "_()", text)
        text = re.sub(r"'[^']*'|\"[^\"]*\"", "'_'", text)
        return re.sub(r"\[[^]]*\]|[-+]?\d[\d.e+-]*|\b[a-z]\w*\d+\b", "_", text)[:70]
    return " / ".join(plain(t) for t in first_difference(expected, got))
