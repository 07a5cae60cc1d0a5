"""agent: a small template language: variables, filters, loops and conditions."""
import re

TOKEN = re.compile(r"({{.*?}}|{%.*?%})")
SOURCE = """Dear {{ user.name|title }},
{% for item in items %}{% if item.qty %}- {{ item.name|upper }}: {{ item.qty }} x {{ item.price|money }}
{% endif %}{% endfor %}{% if vip %}You are a VIP.{% else %}Join our club!{% endif %}
Total: {{ total|money }}
"""
FILTERS = {"title": str.title, "upper": str.upper, "money": lambda v: f"{v:,.2f} EUR", "str": str}


def lookup(path, scope):
    value = scope
    for part in path.split("."):
        value = value[part] if isinstance(value, dict) else getattr(value, part)
    return value


def compile_template(source):
    stack, nodes = [], []
    for token in TOKEN.split(source):
        if token.startswith("{{"):
            name, *filters = token[2:-2].strip().split("|")
            nodes.append(("var", name, filters))
        elif token.startswith("{%"):
            words = token[2:-2].split()
            if words[0] in ("for", "if"):
                stack.append((words, nodes, None))
                nodes = []
            elif words[0] == "else":
                words, outer, _ = stack.pop()
                stack.append((words, outer, nodes))
                nodes = []
            else:
                words, outer, before = stack.pop()
                body, other = (before, nodes) if before is not None else (nodes, [])
                outer.append(("for", words[1], words[3], body) if words[0] == "for" else ("if", words[1], body, other))
                nodes = outer
        elif token:
            nodes.append(("text", token))
    return nodes


def render(nodes, scope, out):
    for node in nodes:
        kind = node[0]
        if kind == "text":
            out.append(node[1])
        elif kind == "var":
            value = lookup(node[1], scope)
            for f in node[2]:
                value = FILTERS[f](value)
            out.append(str(value))
        elif kind == "if":
            render(node[2] if lookup(node[1], scope) else node[3], scope, out)
        else:
            for value in lookup(node[2], scope):
                render(node[3], {**scope, node[1]: value}, out)


def run(n):
    total, template = 0, compile_template(SOURCE)
    items = [{"name": "item %d" % i, "qty": i % 4, "price": i * 2.5} for i in range(12)]
    for i in range(n):
        if i % 20 == 0:
            template = compile_template(SOURCE)
        out = []
        render(template, {"user": {"name": "ada lovelace"}, "items": items, "vip": i % 2, "total": i * 3.75}, out)
        total += len("".join(out))
    return total


N = 15000


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
