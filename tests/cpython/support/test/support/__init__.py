"""What CPython's tests import from test.support, for tests that run in a guest of Natrix.

Tests are not told that this is another implementation: those marked as CPython's own run too, and
tests/cpython/skipped.txt names the ones that look at its inside. What needs a process, a thread or
more memory than the limit is skipped here, with that as the reason. Helpers that are plain Python
(test.support.numbers, testcase) come from CPython's folder.
"""

import contextlib
import functools
import gc
import io
import re
import sys
import time
import types
import unittest
import warnings

from test import CPYTHON

__path__ = [*__path__, *(folder + "/support" for folder in CPYTHON)]

DETAIL = "CPython implementation detail: "
PROCESS = "needs a process"
THREAD = "needs a real thread"
MEMORY = "needs memory above the limit"

verbose = False
use_resources = None
max_memuse = 0
LOOPBACK_TIMEOUT = SHORT_TIMEOUT = INTERNET_TIMEOUT = LONG_TIMEOUT = 30.0
MAX_Py_ssize_t = sys.maxsize
_1M, _1G, _2G, _4G = 1 << 20, 1 << 30, 1 << 31, 1 << 32
NHASHBITS = sys.hash_info.width
MS_WINDOWS = is_jython = is_android = is_emscripten = is_wasi = False
is_apple = is_apple_mobile = has_fork_support = has_subprocess_support = False
has_socket_support = Py_GIL_DISABLED = Py_DEBUG = Py_TRACE_REFS = False
HAVE_PY_DOCSTRINGS = True
MISSING_C_DOCSTRINGS = False
HAVE_DOCSTRINGS = True
TEST_HOME_DIR = "/cpython/0"


class Error(Exception):
    """The base of what these helpers raise."""


class TestFailed(Error):
    """A test failed."""


class ResourceDenied(unittest.SkipTest):
    """A test needs what was not allowed."""


def _keep(test):
    return test


def _keep_all(*args, **kwargs):
    return _keep


# Marks. Most say what an implementation or a machine must have, and it has it.

cpython_only = no_tracing = requires_IEEE_754 = requires_docstrings = reap_threads = _keep
force_not_colorized = force_not_colorized_test_class = requires_specialization = _keep
requires_resource = skip_emscripten_stack_overflow = skip_wasi_stack_overflow = _keep_all
skip_if_huge_c_stack = run_with_limited_c_stack = skip_if_sanitizer = _keep_all
skip_if_buildbot = requires_gil_enabled = skip_android_selinux = requires_debug_ranges = _keep_all
no_rerun = _keep_all
skip_on_s390x = skip_if_unlimited_stack_size = _keep


def thread_unsafe(reason):
    """Of a test that must not run in two threads at once: none does."""
    return _keep(reason) if callable(reason) else _keep


def refcount_test(test):
    """Of a test of reference counts."""
    return unittest.skip(DETAIL + "reference counts")(test)


def nomemtest(test):
    """Of a test in which CPython's allocator is made to fail."""
    return unittest.skip(DETAIL + "its C API makes its allocator fail")(test)


def requires_limited_api(test):
    """Of a test of the C API."""
    return unittest.skip(DETAIL + "C API")(test)


def requires_subprocess():
    """Of a test that starts processes."""
    return unittest.skip(PROCESS)


def requires_working_socket(*, module=False):
    """Of a test with an event loop, which CPython's makes with sockets."""
    return None if module else _keep


def bigaddrspacetest(test):
    """Of a test that fills the address space."""
    return unittest.skip(MEMORY)(test)


def bigmemtest(size, memuse, dry_run=True):
    """Of a test with a size: run it with a small one, or not at all if only a large one will do."""
    def mark(test):
        if not dry_run:
            return unittest.skip(MEMORY)(test)

        @functools.wraps(test)
        def small(self):
            return test(self, 5147)
        small.size, small.memuse = size, memuse
        return small
    return mark


def subTests(names, values, /):
    """Of a test of several values: each is a subtest, and goes to the parameters of these names."""
    names = names.replace(",", " ").split() if isinstance(names, str) else names

    def mark(test):
        @functools.wraps(test)
        def each(self, /, *args, **kwargs):
            for value in values:
                parameters = dict(zip(names, (value,) if len(names) == 1 else value, strict=True))
                with self.subTest(**parameters):
                    test(self, *args, **kwargs, **parameters)
        return each
    return mark


