# Trees that a program made: what compile() takes, and in what words it refuses the rest.
import ast
def show(f):
    try: r = f()
    except Exception as e: print(type(e).__name__, e)
    else: print("ok", r if not hasattr(r, "co_code") else "code")
L, S, D = ast.Load(), ast.Store(), ast.Del()
def expr(e): 
    return ast.fix_missing_locations(ast.Expression(e))
def mod(*s): return ast.fix_missing_locations(ast.Module(list(s), []))
def ce(e): show(lambda: eval(compile(expr(e), "<t>", "eval")))
def cm(*s): show(lambda: compile(mod(*s), "<t>", "exec"))
c = ast.Constant
n = lambda s, ctx=L: ast.Name(s, ctx)
p = ast.Pass()
# the last expression of a program
src = "x = 20\ny = 2\nx * y + 2\n"
tree = ast.parse(src)
last = tree.body.pop()
ns = {}
exec(compile(tree, "<agent>", "exec"), ns)
print(eval(compile(ast.Expression(last.value), "<agent>", "eval"), ns))
exec(compile(ast.Interactive([last]), "<agent>", "single"), ns)
class Twice(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.BinOp(node, ast.Mult(), c(2)), node) if isinstance(node.value, int) else node
t = ast.fix_missing_locations(Twice().visit(ast.parse("def f(a=1):\n    return [a, 3, 'x', f'{4}']\nprint(f())")))
exec(compile(t, "<twice>", "exec"), {})
for v in 1, -1, 2**70, -2**70, 1.5, -0.0, 2j, -2j, 1+2j, "s", b"b", None, True, ..., (1, -2, ("a", b"b")), frozenset({1, 2}), float("inf"):
    ce(c(v))
class MyInt(int): pass
for v in [1], {}, (1, [2]), MyInt(3), object, {1}: 
    show(lambda: compile(expr(c(v)), "<t>", "eval"))
# contexts and emptiness
ce(n("x", S)); ce(n("None")); ce(ast.Tuple([n("x", S)], L)); ce(ast.BoolOp(ast.And(), [c(1)]))
ce(ast.Compare(c(1), [], [])); ce(ast.Compare(c(1), [ast.Lt()], [])); ce(ast.Compare(c(1), [ast.Lt(), ast.Gt()], [c(2)]))
ce(ast.Dict([c(1)], [])); ce(ast.Dict([None, c(1)], [ast.Dict([], []), c(2)])); ce(ast.Set([])); ce(ast.Set([c(1)]))
ce(ast.ListComp(c(1), [])); ce(ast.NamedExpr(c(1), c(1))); ce(ast.NamedExpr(n("q", S), c(7)))
ce(ast.Starred(n("x"), L)); ce(ast.JoinedStr([c("a"), ast.FormattedValue(c(1), 114, None), c("b")]))
ce(ast.JoinedStr([])); ce(ast.FormattedValue(c(3), -1, None)); ce(ast.FormattedValue(c(3), 99, None)); ce(ast.FormattedValue(c(3), -1, ast.JoinedStr([c(">5")])))
ce(ast.Subscript(c("abc"), ast.Slice(None, c(2), None), L)); ce(ast.Slice(c(1), None, None))
ce(ast.Lambda(ast.arguments([], [], None, [], [], None, [c(1)]), c(1))); ce(ast.Lambda(ast.arguments([], [], None, [ast.arg("k")], [], None, []), c(1)))
ce(ast.Call(n("len"), [c("abc")], [])); ce(ast.Call(n("dict"), [], [ast.keyword("a", c(1)), ast.keyword(None, ast.Dict([], []))]))
ce(ast.IfExp(c(0), c(1), c(2))); ce(ast.Yield(None)); ce(ast.Await(c(1)))
ce(ast.Expr(c(1))); ce(p); ce("text"); ce(None); ce([c(1)])
cm(ast.Assign([], c(1))); cm(ast.Assign([c(1)], c(1))); cm(ast.Assign([n("x")], c(1))); cm(ast.Assign([n("x", S)], n("y", S)))
cm(ast.Delete([])); cm(ast.Delete([n("x")])); cm(ast.Delete([n("x", D)]))
cm(ast.AugAssign(ast.Tuple([n("x", S)], S), ast.Add(), c(1))); cm(ast.AugAssign(n("x", S), ast.Add(), c(1))); cm(ast.AugAssign(n("x"), ast.Add(), c(1)))
cm(ast.AnnAssign(ast.Attribute(n("x"), "y", S), c(1), None, 1)); cm(ast.AnnAssign(ast.Attribute(n("x"), "y", S), c(1), None, 0)); cm(ast.AnnAssign(ast.List([], S), c(1), None, 0))
cm(ast.For(n("x", S), c(""), [], [])); cm(ast.While(c(1), [], [])); cm(ast.If(c(1), [], [])); cm(ast.With([], [p])); cm(ast.With([ast.withitem(c(1))], []))
cm(ast.Raise(None, c(1))); cm(ast.Raise()); cm(ast.Try([p], [], [], [])); cm(ast.Try([p], [], [p], [p])); cm(ast.Try([], [], [], [p])); cm(ast.Try([p], [ast.ExceptHandler(None, None, [])], [], []))
cm(ast.Try([p], [ast.ExceptHandler(None, "e", [p])], [], [])); cm(ast.TryStar([p], [ast.ExceptHandler(n("E"), "e", [p])], [], []))
cm(ast.Import([])); cm(ast.ImportFrom("m", [], 0)); cm(ast.ImportFrom("m", [ast.alias("a")], -1)); cm(ast.ImportFrom(None, [ast.alias("a")], 1)); cm(ast.Global([])); cm(ast.Nonlocal([])); cm(ast.Global(["g"])); cm(ast.Nonlocal(["g"]))
cm(ast.FunctionDef("f", ast.arguments(), [], [])); cm(ast.FunctionDef("f", ast.arguments(), [p])); cm(ast.ClassDef("C", body=[])); cm(ast.ClassDef("C", [c(1)], [], [p], []))
cm(ast.Return(c(1))); cm(ast.Break()); cm(ast.Continue()); cm(ast.Expr(ast.Starred(n("x"), L))); cm(ast.Expr(ast.YieldFrom(c(1))))
cm(ast.Expr(None)); cm(None); cm(c(1)); cm(ast.Assign([n("x", S)], None)); cm(ast.FunctionDef(None, ast.arguments(), [p])); cm(ast.Expr(ast.Name(1, L))); cm(ast.Expr(ast.List([None], L)))
cm(ast.TypeAlias(c(1), [], c(2))); cm(ast.TypeAlias(n("X", S), [ast.TypeVar("T", None, None)], n("T")))
m = lambda *pats: cm(ast.Match(c(1), [ast.match_case(q, None, [p]) for q in pats]))
m(); m(ast.MatchValue(c(1)), ast.MatchAs()); m(ast.MatchValue(c(None))); m(ast.MatchValue(n("x"))); m(ast.MatchValue(ast.Attribute(n("x"), "y", L))); m(ast.MatchValue(ast.UnaryOp(ast.USub(), c(1)))); m(ast.MatchValue(ast.UnaryOp(ast.Not(), c(1)))); m(ast.MatchValue(c(-1)))
m(ast.MatchValue(ast.BinOp(c(1), ast.Add(), c(2j)))); m(ast.MatchValue(ast.BinOp(c(1), ast.Mult(), c(2j)))); m(ast.MatchValue(ast.BinOp(c(1), ast.Add(), c(2))))
m(ast.MatchSingleton(None)); m(ast.MatchSingleton(1)); m(ast.MatchStar("x")); m(ast.MatchSequence([ast.MatchStar("x"), ast.MatchStar()])); m(ast.MatchSequence([ast.MatchStar("_")])); m(ast.MatchSequence([ast.MatchStar(None), ast.MatchAs(None, "q")]))
m(ast.MatchAs(ast.MatchSingleton(None), None)); m(ast.MatchAs(None, "_")); m(ast.MatchOr([ast.MatchSingleton(None)])); m(ast.MatchOr([ast.MatchSingleton(None), ast.MatchSingleton(True)]))
m(ast.MatchMapping([c(1)], [], None)); m(ast.MatchMapping([c(1)], [ast.MatchAs()], "r")); m(ast.MatchMapping([n("q")], [ast.MatchAs()], None)); m(ast.MatchMapping([c(True), ast.UnaryOp(ast.USub(), c(1))], [ast.MatchAs(), ast.MatchAs()], None)); m(ast.MatchMapping([c(1), c(1)], [ast.MatchAs(), ast.MatchAs()], None))
m(ast.MatchClass(c(1), [], [], [])); m(ast.MatchClass(n("C"), [], ["a"], [])); m(ast.MatchClass(ast.Attribute(n("a"), "C", L), [ast.MatchAs()], ["b"], [ast.MatchAs()]))
# places
def at(*pos):
    e = c(1); e.lineno, e.col_offset, e.end_lineno, e.end_col_offset = pos
    show(lambda: compile(ast.Expression(e), "<t>", "eval"))
