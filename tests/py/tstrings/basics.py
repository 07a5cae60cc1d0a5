# PEP 750 template strings.
name, n = 'World', 42
t = t'Hello {name}! {n:>5} {n!r} {n + 1=}'
print(type(t).__name__, type(t).__module__, t.strings, t.values, len(t.interpolations))
for i in t.interpolations:
    print(i.value, repr(i.expression), i.conversion, repr(i.format_spec))
print([p if isinstance(p, str) else (p.value, p.expression) for p in t])
print(t''.strings, t'plain'.strings, t'{n}'.strings, t'{n}{n}'.strings, t'{n}'.interpolations[0])
print((t'a' + t'{n}b').strings, (t'a{n}' + t'{n}b').values, t'a' t'{n}'.strings[0] if False else (t'a' t'b{n}').strings)
width = 10
print(t'{n:{width}d}'.interpolations[0].format_spec, rt'\n{n}'.strings, t'{{}}'.strings, t'{name!s:>{width}}'.interpolations[0])
def render(t):
    out = []
    for p in t:
        if isinstance(p, str):
            out.append(p)
        else:
            v = {None: lambda x: x, 'r': repr, 's': str, 'a': ascii}[p.conversion](p.value)
            out.append(format(v, p.format_spec))
    return ''.join(out)
print(render(t'{name:>8}|{n:05d}|{name!r}|{3.14159:.2f}|{"nested " + name}'))
for f in (lambda: t'a' + 'b', lambda: 'a' + t'b', lambda: t'{undefined}', lambda: t'a' == t'a', lambda: str(t'x')[:9], lambda: t[0], lambda: len(t'a'), lambda: setattr(t, 'strings', ())):
    try:
        print(f())
    except (TypeError, NameError, AttributeError) as e:
        print(type(e).__name__, e)
print(t'x{n}', repr(t.interpolations[1]))
