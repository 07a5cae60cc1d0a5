# literal_eval, dump, walks, visitors, places and docstrings.
import ast
SOURCE = '''"""A module.

    Indented.
"""
import os, sys as s
from . import a as b
@deco(1)
class C[T: int](Base, metaclass=M):
    x: int = 1
    async def f(self, a, /, b=2, *c, d, e=3, **k) -> int:
        "doc"
        async for i in x: await y
        async with a as b, c: pass
        return [i async for i in z if i]
def g():
    global q
    try: raise E from x
    except* (A, B) as e: del a[1:2, ...], b.c
    else: pass
    finally: assert x, "m"
    while not a < b <= c: break
    else: continue
    for i, in x: i += 1
    if (y := 5): ...
    elif z: yield
    else: yield from z
    lambda *a: (a if b else c)
    return f"{x!r:>{w}} {y=}" or t"{z}" if False else {**a, 1: 2} | {1, *b}
type X[*Ts, **P] = list[X]
match x:
    case [1, *rest] | {"k": v, **kw} if rest: pass
    case P.q(a, b=None) as whole: pass
    case _: print(1, *a, k=2, **b)
nonlocal_ = -1 + 2j ** ~3 @ 4 // 5 % 6 << 7 >> 8 & 9 ^ 10 and not 11 or 12 is not 13 not in 14
'''
tree = ast.parse(SOURCE)
print(ast.dump(tree))
print(ast.dump(tree, annotate_fields=False))
print(ast.dump(tree.body[3], include_attributes=True, indent="  "))
print(ast.dump(ast.parse("f()", mode="eval"), indent=3, show_empty=True))
print(len(list(ast.walk(tree))), [type(n).__name__ for n in ast.iter_child_nodes(tree)], [name for name, _ in ast.iter_fields(tree.body[3])])
print(repr(ast.get_docstring(tree)), repr(ast.get_docstring(tree, clean=False)), ast.get_docstring(tree.body[4]), ast.get_docstring(tree.body[3].body[1]))


def show(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


for text in ["[1, -2, {'a': (1+2j)}, {1}, set(), b'x', None, True, ..., 'é' 'b', -1.5, +3, 1 - 2j, ()]", "a", "1 + 1", " 1", "\n1", "f(x)", "{**a}", "-'a'", "set(1)", "1 +", "[i for i in x]",
             "-(-1)", "'a' + 'b'", "f'{1}'", "{1: 2, 3: [4]}", "{[]: 1}", "9" * 30, "1_000", "0x10", "__import__('os')", "lambda: 1", ""]:
    show(f"ast.literal_eval({text!r})")
show("ast.literal_eval(ast.Constant(5))")
show("ast.literal_eval(ast.parse('[1]', mode='eval'))")
show("ast.literal_eval(5)")
show("ast.dump(5)")
show("ast.get_docstring(ast.Pass())")


class Names(ast.NodeVisitor):
    def __init__(self): self.seen = []
    def visit_Name(self, node): self.seen.append((node.id, type(node.ctx).__name__, node.lineno, node.col_offset))


v = Names()
v.visit(tree)
print(v.seen)


class Double(ast.NodeTransformer):
    def visit_Constant(self, node): return ast.copy_location(ast.Constant(node.value * 2), node) if isinstance(node.value, int) else node
    def visit_Pass(self, node): return None
    def visit_Break(self, node): return [ast.Pass(), ast.Pass()]


new = Double().visit(ast.parse("x = 1\nif x: pass\nwhile 2: break\n"))
print(ast.dump(new))
print(ast.dump(ast.fix_missing_locations(new), include_attributes=True))
print(ast.dump(ast.increment_lineno(ast.parse("a\nb"), 5), include_attributes=True))
print([ast.get_source_segment(SOURCE, n) for n in tree.body[1:4]], repr(ast.get_source_segment(SOURCE, tree.body[4].body[1].body[0], padded=True)))
print(ast.compare(ast.parse("a + 1"), ast.parse("a  +  1")), ast.compare(ast.parse("a + 1"), ast.parse("a  +  1"), compare_attributes=True), ast.compare(ast.parse("a"), ast.parse("b")))
