# Classes of nodes: fields, construction, repr, errors.
import ast
import warnings
warnings.simplefilter("ignore")


def show(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


for name in ("AST", "mod", "Module", "stmt", "FunctionDef", "Constant", "expr", "Name", "Load", "expr_context", "arguments", "alias", "cmpop", "match_case", "TypeVar"):
    c = getattr(ast, name)
    print(c, c.__mro__[1:], c._fields, c._attributes, c.__match_args__, c.__module__, c.__doc__)
    print("   ", getattr(c, "_field_types", None), [getattr(c, f, "no default") for f in c._fields])
for text in ["ast.Name()", "ast.Name('a')", "ast.Name('a', ast.Load(), 5)", "ast.Name(id='a', foo=1).__dict__", "ast.Name('a', id='b')",
             "ast.Name('x') == ast.Name('x')", "ast.FunctionDef().__dict__.keys() == {'body', 'decorator_list', 'type_params'}", "ast.Name('a').lineno", "ast.alias('a').asname",
             "ast.Load() is ast.Load()", "ast.parse('a').body[0].value.ctx is ast.parse('b').body[0].value.ctx", "ast.Constant(5).kind",
             "ast.BinOp(1, 2).right", "ast.parse('a+1\\nb')", "ast.parse('f(1,2,3,4)').body[0].value", "ast.parse('u\"x\"').body[0].value",
             "ast.Constant(1).__reduce_ex__(2)", "ast.Name('a').__replace__(id='b').id", "ast.Name('a').__replace__(nope='b')",
             "ast.parse('x', mode='eval')", "ast.parse('x', mode='single')", "ast.parse('x = ', 'file.py')", "ast.parse('x', mode='nope')",
             "isinstance(ast.parse('1').body[0], ast.stmt)", "ast.parse('x', feature_version=(2, 7))", "compile('x', 'f', 'exec', 1 << 28)",
             "compile('x +', 'f', 'exec', 0x4000)", "compile('x y', 'f', 'exec', 0x4000)", "compile('if x:', 'f', 'exec', 0x4200)"]:
    show(text)
match ast.parse("x + 1").body[0].value:
    case ast.BinOp(ast.Name(id), ast.Add(), ast.Constant(value)):
        print(id, value)
