# JSON and its errors; ends with a TypeError.
import json
cfg = json.loads('{"a": [1, 2, {"b": null}]}')
try: json.loads('{"a": [1, 2,, 3]}')
except json.JSONDecodeError as e: print(e, e.pos, e.lineno, e.colno, e.doc, e.msg)
for s in ['', '{', '[1,]', '{"a" 1}', '{"a": 1,}', 'nul', '"abc', '"\\x"', '1.', '[1 2]', '{"a":1 "b":2}', "{'a':1}", 'NaN', '-Infinity', '"\\ud800"', '01', '1e5', '"a\nb"', '\ufeff{}']:
    try: print(repr(s), json.loads(s))
    except ValueError as e: print(repr(s), e)
class P:
    def __init__(s, x): s.x = x
try: json.dumps({"p": [P(1)]})
except TypeError as e: print(e, e.__notes__)
print(json.dumps({"b": [1, 2.5, None, True, {"é": "\u2028\n"}], "a": {}, 3: [], None: 1, 1.5: 2}, indent=2, ensure_ascii=False), json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")), json.dumps([float("inf"), 1e100, -0.0, 10**30]), json.dumps(P(3), default=vars), json.dumps({(1, 2): 1, "a": 1}, skipkeys=True), json.dumps("é😀"), json.dumps([[], {}, [{}]], indent="\t"))
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        return super().default(o)
print(json.dumps({1: {3, 1}}, cls=Enc), json.loads('{"a": 1.5, "b": 2}', parse_float=str, object_pairs_hook=list), json.loads("[1]", parse_int=float))
for bad in ("json.dumps({(1,): 2})", "json.dumps(float('nan'), allow_nan=False)", "json.loads(1)", "json.dumps([[]], cls=Enc, default=1, x=2)", "json.dumps({1j})"):
    try: print(eval(bad))
    except Exception as e: print(bad, type(e).__name__, e)
a = []; a.append(a)
try: json.dumps(a)
except ValueError as e: print(e, getattr(e, "__notes__", 0))
print(cfg["a"][2]["b"]["c"])
