import pyparsing as pp
from pyparsing import Word, alphas, nums, Suppress, Group, OneOrMore, Forward, infix_notation, opAssoc, Optional, Literal
greet = Word(alphas) + Suppress(",") + Word(alphas) + Literal("!")
print(greet.parse_string("Hello, World!"), greet)
integer = Word(nums).set_parse_action(lambda t: int(t[0]))
expr = infix_notation(integer, [("*", 2, opAssoc.LEFT), ("+", 2, opAssoc.LEFT)])
print(expr.parse_string("1+2*3+4").as_list())
nested = Forward()
nested <<= Suppress("(") + Group(OneOrMore(integer | nested)) + Suppress(")")
print(nested.parse_string("(1 (2 3) (4 (5)))").as_list())
kv = pp.dict_of(Word(alphas) + Suppress("="), integer)
r = kv.parse_string("a=1 b=2")
print(r.as_dict(), r["a"], r.dump())
named = Word(alphas)("name") + Optional(integer("age"), default=0)
print(named.parse_string("bob 5").as_dict(), named.parse_string("al").age)
for bad in ("Hello World!", "1"):
    try:
        greet.parse_string(bad)
    except pp.ParseException as e:
        print(e, e.loc, e.lineno, e.column)
print([t[0] for t in integer.search_string("a1b22c333")], pp.Regex(r"(?P<y>\d{4})-(?P<m>\d\d)").parse_string("2024-05").as_dict(), integer.transform_string("x1y2"))
print(pp.common.number.parse_string("3.5e2"), pp.QuotedString('"').parse_string('"a b"'), pp.delimited_list(integer).parse_string("1, 2,3"))
