# Nested replacement fields, dynamic specs and format on user classes.
w, p, fill, align = 10, 2, '*', '^'
print(f'{3.14159:{w}.{p}f}|{"x":{fill}{align}{w}}|{42:{"0"}{w}d}|{42!r:>{w - 4}}|{"a":{">" if w > 5 else "<"}5}')
print('{:{}{}{}}'.format('x', fill, align, w), '{0:{1}.{2}f}'.format(3.14159, w, p), '{:{w}}'.format(1, w=5), '{v:{spec}}'.format(v=255, spec='#x'))
class Money:
    def __init__(self, n): self.n = n
    def __format__(self, spec):
        if spec.endswith('$'):
            return '$' + format(self.n, spec[:-1] or ',.2f')
        return f'Money({spec or "default"})'
m = Money(1234.5)
print(f'{m}|{m:$}|{m:>10$}|{m:abc}', '{:$}'.format(m), format(m, '.0f$'), '{0:{1}}'.format(m, '$'), f'{m!r:>5}'[:1] == '<', f'{[m]!s:.1}')
row = ['name', 3, 2.5, None, [1]]
print(' | '.join(f'{c!s:<8}' for c in row), ' | '.join('{!r:>6}'.format(c) for c in row))
for n in (1, 22, 333):
    print(f'{n:<6}|{n:>6}|{n:^6}|{n:06}|{n:+}|{-n:5}|{n:e}|{n:b}|{n:%}')
table = {'key': {'inner': [10, 20]}}
print('{t[key][inner][1]}'.format(t=table), '{0.real} {0.imag}'.format(3 + 4j), '{a.__class__.__name__}'.format(a=5), '{0[0][1]}'.format(['xy']))
print(f"{'quotes'!r} {'it''s'} {f'{1 + 1}' * 3} {'a' 'b'} {chr(65)} {'{}'} {{}} {'{{}}'}", f'{{{w}}}', f'{w}{p}{fill}')
print(f'{lambda_ := 5}' if False else f'{(walrus := 7)}{walrus}', f'{1,}', f'{*range(3),}', f'{[*range(3)]}', f'{ {**{"a": 1}} }', f'{w if w > 5 else p}', f'{not w}', f'{w and p}')
