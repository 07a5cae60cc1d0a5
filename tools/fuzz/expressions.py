"""Fills the templates of grammar.py: random expressions of a wanted type, from a seeded generator."""
import collections
import re

import grammar

HOLE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}")
RULES = {t: [line.strip() for line in text.strip().splitlines()] for t, text in grammar.TEMPLATES.items()}
WRONG_TYPE = 0.015    # how often a hole is filled with something of another type
EASY = ("int", "str", "bool", "ints", "strs", "dict", "pair", "float")


class Expressions:
    """Makes expressions; knows the variables in scope by type. `calls` is the hook of the program generator."""

    def __init__(self, rng):
        self.rng = rng
        self.scopes = [{}]
        self.fresh = 0
        self.hits = collections.Counter()
        self.calls = None

    def name(self, stem="v"):
        self.fresh += 1
        return "%s%d" % (stem, self.fresh)

    def bind(self, name, kind):
        self.scopes[-1][name] = kind

    def variables(self, kind):
        return [n for scope in self.scopes for n, k in scope.items() if k == kind]

    def pick(self, seq):
        return seq[int(self.rng.random() * len(seq))]

    def chance(self, p):
        return self.rng.random() < p

    def literal(self, kind):
        return self.pick(grammar.LITERALS[kind])

    def leaf(self, kind):
        names = self.variables(kind)
        if names and self.chance(0.7):
            return self.pick(names)
        text = self.literal(kind)
        # a literal is made an atom, so that `-1 ** 2` or `2**31.x` cannot come about
        return "(%s)" % text if re.search(r"[-+*]|^\d", text) and kind in ("int", "float", "complex") else text

    def expr(self, kind, depth=3):
        """An expression of the kind, at most `depth` templates deep."""
        if self.chance(WRONG_TYPE):
            kind = self.pick(grammar.TYPES)
        if depth <= 0 or self.chance(0.15):
            return self.leaf(kind) if kind != "any" else self.leaf(self.pick(grammar.TYPES))
        if self.calls and self.chance(0.12):
            made = self.calls(kind, depth)
            if made:
                return made
        rule = self.pick(RULES[kind])
        self.hits[kind, rule] += 1
        return self.fill(rule, depth - 1)

    def fill(self, rule, depth):
        for mark in ("$v", "$w"):
            if mark in rule:
                rule = rule.replace(mark, self.name())
        return HOLE.sub(lambda m: self.hole(m, depth), rule)

    def hole(self, m, depth):
        what = m.group(1)
        if what is None:
            return m.group(0)[0] if m.group(0) in ("{{", "}}") else m.group(0)
        if what.startswith("op:"):
            return self.pick(what[3:].split()).replace("~", " ")
        if what.startswith("spec:"):
            return repr(self.pick(grammar.SPECS[what[5:]]))
        if what.startswith("rawspec:"):
            return self.pick(grammar.SPECS[what[8:]])
        if what == "small":
            return str(self.rng.randrange(0, 7))
        if what == "index":
            return str(self.rng.randrange(-4, 6))
        kind, *extra = what.split("+")
        if not extra:
            return self.safe(self.expr(kind, depth))
        self.scopes.append(dict(e.split(":") for e in extra))
        text = self.expr(kind, depth)
        self.scopes.pop()
        return self.safe(text)

    @staticmethod
    def safe(text):
        """Parenthesised unless it is an atom or a call already."""
        if re.fullmatch(r"[\w.]+|'[^'\\]*'|\w+\([^()]*\)", text):
            return "(%s)" % text if re.fullmatch(r"[\d._]+", text) else text
        return "(%s)" % text


def coverage(hits):
    """Lines that say which templates were never used, and how many were."""
    lines = []
    for kind, rules in RULES.items():
        unused = [r for r in rules if not hits[kind, r]]
        lines.append("%-8s %d of %d templates used" % (kind, len(rules) - len(unused), len(rules)))
        lines += ["         never: " + r for r in unused]
    return lines