at(1, 0, 1, 1); at(3, 0, 1, 1); at(1, 5, 1, 2); at(1, -1, 1, 3); at(-1, 0, 2, 3); at(1, 2, None, None); at(-1, -1, -1, -1); at("x", 0, 1, 1); at(True, 0, 1, 1); at(2**40, 0, 2**40, 1)
show(lambda: compile(ast.Expression(c(1)), "<t>", "eval"))
show(lambda: compile(ast.Module([p], []), "<t>", "eval")); show(lambda: compile(p, "<t>", "exec")); show(lambda: compile(expr(c(1)), "<t>", "exec"))
e = expr(c(1)); print(compile(e, "<t>", "eval", ast.PyCF_ONLY_AST) is e)
x = ast.Module([p], []); del x.body; show(lambda: compile(x, "", "exec"))
x = mod(ast.Expr(ast.BinOp(c(1), ast.Add(), c(2)))); x.body = (p,); show(lambda: compile(x, "", "exec"))
x = expr(ast.BinOp(c(1), ast.Add(), c(2))); del x.body.op; show(lambda: compile(x, "", "eval"))
x = expr(ast.BinOp(c(1), ast.Add(), c(2))); x.body.op = ast.Not(); 
try: compile(x, "", "eval")
except TypeError as e: print(str(e)[:46])
class MyName(ast.Name): 
    @property
    def extra(self): return 1
ce(MyName("len", L))
class Lazy(ast.Constant):
    @property
    def value(self): return "computed"
    @value.setter
    def value(self, v): pass
ce(Lazy(1))
def raising():
    t = ast.parse("def g():\n    return 1 / 0\n\ng()", "<shown>")
    exec(compile(t, "<shown>", "exec"), {})
try: raising()
except ZeroDivisionError as e:
    tb = e.__traceback__
    while tb:
        print(tb.tb_lineno, tb.tb_frame.f_code.co_name, list(tb.tb_frame.f_code.co_positions())[tb.tb_lasti // 2] if 0 else "")
        tb = tb.tb_next
