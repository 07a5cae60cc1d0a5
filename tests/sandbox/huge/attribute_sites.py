# limits: --max-steps 100000000 --max-memory 268435456
# expect: status=0 last=ok
# More places that name an attribute than a function has inline caches: each trusts its own, so that
# there must be one for each, or none is compiled.
class A:
    def m(self):
        return 1

for n in (1000, 70000):
    lines = ["def f(a, b):"]
    for i in range(n // 4):
        lines.append(" a.x%d = b\n a.m()\n b.x\n global_name = a.x%d" % (i % 40, i % 40))
    try:
        ns = {}
        exec("\n".join(lines), ns)
    except SyntaxError as e:
        print(n, e.msg)
        continue
    b = A()
    b.x = 1
    print(n, ns["f"](A(), b))
# places that name a global share the last cache, which looks at the name
ns = {"a": 1, "b": 2, "c": 3}
exec("def f():\n global r\n r = 0\n" + " r += a\n r += b * c\n" * 20000 + " return r", ns)
assert ns["f"]() == 20000 * 7
print("ok")
