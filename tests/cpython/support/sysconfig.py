"""Stands for sysconfig in CPython's tests: what a build of CPython may be asked for."""

_VARS = {"PY_CFLAGS": "-DNDEBUG", "Py_GIL_DISABLED": 0, "Py_DEBUG": 0, "TEST_MODULES": "no"}


def get_config_vars(*names):
    """All settings, or those with the given names."""
    return [_VARS.get(name) for name in names] if names else dict(_VARS)


def get_config_var(name):
    """One setting, or None."""
    return _VARS.get(name)
