"""Abstract syntax trees: their classes, and what is done with them.

The compiler makes the trees (compile with PyCF_ONLY_AST) as instances of these classes, which are
made from the grammar below when the image is.  Walks keep stacks of their own where a tree may be
deep.
"""

from _syntax_tree import compile as _compile_flat

PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
PyCF_OPTIMIZED_AST = 0x8400

# A group, its alternatives; a star: a list, a question mark: may be None.
_GRAMMAR = """
mod: Module(stmt* body, type_ignore* type_ignores) | Interactive(stmt* body) | Expression(expr body)
    | FunctionType(expr* argtypes, expr returns)
stmt!: FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns,
        string? type_comment, type_param* type_params)
    | AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list,
        expr? returns, string? type_comment, type_param* type_params)
    | ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list,
        type_param* type_params)
    | Return(expr? value) | Delete(expr* targets)
    | Assign(expr* targets, expr value, string? type_comment)
    | TypeAlias(expr name, type_param* type_params, expr value)
    | AugAssign(expr target, operator op, expr value)
    | AnnAssign(expr target, expr annotation, expr? value, int simple)
    | For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
    | AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
    | While(expr test, stmt* body, stmt* orelse) | If(expr test, stmt* body, stmt* orelse)
    | With(withitem* items, stmt* body, string? type_comment)
    | AsyncWith(withitem* items, stmt* body, string? type_comment)
    | Match(expr subject, match_case* cases) | Raise(expr? exc, expr? cause)
    | Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
    | TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
    | Assert(expr test, expr? msg) | Import(alias* names)
    | ImportFrom(identifier? module, alias* names, int? level) | Global(identifier* names)
    | Nonlocal(identifier* names) | Expr(expr value) | Pass | Break | Continue
expr!: BoolOp(boolop op, expr* values) | NamedExpr(expr target, expr value)
    | BinOp(expr left, operator op, expr right) | UnaryOp(unaryop op, expr operand)
    | Lambda(arguments args, expr body) | IfExp(expr test, expr body, expr orelse)
    | Dict(expr?* keys, expr* values) | Set(expr* elts)
    | ListComp(expr elt, comprehension* generators)
    | SetComp(expr elt, comprehension* generators)
    | DictComp(expr key, expr value, comprehension* generators)
    | GeneratorExp(expr elt, comprehension* generators) | Await(expr value) | Yield(expr? value)
    | YieldFrom(expr value) | Compare(expr left, cmpop* ops, expr* comparators)
    | Call(expr func, expr* args, keyword* keywords)
    | FormattedValue(expr value, int conversion, expr? format_spec)
    | Interpolation(expr value, constant str, int conversion, expr? format_spec)
    | JoinedStr(expr* values) | TemplateStr(expr* values) | Constant(constant value, string? kind)
    | Attribute(expr value, identifier attr, expr_context ctx)
    | Subscript(expr value, expr slice, expr_context ctx) | Starred(expr value, expr_context ctx)
    | Name(identifier id, expr_context ctx) | List(expr* elts, expr_context ctx)
    | Tuple(expr* elts, expr_context ctx) | Slice(expr? lower, expr? upper, expr? step)
expr_context: Load | Store | Del
boolop: And | Or
operator: Add | Sub | Mult | MatMult | Div | Mod | Pow | LShift | RShift | BitOr | BitXor | BitAnd
    | FloorDiv
unaryop: Invert | Not | UAdd | USub
cmpop: Eq | NotEq | Lt | LtE | Gt | GtE | Is | IsNot | In | NotIn
comprehension = comprehension(expr target, expr iter, expr* ifs, int is_async)
excepthandler!: ExceptHandler(expr? type, identifier? name, stmt* body)
arguments = arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr?* kw_defaults,
        arg? kwarg, expr* defaults)
arg! = arg(identifier arg, expr? annotation, string? type_comment)
keyword! = keyword(identifier? arg, expr value)
alias! = alias(identifier name, identifier? asname)
withitem = withitem(expr context_expr, expr? optional_vars)
match_case = match_case(pattern pattern, expr? guard, stmt* body)
pattern!!: MatchValue(expr value) | MatchSingleton(constant value)
    | MatchSequence(pattern* patterns)
    | MatchMapping(expr* keys, pattern* patterns, identifier? rest)
    | MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns)
    | MatchStar(identifier? name) | MatchAs(pattern? pattern, identifier? name)
    | MatchOr(pattern* patterns)
type_ignore: TypeIgnore(int lineno, string tag)
type_param!!: TypeVar(identifier name, expr? bound, expr? default_value)
    | ParamSpec(identifier name, expr? default_value)
    | TypeVarTuple(identifier name, expr? default_value)
"""

