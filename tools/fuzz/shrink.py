"""Makes a failing program small: tries ever simpler variants and keeps what still differs."""
import ast
import copy

SIMPLE = [ast.Constant(None), ast.Constant(0), ast.Constant("a")]
ROUNDS = 60


def bodies(node):
    """The statement lists of a node."""
    for name in ("body", "orelse", "finalbody", "handlers", "cases"):
        block = getattr(node, name, None)
        if isinstance(block, list) and block:
            yield name, block


def variants(tree):
    """Simpler trees, boldest first: without a run of statements, a block in place of its statement, a part of an
    expression in place of the whole."""
    places = [(n, name, i) for n in ast.walk(tree) for name, block in bodies(n) for i in range(len(block))]
    numbered = {id(n): k for k, n in enumerate(ast.walk(tree))}

    def changed(node, change):
        other = copy.deepcopy(tree)
        change(list(ast.walk(other))[numbered[id(node)]])
        return other

    for size in (16, 8, 4, 2, 1):
        for node, name, i in places:
            block = getattr(node, name)
            if i % size == 0 and (size == 1 or len(block) > size):
                def cut(n, name=name, i=i, size=size):
                    left = getattr(n, name)[:i] + getattr(n, name)[i + size:]
                    needs_body = name == "body" and not isinstance(n, ast.Module) or name == "cases"
                    setattr(n, name, left or ([ast.Pass()] if needs_body and name == "body" else []))
                yield changed(node, cut)
    for node, name, i in places:
        statement = getattr(node, name)[i]
        for inner, _ in bodies(statement):
            if inner in ("body", "orelse", "finalbody") and not isinstance(statement,
                    (ast.ExceptHandler, ast.match_case)):
                def lift(n, name=name, i=i, inner=inner):
                    block = getattr(n, name)
                    block[i:i + 1] = getattr(block[i], inner)
                yield changed(node, lift)
    for node in ast.walk(tree):
        for field, value in ast.iter_fields(node):
            if isinstance(value, ast.expr) and not isinstance(value, (ast.Constant, ast.Name)):
                inside = [c for c in ast.iter_child_nodes(value) if isinstance(c, ast.expr)]
                for k in range(len(inside)):
                    def part(n, field=field, k=k):
                        old = getattr(n, field)
                        setattr(n, field, [c for c in ast.iter_child_nodes(old) if isinstance(c, ast.expr)][k])
                    yield changed(node, part)
                for simple in SIMPLE:
                    yield changed(node, lambda n, field=field, simple=simple: setattr(n, field, simple))
            if isinstance(value, list) and value and isinstance(value[0], (ast.expr, ast.keyword)):
                for k in range(len(value)):
                    yield changed(node, lambda n, field=field, k=k: getattr(n, field).pop(k))


def texts(tree, seen):
    """Source texts of new variants that are still programs."""
    for variant in variants(tree):
        try:
            text = ast.unparse(ast.fix_missing_locations(variant))
            compile(text, "fuzz", "exec")
        except (SyntaxError, ValueError, TypeError, AttributeError, IndexError, RecursionError):
            continue
        if text not in seen:
            seen.add(text)
            yield text


def shrink(source, still_differs, batch=30):
    """The smallest variant found; still_differs(programs) gives a truth value for each of several programs."""
    best = ast.unparse(ast.parse(source))
    if not still_differs([best])[0]:
        return source
    seen = {best}
    for _ in range(ROUNDS):
        candidates, found = texts(ast.parse(best), seen), None
        while not found:
            group = [t for _, t in zip(range(batch), candidates)]
            if not group:
                return best + "\n"
            shorter = [t for t, yes in zip(group, still_differs(group)) if yes and len(t) < len(best)]
            found = min(shorter, key=len) if shorter else None
        best = found
    return best + "\n"
