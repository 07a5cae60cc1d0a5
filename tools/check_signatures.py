#!/usr/bin/env python3
"""Every native's signature text parses: rows like LEAF("append", "self, object, /", …) in src/.

The text is Python's own syntax with converters as annotations, so Python's parser is the judge; then the house
rules: an annotation is one name, a default is a literal, None, True, False or UNBOUND, there are no more parameters
than NATIVE_MAX_PARAMS (vm/call.h), and no name stands twice in a table of methods or functions.
"""
import ast
import re

import checking

STRING = r'"(?:[^"\\]|\\.)*"'
ROW = re.compile(r"\b(%s)\(\s*(" + STRING + r")\s*,\s*((?:" + STRING + r"\s*)+),")
MACRO = re.compile(r"^#define (\w+)\(name, sig\b", re.M)
MOST = re.compile(r"\bNATIVE_MAX_PARAMS = (\d+)")
TABLE = re.compile(r"^(?:static )?const NativeDef (\w+)\[", re.M)


def rows(root):
    """(path, line, table, name, signature) of every row, by the row macros that rt/native.h defines."""
    macros = set(MACRO.findall(checking.text(root, "src/rt/native.h")))
    pattern = re.compile(ROW.pattern % "|".join(sorted(macros)))
    for path in checking.files(root, ("src",), (".c",)):
        source = checking.without_comments(checking.text(root, path))
        tables = [(m.start(), m.group(1)) for m in TABLE.finditer(source)]
        for m in pattern.finditer(source):
            table = [name for at, name in tables if at < m.start()][-1:] or ["?"]
            sig = "".join(ast.literal_eval(s) for s in re.findall(STRING, m.group(3)))
            yield path, source.count("\n", 0, m.start()) + 1, table[0], ast.literal_eval(m.group(2)), sig


def most_parameters(root):
    return int(MOST.search(checking.text(root, "src/vm/call.h")).group(1))


def judge(sig, most):
    """What is wrong with a signature text, or None."""
    try:
        args = ast.parse("def f(%s): pass" % sig).body[0].args
    except SyntaxError as e:
        return e.msg
    every = args.posonlyargs + args.args + args.kwonlyargs + [x for x in (args.vararg, args.kwarg) if x]
    if len(every) > most:
        return "%d parameters, %d are the most" % (len(every), most)
    for a in every:
        if a.annotation and not isinstance(a.annotation, ast.Name):
            return "converter of %s is not a name" % a.arg
    for d in args.defaults + [x for x in args.kw_defaults if x]:
        try:
            ast.literal_eval(d)
        except ValueError:
            if not (isinstance(d, ast.Name) and d.id in ("UNBOUND", "NULL")):
                return "default %s is not a literal" % ast.unparse(d)
    return None


def check(root):
    complaints, seen, count = [], set(), 0
    most = most_parameters(root)
    for path, line, table, name, sig in rows(root):
        count += 1
        problem = judge(sig, most)
        if problem:
            complaints.append("%s:%d: %s(%s): %s" % (path, line, name, sig, problem))
        if (path, table, name) in seen and table.endswith(("_methods", "_functions")):
            complaints.append("%s:%d: %s stands twice in %s" % (path, line, name, table))
        seen.add((path, table, name))
    return complaints if count else ["no native rows found at all"]


if __name__ == "__main__":
    checking.main()