_UNUSED = "type_comment", "type_ignores"  # the compiler has no use for these fields
_groups = {}  # class: the name of its group, and whether its nodes have a place
_placed = set()  # the groups whose nodes have one
_rows = {}  # class: fields and what they are, as in the grammar
_PLACE = "lineno", "col_offset", "end_lineno", "end_col_offset"


class AST:
    _fields = ()
    _attributes = ()

    __match_args__ = ()

    def __init__(self, *args, **kwargs):
        cls = type(self)
        fields = cls._fields
        if len(args) > len(fields):
            raise TypeError(f"{cls.__name__} constructor takes at most {len(fields)} positional "
                            f"argument{'' if len(fields) == 1 else 's'}")
        given = set(fields[:len(args)])
        for name, value in zip(fields, args):
            setattr(self, name, value)
        for name, value in kwargs.items():
            if name in fields:
                if name in given:
                    raise TypeError(f"{cls.__name__} got multiple values for argument {name!r}")
                given.add(name)
            elif name not in cls._attributes:
                _warn(f"{cls.__name__}.__init__ got an unexpected keyword argument {name!r}. "
                      "Support for arbitrary keyword arguments is deprecated and will be removed "
                      "in Python 3.15.")
            setattr(self, name, value)
        for name in fields:
            if name not in given:
                self._fill(name)

    def _fill(self, name):
        kind = getattr(type(self), "_field_types", {}).get(name)
        if kind is None or hasattr(type(self), name):
            return
        if getattr(kind, "__origin__", None) is list:
            setattr(self, name, [])
        elif kind is expr_context:
            setattr(self, name, _singletons["Load"])
        else:
            _warn(f"{type(self).__name__}.__init__ missing 1 required positional argument: "
                  f"{name!r}. This will become an error in Python 3.15.")

    def __repr__(self):
        return _repr(self, 3)

    def __reduce__(self):
        state = self.__dict__
        given = []
        for name in self._fields:
            if name not in state:
                break
            given.append(None)
        return type(self), tuple(given), state

    def __replace__(self, /, **changes):
        cls = type(self)
        known = dict.fromkeys((*cls._fields, *cls._attributes))
        for name in changes:
            if name not in known:
                raise TypeError(f"{cls.__name__}.__replace__ got an unexpected keyword argument "
                                f"{name!r}.")
        state = self.__dict__
        missing = [name for name in cls._fields
                   if name not in state and name not in changes and not hasattr(cls, name)]
        if missing:
            names = ", ".join(map(repr, missing))
            raise TypeError(f"{cls.__name__}.__replace__ missing {len(missing)} keyword "
                            f"argument{'s' if len(missing) > 1 else ''}: {names}.")
        return cls(**{name: state[name] for name in known if name in state} | changes)


def _warn(message):
    import warnings
    warnings.warn(message, DeprecationWarning, stacklevel=4)


def _repr(node, depth):
    name = type(node).__name__
    if depth <= 0:
        return f"{name}(...)"
    parts = []
    for field in node._fields:
        value = getattr(node, field)
        if isinstance(value, (list, tuple)):
            shown = [_repr(item, depth - 1) if isinstance(item, AST) else repr(item)
                     for item in (value[:1] + value[-1:] if len(value) > 1 else value)]
            if len(value) > 2:
                shown.insert(1, "...")
            text = ", ".join(shown)
            text = f"[{text}]" if isinstance(value, list) else f"({text})"
        elif isinstance(value, AST):
            text = _repr(value, depth - 1)
        else:
            text = repr(value)
        parts.append(f"{field}={text}")
    return f"{name}({', '.join(parts)})"


