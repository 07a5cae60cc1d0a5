"""Limits of patterns, and their error, for programs that look inside re."""

from re import PatternError

MAXREPEAT = 4294967295
MAXGROUPS = 1073741823
MAXWIDTH = 1 << 64
error = PatternError
