"""test.support.threading_helper: tests with threads, which a guest has not."""

import unittest

from . import THREAD


def requires_working_threading(*, module=False):
    """Of a test that starts threads."""
    if module:
        raise unittest.SkipTest(THREAD)
    return unittest.skip(THREAD)


def reap_threads(test):
    """Of a test that waits for its threads in the end."""
    return test


def start_threads(threads, unlock=None):
    """A context in which threads run."""
    raise unittest.SkipTest(THREAD)


wait_threads_exit = join_thread = run_concurrently = start_threads
can_start_thread = False
