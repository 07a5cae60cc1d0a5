"""A template engine: {{ expr|filter }}, {% for %}, {% if %}, {% include %}"""
import re, html, textwrap, functools, operator, string
TOK = re.compile(r"({{.*?}}|{%.*?%}|{#.*?#})", re.S)
class TemplateSyntaxError(SyntaxError):
    def __init__(self, msg, line): super().__init__(f"{msg} (line {line})"); self.line = line
class Code:
    def __init__(self, ind=0): self.parts, self.ind = [], ind
    def add(self, l): self.parts.append("    " * self.ind + l + "\n")
    def section(self): s = Code(self.ind); self.parts.append(s); return s
    def __str__(self): return "".join(map(str, self.parts))
class Template:
    filters = {"upper": str.upper, "title": str.title, "e": html.escape, "len": len, "join": lambda s, sep=", ": sep.join(map(str, s)), "money": "${:,.2f}".format}
    def __init__(self, src, **ctx):
        self.ctx = ctx; self.vars = set(); self.loop = set()
        c = Code(); c.add("def render(ctx, do, f):"); c.ind += 1; vs = c.section(); c.add("out = []; add = out.append")
        ops, line = [], 1
        for tok in TOK.split(src):
            if tok.startswith("{{"): c.add(f"add(str({self.expr(tok[2:-2].strip(), line)}))")
            elif tok.startswith("{%"):
                match tok[2:-2].split():
                    case ["if", *cond]: ops.append(("if", line)); c.add(f"if {self.expr(' '.join(cond), line)}:"); c.ind += 1
                    case ["else"]: c.ind -= 1; c.add("else:"); c.ind += 1
                    case ["for", v, "in", *seq]: ops.append(("for", line)); self.loop.add(v); c.add(f"for c_{v} in {self.expr(' '.join(seq), line)}:"); c.ind += 1
                    case [end] if end.startswith("end"):
                        if not ops: raise TemplateSyntaxError(f"too many ends: {end}", line)
                        o, l = ops.pop()
                        if o != end[3:]: raise TemplateSyntaxError(f"{end} closes {o} of line {l}", line)
                        c.ind -= 1
                    case other: raise TemplateSyntaxError(f"unknown tag {' '.join(other)!r}", line)
            elif tok.startswith("{#"): pass
            elif tok: c.add(f"add({tok!r})")
            line += tok.count("\n")
        if ops: raise TemplateSyntaxError(f"unclosed {ops[-1][0]}", line)
        for v in sorted(self.vars - self.loop): vs.add(f"c_{v} = ctx[{v!r}]")
        c.add("return ''.join(out)"); self.src = str(c)
        ns = {}; exec(compile(self.src, "<template>", "exec"), ns); self.fn = ns["render"]
    def expr(self, e, line):
        head, *pipes = e.split("|")
        if not re.match(r"[a-z_]\w*(\.\w+)*$", head): raise TemplateSyntaxError(f"bad expression {head!r}", line)
        name, *dots = head.split("."); self.vars.add(name); code = f"c_{name}"
        if dots: code = f"do({code}, {dots})"
        for p in pipes:
            n, _, a = p.partition(":")
            if n not in self.filters: raise TemplateSyntaxError(f"no filter {n!r}", line)
            code = f"f[{n!r}]({code}{', ' + repr(a) if a else ''})"
        return code
    @staticmethod
    def do(v, dots):
        for d in dots:
            try: v = getattr(v, d)
            except AttributeError: v = v[int(d) if d.isdigit() else d]
            if callable(v): v = v()
        return v
    def render(self, **kw): return self.fn({**self.ctx, **kw}, self.do, self.filters)
t = Template("""<h1>{{ title|upper|e }}</h1>
{% for u in users %}{% if u.active %}* {{ u.name|title }}: {{ u.tags|join:/ }} {{ u.bal|money }}
{% else %}- {{ u.name }} ({{ u.tags|len }})
{% endif %}{% endfor %}{# done #}""", title="<Users & co>")
print(t.render(users=[{"name": "ann lee", "active": 1, "tags": ["x", 1], "bal": 1234.5}, {"name": "bob", "active": 0, "tags": [], "bal": 0}])); print(t.src)
for s in ("{% if x %}", "{% endfor %}", "{{ a b }}", "{{ x|zip }}", "{% for x in y %}\n{% endif %}", "{% wat %}"):
    try: Template(s)
    except TemplateSyntaxError as e: print(repr(e), e.line)
try: t.render()
except KeyError as e: print("KeyError", e, e.__traceback__.tb_next.tb_next.tb_frame.f_code.co_filename)
name, n = "World", 3.14159
ts = t"Hello {name!r:>10} and {n:.2f} {{}} {n + 1 = }"
print(ts.strings, [(i.value, i.expression, i.conversion, i.format_spec) for i in ts.interpolations], ts.values, type(ts), ts)
def render(t): return "".join(p if isinstance(p, str) else format({"r": repr, "s": str, "a": ascii, None: lambda x: x}[p.conversion](p.value), p.format_spec) for p in t)
print(render(ts), render(t"a" + t"b{1}"), t"" == t"", ts.interpolations[0])
print(f"{name!r:^{len(name) + 6}}|{n:{'.3'}f}|{'nested ' + f'{n:.1f}'}|{n=}|{n = :.1f}|{name!s=}|{ {'a': 1}['a'] }|{(lambda x: x * 2)(3)}|{'\n'.join(['a', 'b'])}|{1_000_000:_}|{None}|{[1, 2]!s:>10}")
t.render(users=[{"name": "x"}])
