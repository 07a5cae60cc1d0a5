# What ends with an exception ends as others do: its traceback comes first.
import atexit
import re
import sys


class Written:
    # Addresses differ from run to run.
    def __init__(self, to):
        self.to = to

    def write(self, text):
        self.to.write(re.sub("0x[0-9a-f]+", "0x", text))

    def flush(self):
        self.to.flush()


sys.stderr = Written(sys.stderr)


@atexit.register
def first():
    raise ValueError


@atexit.register
def second():
    print("second", file=sys.stderr)
    raise SystemExit(5)


class Own(Exception):
    """One with a note and a cause, which are not shown."""


@atexit.register
def third():
    try:
        1 / 0
    except ZeroDivisionError as e:
        error = Own("of its own")
        error.add_note("a note")
        raise error from e


{}["missing"]