def _make_classes():
    from types import GenericAlias
    scope = globals()
    rows = []
    for line in _GRAMMAR.strip().split("\n"):
        if line[0] == " ":
            rows[-1] += " " + line.strip()
        else:
            rows.append(line)
    waiting = []

    def make(name, base, text, places, optional):
        doc = text if base is not AST or text.startswith(name + "(") else None
        members = {"__module__": "ast", "__doc__": doc, "_fields": ()}
        if places:
            members["_attributes"] = _PLACE
            if optional:
                members["end_lineno"] = members["end_col_offset"] = None
        scope[name] = cls = type(name, (base,), members)
        fields = text.partition("(")[2].rstrip(")")
        if fields:
            pairs = [part.split() for part in fields.split(", ")]
            cls._fields = cls.__match_args__ = tuple([field for _, field in pairs])
            for kind, field in pairs:
                if kind[-1] == "?":
                    setattr(cls, field, None)
            waiting.append((cls, pairs))
        elif text:
            cls._field_types = {}

    for row in rows:
        product = " = " in row
        head, _, rest = row.partition(" = " if product else ": ")
        places = head.count("!")
        head = head.rstrip("!")
        if places:
            _placed.add(head)
        alternatives = [" ".join(part.split()) for part in rest.split(" | ")]
        if product:
            make(head, AST, alternatives[0], places, places == 1)
            _groups[scope[head]] = head, places
            continue
        indent = "\n" + " " * len(head) + " | "
        joined = indent.join(alternatives) if "(" in rest else " | ".join(alternatives)
        make(head, AST, "", places, places == 1)
        scope[head].__doc__ = f"{head} = {joined}"
        for text in alternatives:
            name = text.partition("(")[0]
            make(name, scope[head], text, 0, False)
            _groups[scope[name]] = head, places
    kinds = {"identifier": str, "string": str, "constant": object, "int": int}
    for cls, pairs in waiting:
        types = {}
        for kind, field in pairs:
            base = kind.rstrip("?*")
            base = kinds.get(base) or scope[base]
            if kind[-1] == "*":
                base = GenericAlias(list, (base,))
            elif kind[-1] == "?":
                base = base | None
            types[field] = base
        cls._field_types = cls.__annotations__ = types
        _rows[cls] = [(field, kind) for kind, field in pairs if field not in _UNUSED]
    singletons = {}
    for group in (expr_context, boolop, operator, unaryop, cmpop):
        for cls in group.__subclasses__():
            singletons[cls.__name__] = cls()
    return singletons


_singletons = {}
_singletons.update(_make_classes())


# Classes of older trees: their nodes are others now, or are never made.
class slice(AST):
    """Of trees before 3.9."""


class Index(slice):
    """What stood around a subscript before 3.9: making one gives the subscript."""

    def __new__(cls, value, **kwargs):
        return value


class ExtSlice(slice):
    """Several subscripts before 3.9: making one gives a Tuple."""

    def __new__(cls, dims=(), **kwargs):
        return Tuple(list(dims), Load(), **kwargs)


class Suite(mod):
    """Of trees of Python 2; there are no such nodes."""


class AugLoad(expr_context):
    """Of trees of Python 2; there are no such nodes."""


class AugStore(expr_context):
    """Of trees of Python 2; there are no such nodes."""


class Param(expr_context):
    """Of trees of Python 2; there are no such nodes."""


def _set_elements(node, value):
    node.elts = value


Tuple.dims = property(lambda node: node.elts, _set_elements, doc="The old name of elts.")


# ---- trees to be compiled -------------------------------------------------------------------------

def _compile_tree(tree, filename, mode, flags, only_ast):
    wanted = (Module, Expression, Interactive)[mode]
    if not isinstance(tree, wanted):
        raise TypeError(f"expected {wanted.__name__} node, got {type(tree).__name__}")
    flat = _flat(tree)
    if only_ast:
        from copy import deepcopy
        return deepcopy(tree)
    return _compile_flat(flat, filename, mode, flags)


def _class_of(node, group):
    for cls in type(node).__mro__:
        found = _groups.get(cls)
        if found is not None and found[0] == group:
            return cls
    if group in _placed:
        for name in ("lineno", "col_offset"):
            if not hasattr(node, name):
                raise _missing(name, group)
    raise TypeError(f"expected some sort of {group}, but got {node!r}")


