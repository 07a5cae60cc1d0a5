# Lines and rows of the usual kind, and those next to it: quotes, line ends, dialects, limits.
import csv, io
for text in ['a,b\r\n', '"a,1",b\n', '"a""b",""\n', '"x\ny",2\n', 'a"b,c\n', '"a"b,c\n', '\n\na\n', '"",""\n', ',\n', '"a', 'a\rb\n', '"é""ß",ü\n', ' "a", b\n', '"a"\r\n"b"', 'x\r\r\n', '"The "Thing"",1\n', '"a" b"c,"d""e"f"\n']:
    for kw in ({}, {"strict": True}, {"delimiter": ";"}, {"quotechar": None, "quoting": 3}, {"quoting": csv.QUOTE_ALL}):
        try:
            print(repr(text), kw, list(csv.reader(io.StringIO(text, newline=""), **kw)))
        except Exception as e:
            print(repr(text), kw, type(e).__name__, e)
class S(str): pass
print([type(x) for x in next(csv.reader([S("a")]))])
for row in ([], [""], [None], ["a", None, 1, 2.5, True], ["a,b", 'q"x', "l\nm", "r\rs"], ["é,"], (1,), "ab", [S("x,y")], ["", ""], [1e300, -0.0, 10**30], ["\"\""], {"a": 1}, range(3)):
    for kw in ({}, {"lineterminator": "!\n"}, {"delimiter": "\t"}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"quotechar": "'"}):
        out = io.StringIO()
        try:
            print(csv.writer(out, **kw).writerow(row), repr(out.getvalue()))
        except Exception as e:
            print(type(e).__name__, e)
csv.field_size_limit(3)
try: print(list(csv.reader(["abc,d", '"abc",x', "abcd"])))
except csv.Error as e: print(e)
