# exec and eval with __builtins__ of their own, and what they and compile accept.
g = {"__builtins__": {"len": lambda x: "mine"}}
print(eval("len([1])", g), eval("[len(c) for c in 'ab']", g))
g = {"__builtins__": {}}
exec("def f(): return len([])\ndef h(): return 5", g)
print(g["h"]())
for call in (lambda: g["f"](), lambda: eval("print", {"__builtins__": {}}), lambda: eval("1", 5), lambda: eval("1", []),
             lambda: eval("1", {}, 5), lambda: exec("1", []), lambda: exec("1", {}, 5), lambda: exec("1", 5, 5),
             lambda: eval("1", 5, 5), lambda: compile(5, "f", "exec"), lambda: eval([]), lambda: exec(None),
             lambda: compile("1\0", "f", "exec"), lambda: compile("1", "f", "nope"),
             lambda: compile("1", "f", "exec", 0, False, 5), lambda: compile("'\ud800'", "f", "exec"),
             lambda: eval(memoryview(b"1 + 1")), lambda: eval(bytearray(b"2 + 1")), lambda: eval(b"\xef\xbb\xbf 3")):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e.args)
import builtins
print(eval("len('ab')", {"__builtins__": builtins}), eval("len('ab')", {}))