def _missing(field, where):
    return TypeError(f'required field "{field}" missing from {where}')


def _int(value):
    if not isinstance(value, int):
        raise ValueError(f"invalid integer value: {value!r}")
    return int(value)


def _put_place(put, node, group):
    ends = []
    for name, end in (("lineno", "end_lineno"), ("col_offset", "end_col_offset")):
        try:
            value = getattr(node, name)
        except AttributeError:
            raise _missing(name, group) from None
        value = _int(value)
        put(value)
        last = getattr(node, end, None)
        ends.append(value if last is None else _int(last))
    put(ends[0])
    put(ends[1])


def _check_constant(value):
    kind = type(value)
    if kind in (tuple, frozenset):
        for item in value:
            _check_constant(item)
    elif value is not None and value is not ... and kind not in (int, float, complex, bool, str,
                                                                 bytes):
        raise TypeError(f"got an invalid type in Constant: {kind.__name__}")


def _put_plain(put, value, kind):
    if kind == "constant":
        _check_constant(value)
    elif kind == "int":
        value = _int(0 if value is None else value)
    elif value is not None and type(value) is not str:
        raise TypeError(f"AST {kind} must be of type str")
    put(value)


def _fields(node, cls, name):
    """What the fields hold, the last one first."""
    found = []
    for field, kind in _rows.get(cls, ()):
        try:
            value = getattr(node, field)
        except AttributeError:
            if kind[-1] == "*":
                value = []
            elif kind[-1] == "?":
                value = None
            else:
                raise _missing(field, name) from None
        if kind[-1] == "*" and not isinstance(value, list):
            raise TypeError(f'{name} field "{field}" must be a list, not a {type(value).__name__}')
        found.append((value, kind))
    found.reverse()
    return found


def _flat(tree):
    """The tree as a list of plain values, in the form the compiler reads."""
    out = []
    put = out.append
    todo = [(tree, "mod", 0)]
    while todo:
        value, kind, depth = todo.pop()
        if kind[-1] == "*":
            put(len(value))
            kind = kind[:-1]
            todo.extend([(item, kind, depth) for item in reversed(value)])
            continue
        kind = kind.rstrip("?")
        if kind in ("identifier", "string", "int", "constant"):
            _put_plain(put, value, kind)
        elif value is None:
            put(None)
        else:
            if depth > 1000:  # as deep as the compiler goes: a circle, perhaps
                raise RecursionError("maximum recursion depth exceeded during ast construction")
            cls = _class_of(value, kind)
            put(cls.__name__)
            if _groups[cls][1]:
                _put_place(put, value, kind)
            depth += 1
            todo.extend([(item, what, depth) for item, what in _fields(value, cls, cls.__name__)])
    return out


# ---- what is done with trees ----------------------------------------------------------------------

def parse(source, filename="<unknown>", mode="exec", *, type_comments=False, feature_version=None,
          optimize=-1):
    """The syntax tree of a source text."""
    flags = (PyCF_ONLY_AST | (PyCF_OPTIMIZED_AST if optimize > 0 else 0)
             | (PyCF_TYPE_COMMENTS if type_comments else 0))
    if isinstance(feature_version, tuple) and feature_version[0] != 3:
        raise ValueError(f"Unsupported major version: {feature_version[0]}")
    return compile(source, filename, mode, flags, optimize=optimize)


def literal_eval(node_or_string):
    """The value of a text, or of a node, that is made of literals only: numbers, texts, bytes,
    tuples, lists, dicts, sets, True, False, None.
    """
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(" \t"), mode="eval").body
    elif isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body
    return _literal(node_or_string)


def _malformed(node):
    line = getattr(node, "lineno", None)
    raise ValueError(f"malformed node or string{f' on line {line}' if line else ''}: {node!r}")


def _number(node):
    if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
        _malformed(node)
    return node.value


