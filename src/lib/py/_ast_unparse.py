"""Source text of a tree: ast.unparse.

An expression is asked for with a level: what binds less tightly than that gets parentheses.
Statements are lines; a block is what is two levels of a list of lines apart from its head.
"""

from ast import Constant, Expr, If, JoinedStr, Module, Name, Tuple

(_NAMED, _TUPLE, _YIELD, _TEST, _OR, _AND, _NOT, _CMP, _BOR, _BXOR, _BAND, _SHIFT, _ARITH, _TERM,
 _FACTOR, _POWER, _AWAIT, _ATOM) = range(18)

_BINARY = {"Add": ("+", _ARITH), "Sub": ("-", _ARITH), "Mult": ("*", _TERM), "MatMult": ("@", _TERM),
           "Div": ("/", _TERM), "Mod": ("%", _TERM), "LShift": ("<<", _SHIFT),
           "RShift": (">>", _SHIFT), "BitOr": ("|", _BOR), "BitXor": ("^", _BXOR),
           "BitAnd": ("&", _BAND), "FloorDiv": ("//", _TERM), "Pow": ("**", _POWER)}
_UNARY = {"Invert": ("~", _FACTOR), "Not": ("not ", _NOT), "UAdd": ("+", _FACTOR),
          "USub": ("-", _FACTOR)}
_COMPARE = {"Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is",
            "IsNot": "is not", "In": "in", "NotIn": "not in"}
_TRIPLE = '"""', "'''"
_QUOTES = "'", '"', *_TRIPLE
_HUGE = "1e309"  # what an infinity is written as


def _kind(node):
    return type(node).__name__


def _wrap(text, own, level):
    return f"({text})" if level > own else text


# ---- texts -----------------------------------------------------------------------------------------

def _escaped(c, all_space):
    plain = c.isprintable() and c != "\\" or c in "\n\t" and not all_space
    return c if plain else c.encode("unicode_escape").decode()


def _quotable(text, quotes, all_space=False):
    """The inside of a literal, and the quotes that could stand around it, the best first."""
    inside = "".join([_escaped(c, all_space) for c in text])
    fit = [q for q in quotes if q not in inside and (len(q) == 3 or "\n" not in inside)]
    if not fit:
        shown = repr(text)
        return shown[1:-1], [next((q for q in quotes if shown[0] in q), shown[0])]
    if inside:
        # Rather the quotes that the text does not end with.
        fit.sort(key=lambda q: q[0] == inside[-1])
        if fit[0][0] == inside[-1]:
            inside = inside[:-1] + "\\" + inside[-1]
    return inside, fit


def _quoted(text, quotes):
    inside, fit = _quotable(text, quotes)
    return fit[0] + inside + fit[0]


def _value(value):
    if isinstance(value, (float, complex)):
        return repr(value).replace("inf", _HUGE).replace("nan", f"({_HUGE}-{_HUGE})")
    return repr(value)


def _name_or(node, name):
    return name if name is not None else node


