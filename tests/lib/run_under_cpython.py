#!/usr/bin/env python3.14
"""Runs the library modules of src/lib/py under a stock CPython 3.14, in place of its own.

    run_under_cpython.py [options] [module ...]      without a module: every module that has tests
      -b            behaviour tests only   (tests/py/lib/<module>/*.py, expected output beside them)
      -c            CPython's own tests only (test_<module>; $CPYTHON_TESTS: their folders, with ':')
      -r            record: write the .out files from the stock interpreter
      -t PATTERN    only tests whose name contains PATTERN
      -v            show the tracebacks of CPython's tests that fail
      -a            take every module of src/lib/py at once, not only the one that is tested

A module is tested in a process of its own.  A finder at the front of sys.meta_path answers for the
modules that are ours, and what the interpreter has imported at its start is forgotten first, so the
test imports our file.  known_failures.txt beside this file names CPython's tests that cannot pass
and why: they test that implementation, not the language.  With a "!" before it a test is not run.
"""

import os
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
LIB = os.path.join(ROOT, "src", "lib", "py")
CASES = os.path.join(ROOT, "tests", "py", "lib")
PYTHON = shutil.which("python3.14") or sys.executable  # a wrapper script may stand before it

# Modules whose pieces must be replaced together, and where CPython's tests of a module are found.
PARTS = {
    "collections": ["collections", "_collections_abc"],
    "collections.abc": ["_collections_abc", "collections"],
    "json": ["json"],
    "os.path": ["posixpath", "genericpath"],
    "weakref": ["weakref", "_weakrefset"],
    "warnings": ["warnings", "_py_warnings"],
    "_typing": ["typing", "_typing"],
    "annotationlib": ["annotationlib", "typing"],
    "csv": ["csv", "_csv"],
    "string": ["string"],
    "html.parser": ["html"],
}
TESTS = {
    "html.parser": ["test_htmlparser"],
    "abc": ["test_abc"],
    "collections": ["test_collections", "test_deque", "test_defaultdict", "test_ordered_dict",
                    "test_userdict", "test_userlist", "test_userstring"],
    "contextlib": ["test_contextlib", "test_contextlib_async"],
    "enum": ["test_enum"],
    "inspect": ["test_inspect.test_inspect"],
    "io": ["test_memoryio"],
    "json": ["test_json.test_" + part for part in
             "decode default dump encode_basestring_ascii enum fail float indent pass1 pass2 pass3 "
             "pickleable recursion scanstring separators speedups unicode".split()],
    "numbers": ["test_abstract_numbers"],
    "os.path": ["test_posixpath", "test_genericpath"],
    "string": ["test_string.test_string"],
    "weakref": ["test_weakref", "test_weakset"],
    "warnings": ["test_warnings"],
    "_typing": [],  # `class C[T]` makes the interpreter's own objects, which would not fit
    "typing": ["test_typing", "test_genericalias"],
}


def ours():
    """Top-level names that src/lib/py supplies."""
    names = set()
    for entry in os.listdir(LIB):
        if entry.endswith(".py"):
            names.add(entry[:-3])
        elif os.path.isfile(os.path.join(LIB, entry, "__init__.py")):
            names.add(entry)
    return names


def replaced(module, everything):
    """The set of top-level names to take from src/lib/py when `module` is under test."""
    mine = ours() - {"asyncio"}  # half of which is in C
    if everything:
        # Without the type variables, as the interpreter makes its own for `class C[T]`, and
        # without os, which knows no files here.
        return mine if module == "_typing" else mine - {"_typing", "os"}
    chosen = set(PARTS.get(module, [module.partition(".")[0]]))
    for name in mine:  # parts of our own making, which CPython does not have
        if name.startswith("_") and name not in sys.stdlib_module_names:
            chosen.add(name)
    return chosen & mine


