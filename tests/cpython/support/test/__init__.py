"""CPython's package of tests, with our own test.support: what the mounted folders have comes second."""

import os

CPYTHON = [folder for folder in ("/cpython/0", "/cpython/1") if os.path.isdir(folder)]
__path__ = [*__path__, *CPYTHON]