class Unparser:
    """One source text. Methods are named after the nodes they are about."""

    def __init__(self):
        self.lines = []
        self.depth = 0

    def unparse(self, node):
        if hasattr(self, "do_" + _kind(node)):
            self.statement(node)
        elif isinstance(node, list):
            self.body(node)
        elif isinstance(node, Module):
            self.documented(node)
        elif _kind(node) == "Interactive":
            self.body(node.body)
        elif _kind(node) == "Expression":
            return self.expr(node.body)
        elif _kind(node) in ("ExceptHandler", "match_case"):
            getattr(self, "part_" + _kind(node))(node)
        else:
            return self.expr(node)
        return "\n".join(self.lines)

    # ---- statements --------------------------------------------------------------------------------

    def line(self, text):
        self.lines.append("    " * self.depth + text)

    def statement(self, node):
        getattr(self, "do_" + _kind(node))(node)

    def body(self, statements):
        for node in statements:
            self.statement(node)

    def block(self, head, statements):
        self.line(head + ":")
        self.depth += 1
        self.body(statements)
        self.depth -= 1

    def documented(self, node):
        first = node.body[0] if node.body else None
        rest = node.body
        if (isinstance(first, Expr) and isinstance(first.value, Constant)
                and isinstance(first.value.value, str)):
            kind = "u" if first.value.kind == "u" else ""
            self.line(kind + _quoted(first.value.value, _TRIPLE))
            rest = node.body[1:]
        self.body(rest)

    def definition(self, node, head):
        if self.lines:
            self.lines.append("")
        for decorator in node.decorator_list:
            self.line("@" + self.expr(decorator))
        self.line(head + ":")
        self.depth += 1
        self.documented(node)
        self.depth -= 1

    def type_params(self, node):
        params = getattr(node, "type_params", None)
        return f"[{', '.join(map(self.type_param, params))}]" if params else ""

    def type_param(self, node):
        text = {"TypeVar": "", "TypeVarTuple": "*", "ParamSpec": "**"}[_kind(node)] + node.name
        if getattr(node, "bound", None):
            text += ": " + self.expr(node.bound)
        if node.default_value:
            text += " = " + self.expr(node.default_value)
        return text

    def do_FunctionDef(self, node, word="def"):
        text = f"{word} {node.name}{self.type_params(node)}({self.arguments(node.args)})"
        if node.returns:
            text += " -> " + self.expr(node.returns)
        self.definition(node, text)

    def do_AsyncFunctionDef(self, node):
        self.do_FunctionDef(node, "async def")

    def do_ClassDef(self, node):
        inside = self.commas([*node.bases, *node.keywords])
        self.definition(node, f"class {node.name}{self.type_params(node)}"
                              + (f"({inside})" if inside else ""))

    def do_Return(self, node):
        self.line("return " + self.expr(node.value) if node.value else "return")

    def do_Delete(self, node):
        self.line("del " + self.commas(node.targets))

    def do_Assign(self, node):
        targets = [self.expr(target, _TUPLE) for target in node.targets]
        self.line(" = ".join([*targets, self.expr(node.value)]) + self.type_comment(node))

    def type_comment(self, node):
        comment = getattr(node, "type_comment", None)
        return f" # type: {comment}" if comment is not None else ""

    def do_TypeAlias(self, node):
        self.line(f"type {self.expr(node.name)}{self.type_params(node)} = {self.expr(node.value)}")

    def do_AugAssign(self, node):
        sign = _BINARY[_kind(node.op)][0]
        self.line(f"{self.expr(node.target)} {sign}= {self.expr(node.value)}")

    def do_AnnAssign(self, node):
        target = self.expr(node.target)
        if not node.simple and isinstance(node.target, Name):
            target = f"({target})"
        text = f"{target}: {self.expr(node.annotation)}"
        self.line(text + (" = " + self.expr(node.value) if node.value else ""))

    def do_For(self, node, word="for"):
        self.block(f"{word} {self.expr(node.target, _TUPLE)} in {self.expr(node.iter)}", node.body)
        self.orelse(node)

    def do_AsyncFor(self, node):
        self.do_For(node, "async for")

    def orelse(self, node):
        if node.orelse:
            self.block("else", node.orelse)

    def do_While(self, node):
        self.block("while " + self.expr(node.test), node.body)
        self.orelse(node)

    def do_If(self, node):
        self.block("if " + self.expr(node.test), node.body)
        while len(node.orelse) == 1 and isinstance(node.orelse[0], If):
            node = node.orelse[0]
            self.block("elif " + self.expr(node.test), node.body)
        self.orelse(node)

    def do_With(self, node, word="with"):
        items = [self.expr(item.context_expr)
                 + (" as " + self.expr(item.optional_vars) if item.optional_vars else "")
                 for item in node.items]
        self.block(f"{word} {', '.join(items)}", node.body)

    def do_AsyncWith(self, node):
        self.do_With(node, "async with")

    def do_Match(self, node):
        self.line(f"match {self.expr(node.subject)}:")
        self.depth += 1
        for case in node.cases:
            self.part_match_case(case)
        self.depth -= 1

    def part_match_case(self, node):
        guard = " if " + self.expr(node.guard) if node.guard else ""
        self.block(f"case {self.expr(node.pattern)}{guard}", node.body)

    def do_Raise(self, node):
        text = "raise"
        if node.exc:
            text += " " + self.expr(node.exc)
            if node.cause:
                text += " from " + self.expr(node.cause)
        self.line(text)

    def do_Try(self, node, stars=False):
        self.block("try", node.body)
        for handler in node.handlers:
            self.part_ExceptHandler(handler, stars)
        self.orelse(node)
        if node.finalbody:
            self.block("finally", node.finalbody)

    def do_TryStar(self, node):
        self.do_Try(node, True)

    def part_ExceptHandler(self, node, stars=False):
        text = "except*" if stars else "except"
        if node.type:
            text += " " + self.expr(node.type)
        if node.name:
            text += " as " + node.name
        self.block(text, node.body)

    def do_Assert(self, node):
        self.line("assert " + self.expr(node.test) + (", " + self.expr(node.msg) if node.msg else ""))

    def do_Import(self, node):
        self.line("import " + self.commas(node.names))

    def do_ImportFrom(self, node):
        module = "." * (node.level or 0) + (node.module or "")
        self.line(f"from {module} import {self.commas(node.names)}")

    def do_Global(self, node):
        self.line("global " + ", ".join(node.names))

    def do_Nonlocal(self, node):
        self.line("nonlocal " + ", ".join(node.names))

    def do_Expr(self, node):
        self.line(self.expr(node.value, _YIELD))

    def do_Pass(self, node):
        self.line("pass")

    def do_Break(self, node):
        self.line("break")

    def do_Continue(self, node):
        self.line("continue")

    # ---- parts -------------------------------------------------------------------------------------

    def commas(self, nodes, level=_TEST):
        return ", ".join([self.expr(node, level) for node in nodes])

    def x_alias(self, node, level):
        return node.name + (" as " + node.asname if node.asname else "")

    def x_keyword(self, node, level):
        return ("**" if node.arg is None else node.arg + "=") + self.expr(node.value)

    def x_withitem(self, node, level):
        return (self.expr(node.context_expr)
                + (" as " + self.expr(node.optional_vars) if node.optional_vars else ""))

    def x_arg(self, node, level):
        return node.arg + (": " + self.expr(node.annotation) if node.annotation else "")

    def x_arguments(self, node, level):
        return self.arguments(node)

    def arguments(self, node):
        parts = []
        plain = node.posonlyargs + node.args
        defaults = [None] * (len(plain) - len(node.defaults)) + node.defaults
        for place, (arg, default) in enumerate(zip(plain, defaults), 1):
            parts.append(self.expr(arg) + ("=" + self.expr(default) if default else ""))
            if place == len(node.posonlyargs):
                parts.append("/")
        if node.vararg:
            parts.append("*" + self.expr(node.vararg))
        elif node.kwonlyargs:
            parts.append("*")
        for arg, default in zip(node.kwonlyargs, node.kw_defaults):
            parts.append(self.expr(arg) + ("=" + self.expr(default) if default else ""))
        if node.kwarg:
            parts.append("**" + self.expr(node.kwarg))
        return ", ".join(parts)

    def x_comprehension(self, node, level):
        text = " async for " if node.is_async else " for "
        text += f"{self.expr(node.target, _TUPLE)} in {self.expr(node.iter, _OR)}"
        return text + "".join([" if " + self.expr(test, _OR) for test in node.ifs])

    # ---- expressions -------------------------------------------------------------------------------

    def expr(self, node, level=_TEST):
        return getattr(self, "x_" + _kind(node))(node, level)

    def x_BoolOp(self, node, level):
        word, own = ("and", _AND) if _kind(node.op) == "And" else ("or", _OR)
        parts = [self.expr(value, min(own + place, _ATOM))
                 for place, value in enumerate(node.values, 1)]
        return _wrap(f" {word} ".join(parts), own, level)

    def x_NamedExpr(self, node, level):
        text = f"{self.expr(node.target, _ATOM)} := {self.expr(node.value, _ATOM)}"
        return _wrap(text, _NAMED, level)

    def x_BinOp(self, node, level):
        # A chain of left operands may be long: it is gone down in a loop.
        chain = []
        while _kind(node) == "BinOp":
            sign, own = _BINARY[_kind(node.op)]
            left, right = (own + 1, own) if sign == "**" else (own, own + 1)
            chain.append((own, level, sign, self.expr(node.right, right)))
            node, level = node.left, left
        text = self.expr(node, level)
        for own, level, sign, right in reversed(chain):
            text = _wrap(f"{text} {sign} {right}", own, level)
        return text

    def x_UnaryOp(self, node, level):
        sign, own = _UNARY[_kind(node.op)]
        return _wrap(sign + self.expr(node.operand, own), own, level)

    def x_Lambda(self, node, level):
        args = self.arguments(node.args)
        text = f"lambda{' ' if args else ''}{args}: {self.expr(node.body)}"
        return _wrap(text, _TEST, level)

    def x_IfExp(self, node, level):
        text = (f"{self.expr(node.body, _OR)} if {self.expr(node.test, _OR)} "
                f"else {self.expr(node.orelse)}")
        return _wrap(text, _TEST, level)

    def x_Dict(self, node, level):
        pairs = ["**" + self.expr(value, _BOR) if key is None
                 else f"{self.expr(key)}: {self.expr(value)}"
                 for key, value in zip(node.keys, node.values)]
        return "{" + ", ".join(pairs) + "}"

    def x_Set(self, node, level):
        return "{" + self.commas(node.elts) + "}" if node.elts else "{*()}"

    def comprehended(self, node, text):
        return text + "".join(map(self.expr, node.generators))

    def x_ListComp(self, node, level):
        return f"[{self.comprehended(node, self.expr(node.elt))}]"

    def x_SetComp(self, node, level):
        return "{" + self.comprehended(node, self.expr(node.elt)) + "}"

    def x_DictComp(self, node, level):
        text = f"{self.expr(node.key)}: {self.expr(node.value)}"
        return "{" + self.comprehended(node, text) + "}"

    def x_GeneratorExp(self, node, level):
        return f"({self.comprehended(node, self.expr(node.elt))})"

    def x_Await(self, node, level):
        return _wrap("await " + self.expr(node.value, _ATOM), _AWAIT, level)

    def x_Yield(self, node, level):
        text = "yield " + self.expr(node.value, _ATOM) if node.value else "yield"
        return _wrap(text, _YIELD, level)

    def x_YieldFrom(self, node, level):
        return _wrap("yield from " + self.expr(node.value, _ATOM), _YIELD, level)

    def x_Compare(self, node, level):
        text = self.expr(node.left, _BOR)
        for op, value in zip(node.ops, node.comparators):
            text += f" {_COMPARE[_kind(op)]} {self.expr(value, _BOR)}"
        return _wrap(text, _CMP, level)

    def x_Call(self, node, level):
        return f"{self.expr(node.func, _ATOM)}({self.commas([*node.args, *node.keywords])})"

    def x_Constant(self, node, level):
        value = node.value
        if isinstance(value, tuple):
            items = list(map(_value, value))
            return f"({', '.join(items)}{',' if len(items) == 1 else ''})"
        if value is ...:
            return "..."
        return ("u" if getattr(node, "kind", None) == "u" else "") + _value(value)

    def x_Attribute(self, node, level):
        text = self.expr(node.value, _ATOM)
        if isinstance(node.value, Constant) and isinstance(node.value.value, int):
            text += " "  # or the dot would be taken for the number's
        return f"{text}.{node.attr}"

    def x_Subscript(self, node, level):
        if isinstance(node.slice, Tuple) and node.slice.elts:
            inside = self.items(node.slice.elts)
        else:
            inside = self.expr(node.slice)
        return f"{self.expr(node.value, _ATOM)}[{inside}]"

    def x_Starred(self, node, level):
        return "*" + self.expr(node.value, _BOR)

    def x_Name(self, node, level):
        return node.id

    def x_List(self, node, level):
        return f"[{self.commas(node.elts)}]"

    def items(self, nodes):
        return self.commas(nodes) + ("," if len(nodes) == 1 else "")

    def x_Tuple(self, node, level):
        text = self.items(node.elts)
        return f"({text})" if not node.elts or level > _TUPLE else text

    def x_Slice(self, node, level):
        text = (self.expr(node.lower) if node.lower else "") + ":"
        text += self.expr(node.upper) if node.upper else ""
        return text + (":" + self.expr(node.step) if node.step else "")

    # ---- f-strings and t-strings -------------------------------------------------------------------

    def x_JoinedStr(self, node, level):
        return "f" + self.fields(node)

    def x_TemplateStr(self, node, level):
        return "t" + self.fields(node)

    def fields(self, node):
        parts = [(self.field(value), isinstance(value, Constant)) for value in node.values]
        done, quotes = [], list(_QUOTES)
        for text, is_text in parts:
            if is_text:
                text, fit = _quotable(text, quotes, all_space=True)
                if not set(fit) & set(quotes):
                    return self.fields_by_repr(parts)
                quotes = fit
            else:
                if "\n" in text:
                    quotes = [q for q in quotes if q in _TRIPLE]
                quotes = [q for q in quotes if q not in text] or quotes
            done.append(text)
        return quotes[0] + "".join(done) + quotes[0]

    def fields_by_repr(self, parts):
        # No quotes fit as it is: those that repr would choose, others escaped.
        done, quotes = [], list(_QUOTES)
        for text, is_text in parts:
            if is_text:
                shown = repr('"' + text)  # makes repr take single quotes
                text = shown[2:-1]
                quotes = [q for q in quotes if shown[0] in q]
            else:
                quotes = [q for q in quotes if q not in text] or quotes
            done.append(text)
        return quotes[0] + "".join(done) + quotes[0]

    def field(self, node, in_spec=False):
        kind = _kind(node)
        if kind == "JoinedStr":
            return "".join([self.field(value, in_spec) for value in node.values])
        if kind == "Constant":
            text = node.value.replace("{", "{{").replace("}", "}}")
            if in_spec:
                text = (text.replace("\\", "\\\\").replace("'", "\\'").replace('"', '\\"')
                        .replace("\n", "\\n"))
            return text
        inside = node.str if kind == "Interpolation" else self.expr(node.value, _OR)
        if inside is None:
            inside = self.expr(node.value, _OR)
        text = "{ " + inside if inside.startswith("{") else "{" + inside
        if node.conversion != -1:
            text += "!" + chr(node.conversion)
        if node.format_spec:
            text += ":" + self.field(node.format_spec, True)
        return text + "}"

    x_FormattedValue = x_Interpolation = lambda self, node, level: (
        ("f" if _kind(node) == "FormattedValue" else "t") + self.fields(JoinedStr([node])))

    # ---- patterns ----------------------------------------------------------------------------------

    def x_MatchValue(self, node, level):
        return self.expr(node.value)

    def x_MatchSingleton(self, node, level):
        return _value(node.value)

    def x_MatchSequence(self, node, level):
        return f"[{self.commas(node.patterns)}]"

    def x_MatchStar(self, node, level):
        return "*" + _name_or("_", node.name)

    def x_MatchMapping(self, node, level):
        parts = [f"{self.expr(key)}: {self.expr(pattern)}"
                 for key, pattern in zip(node.keys, node.patterns)]
        if node.rest is not None:
            parts.append("**" + node.rest)
        return "{" + ", ".join(parts) + "}"

    def x_MatchClass(self, node, level):
        parts = [self.expr(pattern) for pattern in node.patterns]
        parts += [f"{name}={self.expr(pattern)}"
                  for name, pattern in zip(node.kwd_attrs, node.kwd_patterns)]
        return f"{self.expr(node.cls, _ATOM)}({', '.join(parts)})"

    def x_MatchAs(self, node, level):
        if node.name is None:
            return "_"
        if node.pattern is None:
            return node.name
        return _wrap(f"{self.expr(node.pattern, _BOR)} as {node.name}", _TEST, level)

    def x_MatchOr(self, node, level):
        parts = [self.expr(pattern, _BOR + 1) for pattern in node.patterns]
        return _wrap(" | ".join(parts), _BOR, level)
