"""What the generators of small programs share: a seeded source of choices, lines with indentation, lines that are shown.

A program made here is a list of `show(text, function)` lines, each of which prints what an expression gave or raised,
so that one difference does not hide the next.
"""
import random

SHOW = '''\
def show(text, f):
    try:
        r = f()
        known = not isinstance(r, (set, frozenset)) or all(isinstance(x, (int, float)) for x in r)
        print(text, '->', type(r).__name__, repr(r if known else sorted(map(repr, r))).replace('\\n', ' '))
    except BaseException as e:
        print(text, '!!', type(e).__name__, str(e).replace('\\n', ' '))
'''


def compiles(line):
    try:
        compile(line, "fuzz", "exec")
    except (SyntaxError, ValueError, OverflowError):
        return False
    return True


class Maker:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.lines, self.depth, self.fresh = [], 0, 0

    def pick(self, seq):
        return seq[int(self.rng.random() * len(seq))]

    def some(self, seq, least, most):
        return [self.pick(seq) for _ in range(self.rng.randrange(least, most + 1))]

    def chance(self, p):
        return self.rng.random() < p

    def name(self, stem="v"):
        self.fresh += 1
        return "%s%d" % (stem, self.fresh)

    def emit(self, text):
        self.lines.append("    " * self.depth + text)

    def show(self, text):
        line = "show(%r, lambda: %s)" % (text, text)
        if compiles(line):
            self.emit(line)

    def text(self, prelude=""):
        return SHOW + prelude + "\n".join(self.lines) + "\n"