def install(names):
    """Makes `names` import from src/lib/py, and forgets what was imported under them so far."""
    import importlib.machinery as machinery

    class Finder:
        @staticmethod
        def find_spec(name, path=None, target=None):
            if name.partition(".")[0] not in names:
                return None
            folder = LIB if path is None else list(path)[0]
            return machinery.PathFinder.find_spec(name, [folder])

        @staticmethod
        def invalidate_caches():
            pass

    sys.dont_write_bytecode = True
    if "codecs" in names:
        # The interpreter's own encodings are made of its own codecs.
        for name in "utf-16-le utf-16-be utf-32-le utf-32-be utf-8-sig".split():
            "".encode(name)
    sys.meta_path.insert(0, Finder)
    # The order keeps modules that others inherit from whole: parents before what is in them.
    for name in list(sys.modules):
        if name.partition(".")[0] in names:
            del sys.modules[name]
    if "posixpath" in names:
        sys.modules.pop("os.path", None)
        import os as live
        import posixpath
        sys.modules["os.path"] = live.path = posixpath


def child_case(module, everything, path):
    install(replaced(module, everything))
    with open(path, encoding="utf-8") as file:
        source = file.read()
    import types
    main = types.ModuleType("__main__")
    main.__file__ = os.path.basename(path)
    sys.modules["__main__"] = main
    sys.argv = [os.path.basename(path)]
    exec(compile(source, os.path.basename(path), "exec"), main.__dict__)


def child_cpython(module, everything, name, pattern, verbose):
    import test
    import test.support
    for folder in reversed(os.environ.get("CPYTHON_TESTS", "").split(":")):
        if folder:
            test.__path__.insert(0, folder)
    sys.executable = PYTHON
    import unittest
    if module not in ("unittest",):
        import unittest.mock, unittest.async_case, doctest, asyncio, threading  # noqa: stay stock
    install(replaced(module, everything))
    import importlib
    if module == "warnings":  # what assertWarns() looks at must be what is tested
        unittest.case.warnings = test.support.warnings = importlib.import_module(module)
    if module == "annotationlib":
        test.support.annotationlib = importlib.import_module(module)
    if module == "asyncio":  # and its loop must be the one of IsolatedAsyncioTestCase
        unittest.async_case.asyncio = importlib.import_module(module)
        adapt_asyncio(unittest.async_case.asyncio)
    loaded = importlib.import_module("test." + name)
    suite = unittest.defaultTestLoader.loadTestsFromModule(loaded)
    known = known_failures()

    def flatten(group):
        for item in group:
            if isinstance(item, unittest.TestSuite):
                yield from flatten(item)
            else:
                yield item

    chosen = unittest.TestSuite(case for case in flatten(suite) if pattern in case.id()
                                and "!" + case.id().removeprefix("test.") not in known)
    class Result(unittest.TestResult):
        # A test that hangs is ended, wherever it is.
        def startTest(self, test):
            super().startTest(test)
            signal.alarm(20)

        def stopTest(self, test):
            signal.alarm(0)
            super().stopTest(test)

    def ended(signum, frame):
        raise TimeoutError("this test takes too long")

    import signal
    signal.signal(signal.SIGALRM, ended)
    result = Result()
    result.buffer = True
    chosen.run(result)
    bad = {}
    for case, text in result.failures + result.errors:
        label = str(getattr(case, "test_case", case).id())
        if label.startswith("test."):
            label = label[5:]
        bad.setdefault(label, []).append(text)
    fresh = {label: texts for label, texts in bad.items() if label not in known}
    out = sys.__stdout__
    for label, texts in sorted(fresh.items()):
        last = texts[0].strip().split("\nStdout:")[0].strip().splitlines()[-1]
        print("  FAIL", label, "--", last[:150], file=out)
        if verbose:
            for text in texts[:2]:
                print("\n".join("      " + line for line in text.splitlines()[:60]), file=out)
    print("  %s %s: %d run, %d passed, %d failed (%d known), %d skipped" % (
        module, name, result.testsRun, result.testsRun - len(bad) - len(result.skipped),
        len(bad), len(bad) - len(fresh), len(result.skipped)), file=out)
    out.flush()
    os._exit(1 if fresh else 0)


