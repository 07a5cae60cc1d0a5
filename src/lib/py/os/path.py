"""Common operations on paths as text: os.path is posixpath."""

from posixpath import *
from posixpath import __all__, _get_sep, genericpath

__name__ = "posixpath"