def _signed(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        number = _number(node.operand)
        return number if isinstance(node.op, UAdd) else -number
    return _number(node)


def _literal(node):
    kind = type(node)
    if isinstance(node, Constant):
        return node.value
    for node_type, make in ((Tuple, tuple), (List, list), (Set, set)):
        if isinstance(node, node_type):
            return make([_literal(item) for item in node.elts])
    if isinstance(node, Dict):
        if len(node.keys) == len(node.values):
            return {_literal(key): _literal(value) for key, value in zip(node.keys, node.values)}
        _malformed(node)
    if isinstance(node, Call):
        # An empty set has no other form.
        if isinstance(node.func, Name) and node.func.id == "set" and not (
                node.args or node.keywords):
            return set()
    elif isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
        # A complex number: a real part, and an imaginary one.
        real, imaginary = _signed(node.left), _number(node.right)
        if isinstance(imaginary, complex) and isinstance(real, (int, float)):
            return real + imaginary if isinstance(node.op, Add) else real - imaginary
    return _signed(node)


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=False):
    """A tree as text: the calls that would make it. With indent one node a line."""
    if not isinstance(node, AST):
        raise TypeError(f"expected AST, got {type(node).__name__!r}")
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent

    def lines(level):
        # What stands before the first part, and between parts.
        if indent is None:
            return "", ", "
        return "\n" + indent * level, ",\n" + indent * level

    def show(value, level):
        # The text, and whether it is simple: no parts of its own.
        level += 1
        before, between = lines(level)
        if isinstance(value, AST):
            parts, simple = show_parts(value, level)
            name = type(value).__name__
            if simple and len(parts) <= 3:
                return f"{name}({', '.join(parts)})", not parts
            return f"{name}({before}{between.join(parts)})", False
        if isinstance(value, list):
            if not value:
                return "[]", True
            return f"[{before}{between.join([show(item, level)[0] for item in value])}]", False
        return repr(value), True

    def show_parts(tree, level):
        cls = type(tree)
        parts, empty, simple, named = [], [], True, annotate_fields
        for name in tree._fields:
            value = getattr(tree, name, show)
            if value is show or value is None and getattr(cls, name, ...) is None:
                named = True
                continue
            if not show_empty:
                if value == []:
                    kind = cls._field_types.get(name, object)
                    if getattr(kind, "__origin__", ...) is list:
                        if not named:
                            empty.append("[]")
                        continue
                if not named:
                    parts += empty
                    empty = []
            text, is_simple = show(value, level)
            simple = simple and is_simple
            parts.append(f"{name}={text}" if named else text)
        if include_attributes:
            for name in tree._attributes:
                value = getattr(tree, name, show)
                if value is show or value is None and getattr(cls, name, ...) is None:
                    continue
                text, is_simple = show(value, level)
                simple = simple and is_simple
                parts.append(f"{name}={text}")
        return parts, simple

    return show(node, 0)[0]


def iter_fields(node):
    """Iterate over the fields that a node has, as (name, value)."""
    for name in node._fields:
        if hasattr(node, name):
            yield name, getattr(node, name)


def iter_child_nodes(node):
    """Iterate over the nodes that are fields of a node, or in lists that are."""
    for name in node._fields:
        value = getattr(node, name, None)
        if isinstance(value, list):
            yield from [item for item in value if isinstance(item, AST)]
        elif isinstance(value, AST):
            yield value


def walk(node):
    """Iterate over a node and all that are in it, the nearest first."""
    level = [node]
    while level:
        below = []
        for node in level:
            # Before the node is handed out: who walks may change it.
            below += iter_child_nodes(node)
            yield node
        level = below


def copy_location(new_node, old_node):
    """Give a node the place of another one in the source, and return it."""
    shared = [name for name in _PLACE
              if name in new_node._attributes and name in old_node._attributes]
    for name in shared:
        place = getattr(old_node, name, None)
        # An end that is None is one that is not known.
        if place is not None or name.startswith("end_") and hasattr(old_node, name):
            setattr(new_node, name, place)
    return new_node