def impl_detail(msg=None, **guards):
    """Of a test of some implementations only; CPython's are run."""
    return _keep if check_impl_detail(**guards) else unittest.skip(msg or DETAIL + "another one's")


def check_impl_detail(**guards):
    """Whether what holds of the named implementations should be tested: what CPython does, and also
    what others may need for it, such as a collection.
    """
    return not guards or "cpython" in guards or not next(iter(guards.values()))


def has_no_debug_ranges():
    """Whether tracebacks have no marks."""
    return False


def check_sanitizer(**kinds):
    """Whether the interpreter was built with a sanitizer, as far as a test may know."""
    return False


def requires(resource, msg=None):
    """Raises when a resource is not allowed; all are."""


def is_resource_enabled(resource):
    """Whether tests may use a resource."""
    return True


def run_with_locale(catstr, *locales):
    """Of a test that runs in one of the locales; there is the one named C."""
    return unittest.skip(PROCESS) if "" not in locales and "C" not in locales else _keep


# Code that is compiled and run.

def run_code(code, extra_names=None):
    """The names that a program gives, which begins with some of its own."""
    import textwrap
    names = dict(extra_names or ())
    exec(textwrap.dedent(code), names)
    return names


def check_syntax_error(testcase, statement, errtext="", *, lineno=None, offset=None):
    """The statement does not compile, with such a text and such a place."""
    with testcase.assertRaisesRegex(SyntaxError, errtext) as raised:
        compile(statement, "<test string>", "exec")
    error = raised.exception
    testcase.assertIsNotNone(error.lineno)
    if lineno is not None:
        testcase.assertEqual(error.lineno, lineno)
    testcase.assertIsNotNone(error.offset)
    if offset is not None:
        testcase.assertEqual(error.offset, offset)


def run_no_yield_async_fn(async_fn, /, *args, **kwargs):
    """The result of a coroutine that never waits."""
    coroutine = async_fn(*args, **kwargs)
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value
    else:
        raise AssertionError("coroutine did not complete")
    finally:
        coroutine.close()


@types.coroutine
def async_yield(value):
    """Let a coroutine wait once."""
    return (yield value)


def run_yielding_async_fn(async_fn, /, *args, **kwargs):
    """The result of a coroutine; whatever it waits for gives None."""
    coroutine = async_fn(*args, **kwargs)
    try:
        while True:
            try:
                coroutine.send(None)
            except StopIteration as stop:
                return stop.value
    finally:
        coroutine.close()


# Streams, attributes and settings that are other ones for a while.

@contextlib.contextmanager
def captured_output(stream_name):
    """sys.<stream_name> is a StringIO, which is given."""
    kept = getattr(sys, stream_name)
    setattr(sys, stream_name, io.StringIO())
    try:
        yield getattr(sys, stream_name)
    finally:
        setattr(sys, stream_name, kept)


def captured_stdout():
    """Standard output as a StringIO."""
    return captured_output("stdout")


def captured_stderr():
    """Standard error as a StringIO."""
    return captured_output("stderr")


def captured_stdin():
    """Standard input as a StringIO."""
    return captured_output("stdin")


@contextlib.contextmanager
def swap_attr(obj, attr, new_val):
    """The attribute has another value, or one at all; what it had is given."""
    missing = object()
    kept = getattr(obj, attr, missing)
    setattr(obj, attr, new_val)
    try:
        yield None if kept is missing else kept
    finally:
        if kept is not missing:
            setattr(obj, attr, kept)
        elif hasattr(obj, attr):
            delattr(obj, attr)


@contextlib.contextmanager
def swap_item(obj, item, new_val):
    """The same of an item."""
    missing = object()
    kept = obj[item] if item in obj else missing
    obj[item] = new_val
    try:
        yield None if kept is missing else kept
    finally:
        if kept is not missing:
            obj[item] = kept
        elif item in obj:
            del obj[item]


def patch(test_instance, object_to_patch, attr_name, new_value):
    """Give an attribute another value until the test is over."""
    getattr(object_to_patch, attr_name)
    test_instance.enterContext(swap_attr(object_to_patch, attr_name, new_value))


