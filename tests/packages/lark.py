from lark import Lark, Transformer, Tree, UnexpectedInput, v_args
grammar = r"""
    ?start: sum
    ?sum: product | sum "+" product -> add | sum "-" product -> sub
    ?product: atom | product "*" atom -> mul | product "/" atom -> div
    ?atom: NUMBER -> number | "-" atom -> neg | "(" sum ")"
    %import common.NUMBER
    %import common.WS_INLINE
    %ignore WS_INLINE
"""
@v_args(inline=True)
class Calc(Transformer):
    from operator import add, sub, mul, truediv as div, neg
    number = float
for parser in ("lalr", "earley"):
    lark = Lark(grammar, parser=parser)
    tree = lark.parse("1 + 2 * (3 - 4) / 8")
    print(tree.pretty())
    print(Calc().transform(tree))
json = Lark(r"""
    ?value: dict | list | ESCAPED_STRING -> string | SIGNED_NUMBER -> number | "true" -> true | "null" -> null
    list: "[" [value ("," value)*] "]"
    dict: "{" [pair ("," pair)*] "}"
    pair: ESCAPED_STRING ":" value
    %import common.ESCAPED_STRING
    %import common.SIGNED_NUMBER
    %import common.WS
    %ignore WS
""", start="value", parser="lalr")
class ToPython(Transformer):
    def string(self, s): return s[0][1:-1]
    def number(self, n): return float(n[0])
    list, pair, dict = list, tuple, dict
    null = lambda self, _: None
    true = lambda self, _: True
print(ToPython().transform(json.parse('{"a": [1, 2.5, null], "b": {"c": true}}')))
try:
    json.parse('{"a": }')
except UnexpectedInput as e:
    print(type(e).__name__, e.line, e.column, sorted(e.expected)[:3])
