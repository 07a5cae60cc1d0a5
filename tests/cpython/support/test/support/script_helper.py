"""test.support.script_helper: programs in processes of their own, which a guest cannot start."""

import unittest

from . import PROCESS


def _needs_process(*args, **kwargs):
    raise unittest.SkipTest(PROCESS)


assert_python_ok = assert_python_failure = run_python_until_end = spawn_python = _needs_process
kill_python = run_test_script = make_zip_script = make_zip_pkg = make_pkg = _needs_process


def interpreter_requires_environment():
    """Whether the interpreter needs environment variables."""
    return False


def make_script(script_dir, script_basename, source, omit_suffix=False):
    """Write a program into a folder; its path."""
    path = f"{script_dir}/{script_basename}" + ("" if omit_suffix else ".py")
    with open(path, "w", encoding="utf-8") as file:
        file.write(source)
    return path