def adapt_asyncio(asyncio):
    # CPython's test loops have a selector, which does not wait; and look for a policy in a module
    # of the platform.
    events, base_events = asyncio.events, asyncio.base_events
    asyncio.unix_events = events
    wait = base_events._wait_hook

    def hook(seconds):
        return () if hasattr(events._get_running_loop(), "_selector") else wait(seconds)

    base_events._wait_hook = hook
    base_events.BaseEventLoop._default_executor = None
    from asyncio.log import logger
    base_events.logger = logger
    tasks = asyncio.tasks
    for name in ("current_task", "all_tasks", "_register_task", "_unregister_task",
                 "_enter_task", "_leave_task", "_swap_current_task", "_register_eager_task",
                 "_unregister_eager_task"):
        setattr(tasks, "_py_" + name.lstrip("_"), getattr(tasks, name))
    import _thread  # there are no interrupts to be handled
    _thread.interrupt_main = lambda signum=None: None


def known_failures():
    known = set()
    try:
        with open(os.path.join(HERE, "known_failures.txt"), encoding="utf-8") as file:
            for line in file:
                line = line.partition("#")[0].strip()
                if line:
                    known.add(line)
    except FileNotFoundError:
        pass
    return known


def run_child(arguments, limit=240):
    env = dict(os.environ, PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1")
    try:
        return subprocess.run([PYTHON, "-S", "-W", "ignore", os.path.abspath(__file__)] + arguments,
                              capture_output=True, timeout=limit, env=env, cwd=HERE)
    except subprocess.TimeoutExpired as error:
        return subprocess.CompletedProcess(error.cmd, 124, error.stdout or b"",
                                           (error.stderr or b"") + b"\ntimed out")


def behaviour(module, options):
    folder = os.path.join(CASES, module.lstrip("_") if module == "_typing" else module)
    passed = failed = 0
    if not os.path.isdir(folder):
        return 0, 0
    for entry in sorted(os.listdir(folder)):
        if not entry.endswith(".py") or options["t"] not in entry:
            continue
        if module == "_typing" and entry.startswith("pep695"):
            continue
        path = os.path.join(folder, entry)
        expected_path = path[:-3] + ".out"
        if options["r"]:
            done = run_child(["--stock", module, path])
            if done.returncode:
                print("  STOCK FAILS", path, done.stderr.decode()[-1500:])
                failed += 1
                continue
            with open(expected_path, "wb") as file:
                file.write(done.stdout)
        done = run_child(["--case", module, "1" if options["a"] else "", path], 60)
        with open(expected_path, "rb") as file:
            expected = file.read()
        if done.returncode == 0 and done.stdout == expected:
            passed += 1
            continue
        failed += 1
        print("  FAIL", module + "/" + entry)
        import difflib
        for line in list(difflib.unified_diff(expected.decode().splitlines(),
                                              done.stdout.decode().splitlines(),
                                              "expected", "got", lineterm="", n=0))[:20]:
            print("     ", line)
        if done.stderr:
            print("      stderr:", done.stderr.decode()[-1200:])
    print("  %s behaviour: %d passed, %d failed" % (module, passed, failed))
    return passed, failed


def main(argv):
    if argv[:1] == ["--case"]:
        return child_case(argv[1], bool(argv[2]), argv[3])
    if argv[:1] == ["--stock"]:
        return child_case("no module", False, argv[2])
    if argv[:1] == ["--cpython"]:
        return child_cpython(argv[1], bool(argv[2]), argv[3], argv[4], bool(argv[5]))
    options = {"b": False, "c": False, "r": False, "v": False, "a": False, "t": ""}
    modules = []
    words = iter(argv)
    for word in words:
        if word == "-t":
            options["t"] = next(words)
        elif word.startswith("-"):
            options[word[1:]] = True
        else:
            modules.append(word)
    if not modules:
        modules = sorted(os.listdir(CASES))
    failures = 0
    for module in modules:
        print(module)
        start = time.time()
        if not options["c"]:
            failures += behaviour(module, options)[1]
        if not options["b"] and os.environ.get("CPYTHON_TESTS"):
            for name in TESTS.get(module, ["test_" + module.replace(".", "_")]):
                done = run_child(["--cpython", module, "1" if options["a"] else "", name,
                                  options["t"], "1" if options["v"] else ""])
                text = done.stdout.decode(errors="replace")
                sys.stdout.write(text)
                if done.returncode:
                    failures += 1
                if " run, " not in text:
                    text = done.stderr.decode(errors="replace")[-900:]
                    print("  CRASH", name, done.returncode, text)
        print("  %.1f s" % (time.time() - start))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
