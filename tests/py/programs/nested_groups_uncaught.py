# A nested group with notes and a cause that nobody catches.
def v(errors):
    if errors: raise ExceptionGroup("validation failed", errors)
try:
    v([ValueError("a"), ExceptionGroup("sub", [TypeError("b"), OSError(2, "nf", "file.txt")])])
except ExceptionGroup as eg:
    eg.add_note("while loading")
    eg.exceptions[0].add_note("hint: fix a")
    raise eg from KeyError("origin")
