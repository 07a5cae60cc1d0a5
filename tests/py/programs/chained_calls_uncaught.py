# An error in the last of calls that stand on several lines.
class Q:
    def filter(self, **k): return self
    def order(self, *a): return self
    def first(self): return None
Q().filter(
    a=1,
).order(
    "x"
).first().name