@contextlib.contextmanager
def adjust_int_max_str_digits(max_digits):
    """Another limit for the digits of ints as text."""
    kept = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(max_digits)
    try:
        yield
    finally:
        sys.set_int_max_str_digits(kept)


def get_recursion_depth():
    """How many calls deep the caller is."""
    depth, frame = 0, sys._getframe(1)
    while frame is not None:
        depth, frame = depth + 1, frame.f_back
    return max(depth, 1)


def get_recursion_available():
    """How many calls the recursion limit leaves."""
    return sys.getrecursionlimit() - get_recursion_depth() + 1


@contextlib.contextmanager
def set_recursion_limit(limit):
    """Another recursion limit."""
    kept = sys.getrecursionlimit()
    sys.setrecursionlimit(limit)
    try:
        yield
    finally:
        sys.setrecursionlimit(kept)


def infinite_recursion(max_depth=20_000):
    """Room for so many more calls."""
    return set_recursion_limit(get_recursion_depth() + max_depth)


def exceeds_recursion_limit():
    """A depth that no recursion reaches."""
    return 150_000


@contextlib.contextmanager
def disable_gc():
    """No collection but when it is asked for."""
    kept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if kept:
            gc.enable()


@contextlib.contextmanager
def gc_threshold(*args):
    """Other thresholds for collections."""
    kept = gc.get_threshold()
    gc.set_threshold(*args)
    try:
        yield
    finally:
        gc.set_threshold(*kept)


def gc_collect():
    """Collect all garbage, also what finalizers let go."""
    for _ in range(3):
        gc.collect()


def setswitchinterval(interval):
    """How often threads take turns."""
    sys.setswitchinterval(interval)


class SuppressCrashReport:
    """A context in which a crash is not reported."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        return None


class catch_unraisable_exception:
    """A context in which what sys.unraisablehook would be told is kept as .unraisable."""

    def __enter__(self):
        self.unraisable = None
        self._kept, sys.unraisablehook = sys.unraisablehook, self._hook
        return self

    def _hook(self, unraisable):
        self.unraisable = unraisable

    def __exit__(self, *exc_info):
        sys.unraisablehook = self._kept
        del self.unraisable


class Stopwatch:
    """A context whose .seconds tells how long it took; collections are off in it."""

    def __enter__(self):
        self._quiet = disable_gc()
        self._quiet.__enter__()
        self.clock_info = time.get_clock_info("perf_counter")
        self._start = time.perf_counter()
        return self

    def __exit__(self, *exc_info):
        self.seconds = time.perf_counter() - self._start
        return self._quiet.__exit__(*exc_info)


# Objects and questions about objects.

class _Always:
    def __hash__(self):
        return 1


@functools.total_ordering
class _Largest:
    def __eq__(self, other):
        return isinstance(other, _Largest)

    def __lt__(self, other):
        return False


@functools.total_ordering
class _Smallest:
    def __eq__(self, other):
        return isinstance(other, _Smallest)

    def __gt__(self, other):
        return False


class _EqualToAll(_Always):
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    __hash__ = _Always.__hash__


class _EqualToNone(_Always):
    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    __hash__ = _Always.__hash__


ALWAYS_EQ, NEVER_EQ = _EqualToAll(), _EqualToNone()
LARGEST, SMALLEST = _Largest(), _Smallest()


class BrokenIter:
    """An iterator that fails when it is made, asked for itself, or asked for an item."""

    def __init__(self, init_raises=False, next_raises=False, iter_raises=False):
        self.next_raises, self.iter_raises = next_raises, iter_raises
        _divide_by_zero_if(init_raises)

    def __next__(self):
        _divide_by_zero_if(self.next_raises)

    def __iter__(self):
        _divide_by_zero_if(self.iter_raises)
        return self


def _divide_by_zero_if(broken):
    if broken:
        1 / 0


class EqualToForwardRef:
    """Equal to an annotationlib.ForwardRef of the same text and place."""

    def __init__(self, arg, *, module=None, owner=None, is_class=False):
        self.__forward_arg__, self.__forward_module__ = arg, module
        self.__owner__, self.__forward_is_class__ = owner, is_class

    def __eq__(self, other):
        import annotationlib
        if not isinstance(other, (EqualToForwardRef, annotationlib.ForwardRef)):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name)
                   for name in ("__forward_arg__", "__forward_module__", "__owner__",
                                "__forward_is_class__"))

    def __repr__(self):
        return f"EqualToForwardRef({self.__forward_arg__!r})"


def get_attribute(obj, name):
    """The attribute; the test is skipped if there is none."""
    try:
        return getattr(obj, name)
    except AttributeError:
        raise unittest.SkipTest(f"object {obj!r} has no attribute {name!r}") from None


def sortdict(dict):
    """The repr of a dict, its items sorted."""
    return "{%s}" % ", ".join("%r: %r" % item for item in sorted(dict.items()))


def calcobjsize(fmt):
    """How many bytes CPython's C struct has."""
    raise unittest.SkipTest(DETAIL + "sizes of C structs")


