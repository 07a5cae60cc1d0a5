# json.loads: values, hooks, positions of errors, raw_decode.
import json
import io

print(json.loads(' {"a": [1, -2.5e3, "x\\u00e9\\ud83d\\ude00\\n", null, true, false], "b": {}} '))
print(json.loads("[NaN, Infinity, -Infinity, 1E5, 0, -0, 0.0, -0.0, 123456789012345678901234567890]"))
print(json.loads(b'"bytes"'), json.loads(bytearray(b"[1]")), json.loads('"x"'.encode("utf-16")), json.loads("[]"), json.loads('""'))
print(json.loads('{"a": 1, "b": {"c": 2}}', object_hook=lambda d: sorted(d.items())),
      json.loads('{"a": 1, "a": 2}', object_pairs_hook=list), json.loads('{"a": 1, "a": 2}'))
print(json.loads("[1.5, 2, NaN]", parse_float=str, parse_int=float, parse_constant=lambda c: "<" + c + ">"))
print(json.load(io.StringIO("[1, 2]")), json.loads('"a\tb"', strict=False))
out = io.StringIO()
json.dump({"k": [1]}, out)
print(out.getvalue())
dec = json.JSONDecoder()
print(dec.raw_decode('{"a": 1} tail'), dec.raw_decode("xx [1]", 3), dec.decode(" 5 "))
for text in ("", " ", "[", "[1", "[1,", "[1,]", "[1 2]", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{1:2}", '{"a" 1}',
             "nul", "tru", "01", "1.", "-", ".5", "+1", '"abc', '"\\x"', '"\\u12"', '"\\u12g4"', '"a\nb"', "[1] 2", "'a'",
             "\ufeff[]", '{"a": nope}', "[\n\n  1,\n  x]", '"\\ud800"', "Inf", '{"a":1 "b":2}', "[,1]", "1e", "--1"):
    try:
        print(repr(text), repr(json.loads(text)))
    except json.JSONDecodeError as e:
        print(repr(text), "|", e, "|", e.msg, e.pos, e.lineno, e.colno)
for bad in (lambda: json.loads(5), lambda: json.loads(None), lambda: json.loads(b"\xff"), lambda: json.loads("[1]", cls=int)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class Dec(json.JSONDecoder):
    def decode(self, s):
        return ["decoded", super().decode(s)]


print(json.loads("1", cls=Dec), isinstance(json.JSONDecodeError("m", "a\nb", 2), ValueError))
