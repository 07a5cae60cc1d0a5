"""Asking for a password, on standard input."""

import os
import warnings

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    """What is typed is seen."""


def getpass(prompt="Password: ", stream=None, *, echo_char=None):
    """The next line of input."""
    warnings.warn("Can not control echo on the terminal.", GetPassWarning, stacklevel=2)
    return input(prompt)


def getuser():
    """The name of the user, from the environment."""
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if user := os.environ.get(name):
            return user
    raise OSError("No username set in the environment")
