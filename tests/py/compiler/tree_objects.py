# Trees as objects: replaced, compared, in a circle, of classes of old, with names that are no names.
import ast
import copy
import sys


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def circle(node):
    try:
        compile(ast.Expression(node), "<c>", "eval")
    except RecursionError:
        print("too deep")


e = ast.UnaryOp(op=ast.Not(), operand=None, lineno=0, col_offset=0)
e.operand = e
circle(e)
a, b = ast.UnaryOp(op=ast.Not(), operand=None, lineno=0, col_offset=0), ast.UnaryOp(op=ast.Not(), operand=None, lineno=0, col_offset=0)
a.operand, b.operand = b, a
circle(a)
for source in ("def x(): pass", "class x: pass", "from a import x", "from a import b as x", "import a, x", "lambda x: 1",
               "try: pass\nexcept A as x: pass", "global x", "f(x=1)", "a.x", "x"):
    tree = ast.parse(source)
    for node in ast.walk(tree):
        for field, value in ast.iter_fields(node):
            if value == "x":
                setattr(node, field, "None")
            elif value == ["x"]:
                setattr(node, field, ["None"])
    if source not in ("lambda x: 1", "global x", "f(x=1)", "a.x"):
        show(lambda: compile(tree, "<n>", "exec"))
node = ast.parse("x").body[0].value
node.extra = 1
again = copy.replace(node, id="y")
print(ast.dump(again), hasattr(again, "extra"), again.lineno, node.id)
show(lambda: copy.replace(node, extra=2))
show(lambda: copy.replace(node, other=2))
del node.id
show(lambda: copy.replace(node))
show(lambda: copy.replace(node, id="z").id)
a, b = ast.parse("m * x + b", mode="eval"), ast.parse("m * x + b", mode="eval")
print(ast.compare(a, b))
a._fields += ("spam",)
a.spam = "Spam"
print(ast.compare(a, b), ast.compare(b, a))
b._fields, b.spam = a._fields, a.spam
print(ast.compare(a, b), ast.compare(b, a))
print(ast.arguments.__annotations__ == ast.arguments._field_types, sorted(ast.arguments._field_types))
print(ast.dump(ast.Index(ast.Constant(1))), ast.dump(ast.ExtSlice([ast.Constant(2)])), ast.Tuple([], ast.Load()).dims)
print(issubclass(ast.Suite, ast.mod), issubclass(ast.Param, ast.expr_context), isinstance(ast.Name("x"), ast.Index))
import _ast
print(_ast.Name is ast.Name, _ast.PyCF_ONLY_AST, hasattr(_ast, "parse"))
sys.set_int_max_str_digits(1000)
show(lambda: compile("9" * 1001, "<d>", "eval"))
show(lambda: type(compile("9" * 1000, "<d>", "eval")))
sys.set_int_max_str_digits(0)
show(lambda: type(compile("9" * 5000, "<d>", "eval")))
sys.set_int_max_str_digits(6000)
show(lambda: compile("9" * 6001, "<d>", "eval"))
