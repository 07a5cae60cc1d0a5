"""The CPython side of the differential fuzzer: the protocol of tests/fuzz/driver.c, spoken by a CPython that lives long.

Every program runs in a fresh module `__main__`; what it prints is encoded as standard output would be.
"""
import contextvars
import io
import os
import resource
import signal
import sys
import traceback
import types
import warnings

SECONDS = 0.5
MEMORY = 3 << 30
RECURSION = 1000


class TooSlow(BaseException):
    pass


def stop(signum, frame):
    raise TooSlow


def lines(error, seen):
    """Lines of the program in the order in which its traceback would show them."""
    if error is None or id(error) in seen:
        return []
    seen.add(id(error))
    first = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    own = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == "<fuzz>"]
    if isinstance(error, SyntaxError) and error.filename == "<fuzz>":
        own.append(error.lineno)
    inner = [n for e in getattr(error, "exceptions", ()) for n in lines(e, seen)]
    return lines(first, seen) + own + inner


def text_of(error):
    try:
        traceback.format_exception(error)    # asks every exception of the chain for its text, as the other side
        return str(error)
    except BaseException:
        return "<exception str() failed>"


def run_one(source):
    module = types.ModuleType("__main__")
    module.__builtins__ = __builtins__
    sys.modules["__main__"] = module
    raw, real = io.BytesIO(), sys.stdout
    sys.stdout = out = io.TextIOWrapper(raw, "utf-8", write_through=True)
    end = b""
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        code = compile(source, "<fuzz>", "exec", dont_inherit=True)
        contextvars.Context().run(exec, code, module.__dict__)
    except TooSlow:
        end = b"\2 limit time"
    except BaseException as e:
        signal.setitimer(signal.ITIMER_REAL, 0)
        where = "".join("%d " % n for n in lines(e, set()))
        end = ("\2 %s %s [%s]" % (type(e).__name__, text_of(e), where)).encode("utf-8", "surrogatepass")
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        sys.stdout = real
        sys.setrecursionlimit(RECURSION)
    printed = raw.getvalue()
    out.close()
    return printed + end


def main():
    warnings.simplefilter("ignore")
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGALRM, stop)
    source, answer = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    sys.stdin = io.StringIO()
    main_module = sys.modules["__main__"]
    while line := source.readline():
        outcome = run_one(source.read(int(line)))
        sys.modules["__main__"] = main_module
        answer.write(b"%d\n" % len(outcome) + outcome)
        answer.flush()


main()
