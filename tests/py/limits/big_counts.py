# Many variables, constants, branches, attributes, arguments and elements.
src = '\n'.join(f'v{i} = {i}' for i in range(2000)) + '\nprint(v0, v1999, v256, v257)'
exec(src, {})
src = 'def f():\n' + '\n'.join(f'    v{i} = {i}' for i in range(600)) + '\n    return v0 + v599 + len(locals())'
ns = {}
exec(src, ns)
print(ns['f']())
src = 'def f(x):\n' + '\n'.join(f'    {"el" if i else ""}if x == {i}: return "case {i}"' for i in range(500)) + '\n    else: return "none"'
exec(src, ns)
print(ns['f'](0), ns['f'](499), ns['f'](-1))
print(len(eval('[' + ', '.join(map(str, range(5000))) + ']')), len(eval('{' + ', '.join(f'{i}: {i}' for i in range(3000)) + '}')), sum(eval('(' + ', '.join(map(str, range(1000))) + ')')))
print(eval('+'.join(['1'] * 1000)), eval('"' + 'x' * 10000 + '"').count('x'), len(eval('f"' + '{1}' * 500 + '"')), eval(' and '.join(['1'] * 300)))
class Many: pass
m = Many()
for i in range(1500): setattr(m, f'a{i}', i)
print(m.a0 + m.a1499, len(vars(m)), sum(vars(m).values()))
C = type('C', (), {f'm{i}': (lambda i: lambda self: i)(i) for i in range(500)})
print(C().m0(), C().m499(), len([n for n in dir(C) if n.startswith('m')]))
def many(*a, **k): return len(a), len(k), sum(a)
print(many(*range(3000)), many(**{f'k{i}': i for i in range(2000)}))
fs = [lambda i=i: i for i in range(1000)]
print(sum(f() for f in fs))
def deep(n): return n if n == 0 else deep(n - 1)
print(deep(800), max([*range(10000)]), len({*range(5000)}), len(str(list(range(3000)))), len(','.join(map(str, range(5000)))))
src = 'x = 0\n' + 'x += 1\n' * 3000 + 'print(x)'
exec(src, {})
src = 'def g(x):\n match x:\n' + '\n'.join(f'  case {i}: return "m{i}"' for i in range(300)) + '\n  case _: return "other"'
exec(src, ns)
print(ns['g'](0), ns['g'](299), ns['g'](300))