calcvobjsize = check_sizeof = calcobjsize


def check_free_after_iterating(test, iter, cls, args=()):
    """An iterator that has reached its end lets go of what it goes over."""
    finalized = []

    def go_over():
        class Watched(cls):
            def __del__(self):
                finalized.append(True)
                try:
                    next(items)
                except StopIteration:
                    pass

        items = iter(Watched(*args))
        test.assertRaises(StopIteration, next, items)

    go_over()
    gc_collect()
    test.assertTrue(finalized)


def check_disallow_instantiation(testcase, tp, *args, **kwds):
    """Calling the type raises."""
    name = tp.__name__ if tp.__module__ == "builtins" else f"{tp.__module__}.{tp.__name__}"
    with testcase.assertRaisesRegex(TypeError,
                                    f"cannot create '{re.escape(name)}' instances"):
        tp(*args, **kwds)


def check__all__(test_case, module, name_of_module=None, extra=(), not_exported=()):
    """module.__all__ has the names that a module defines itself."""
    owners = name_of_module or module.__name__
    owners = (owners,) if isinstance(owners, str) else owners
    expected = set(extra)
    for name in dir(module):
        value = getattr(module, name)
        if name.startswith("_") or name in not_exported or isinstance(value, types.ModuleType):
            continue
        if getattr(value, "__module__", owners[0]) in owners:
            expected.add(name)
    test_case.assertCountEqual(module.__all__, expected)


def collision_stats(nbins, nballs):
    """(mean, standard deviation) of the collisions when balls fall into bins at random."""
    # Of numbers that differ in their last digits only: fixed point, with 400 bits behind the point.
    one = 1 << 400
    empty = nbins * _fixed_power((nbins - 1) * one // nbins, nballs, one)
    both = nbins * (nbins - 1) * _fixed_power((nbins - 2) * one // nbins, nballs, one)
    mean = (nballs - nbins) * one + empty
    variance = both + empty - empty * empty // one
    return mean / one, (max(variance, 0) / one) ** 0.5


def _fixed_power(base, exponent, one):
    result = one
    while exponent:
        if exponent & 1:
            result = result * base // one
        base = base * base // one
        exponent >>= 1
    return result


def iter_builtin_types():
    """The classes among the builtin names."""
    import builtins
    for value in dict.fromkeys(v for v in vars(builtins).values() if isinstance(v, type)):
        if value.__module__ == "builtins" and value is not ExceptionGroup:
            yield value


def iter_slot_wrappers(cls):
    """(name, whether the class has it itself) of its special methods in C."""
    for name in dir(cls):
        if isinstance(getattr(cls, name, None), types.WrapperDescriptorType):
            yield name, name in vars(cls)


# What a guest does not have.

def run_in_subinterp(code):
    """Run code in another interpreter."""
    raise unittest.SkipTest(DETAIL + "subinterpreters")


def wait_process(pid, *, exitcode, timeout=None):
    """Wait for a process."""
    raise unittest.SkipTest(PROCESS)


def open_urlresource(url, *args, **kw):
    """Open what a network address names."""
    raise unittest.SkipTest("needs a file outside the sandbox")


def late_deletion(obj):
    """Keep an object until the very end of the process."""
    raise unittest.SkipTest(PROCESS)


def ignore_deprecations_from(module, *, like):
    """Show no deprecations of a module whose text begins so; for clear_ignored_deprecations."""
    warnings.filterwarnings("ignore", category=DeprecationWarning, module=module, message=like)
    return warnings.filters[0]


def clear_ignored_deprecations(*tokens):
    """Show them again."""
    warnings.filters[:] = [each for each in warnings.filters if each not in tokens]
