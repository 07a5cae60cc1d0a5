# Modules that the image keeps as packed source: made when they are imported, then like all others.
import sys
import importlib

print("argparse" in sys.modules, "unittest.case" in sys.modules)
import argparse
import unittest.case as case
from urllib import parse
import tomllib

print(sys.modules["unittest"].case is case, case.TestCase.__module__, unittest.__package__ if
      (unittest := sys.modules["unittest"]) else None)
print(argparse.__name__, argparse.__spec__.name, argparse.__spec__.parent == "", parse.__package__)
print(hasattr(unittest, "__path__"), hasattr(argparse, "__path__"))
print(tomllib.loads("a = [1, 2]\n[b]\nc = 'd'"), argparse is importlib.import_module("argparse"))

# Made anew, it is another module with classes of its own.
old = sys.modules.pop("argparse")
import argparse as again
print(again is old, again.ArgumentParser is old.ArgumentParser)
first = again.ArgumentParser
print(importlib.reload(again) is again, again.ArgumentParser is first)

try:
    import unittest.missing
except ImportError as exc:
    print(type(exc).__name__, exc, exc.name)
sys.modules["shlex"] = None
try:
    import shlex
except ImportError as exc:
    print(type(exc).__name__, exc)
try:
    argparse.Action("x", "y")("a", "b", "c")
except NotImplementedError as exc:
    print(exc)


class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name == "colorsys":
            raise ImportError("not that one", name=name)


sys.meta_path.insert(0, Blocker())
try:
    import colorsys
except ImportError as exc:
    print(exc, exc.name)