def fix_missing_locations(node):
    """Give the nodes that have no place in the source the one of their parent, as compile() needs
    one.
    """
    waiting = [(node, (1, 0, 1, 0))]
    while waiting:
        current, place = waiting.pop()
        place = list(place)
        for at, name in enumerate(_PLACE):
            if name not in current._attributes:
                continue
            value = getattr(current, name, None)
            missing = value is None if at > 1 else not hasattr(current, name)
            if missing:
                setattr(current, name, place[at])
            else:
                place[at] = value
        waiting += [(child, place) for child in iter_child_nodes(current)]
    return node


def increment_lineno(node, n=1):
    """Move a node, and all that are in it, n lines down, and return it."""
    for child in walk(node):
        # A TypeIgnore's line is a field of it.
        if "lineno" in child._attributes or isinstance(child, TypeIgnore):
            child.lineno = n + getattr(child, "lineno", 0)
        if "end_lineno" in child._attributes:
            end = getattr(child, "end_lineno", 0)
            if end is not None:
                child.end_lineno = n + end
    return node


def get_docstring(node, clean=True):
    """The docstring of a module, class or function node; None if it has none. clean takes the
    indentation away.
    """
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError(f"{type(node).__name__!r} can't have docstrings")
    match node.body:
        case [Expr(value=Constant(value=str(text))), *_]:
            if clean:
                import inspect
                text = inspect.cleandoc(text)
            return text
    return None


def get_source_segment(source, node, *, padded=False):
    """The part of the source that a node was made of; None where its place is not known."""
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    import re
    # Only what ends a line for the compiler: no form feeds.
    lines = [found.group() for found in re.finditer(r"(.*?(?:\r\n|\n|\r|\Z))", source, re.S)]
    lines = lines[first:last + 1]
    if not lines:
        return None
    raw = [line.encode() for line in lines]
    if len(raw) == 1:
        return raw[0][start:end].decode()
    padding = ""
    if padded:
        before = raw[0][:start].decode()
        padding = "".join([c if c in "\f\t" else " " for c in before])
    middle = "".join(lines[1:-1])
    return padding + raw[0][start:].decode() + middle + raw[-1][:end].decode()


class NodeVisitor:
    """Walks a tree: for each node it calls visit_Class, if a subclass has a method of that name,
    else generic_visit.
    """

    def visit(self, node):
        """Call the method for the class of the node, and return its result."""
        method = getattr(self, "visit_" + type(node).__name__, self.generic_visit)
        return method(node)

    def generic_visit(self, node):
        """Visit the nodes that are in this one: what happens to those without a method of their
        own.
        """
        for child in iter_child_nodes(node):
            self.visit(child)


class NodeTransformer(NodeVisitor):
    """A visitor that changes the tree: what a method returns takes the place of the node. None
    takes it out, and a list puts several in.
    """

    def generic_visit(self, node):
        """Visit the nodes in a node, put what that gives in their place, and return the node."""
        for name, old in iter_fields(node):
            if isinstance(old, AST):
                new = self.visit(old)
                if new is not None:
                    setattr(node, name, new)
                else:
                    delattr(node, name)
            elif isinstance(old, list):
                kept = []
                for item in old:
                    new = self.visit(item) if isinstance(item, AST) else item
                    if new is item or isinstance(new, AST):
                        kept.append(new)
                    elif new is not None:
                        kept += new  # several in the place of one
                old[:] = kept
        return node


def compare(a, b, /, *, compare_attributes=False):
    """Whether two trees have the same nodes and values; with compare_attributes the same places in
    the source, too.
    """
    missing = object()
    waiting = [(a, b)]
    while waiting:
        x, y = waiting.pop()
        if isinstance(x, AST) and isinstance(y, AST):
            if type(x) is not type(y):
                return False
            names = x._fields + x._attributes if compare_attributes else x._fields
            others = y._fields + y._attributes if compare_attributes else y._fields
            if names != others:
                return False
            for name in names:
                left, right = getattr(x, name, missing), getattr(y, name, missing)
                if left is missing and right is missing:
                    continue
                waiting.append((left, right))
        elif isinstance(x, list) and isinstance(y, list):
            if len(x) != len(y):
                return False
            waiting += zip(x, y)
        elif type(x) is not type(y) or x != y:
            return False
    return True


def unparse(ast_obj):
    """Source text that would make the same tree, if not in the same words."""
    from _ast_unparse import Unparser
    return Unparser().unparse(ast_obj)
