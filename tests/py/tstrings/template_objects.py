# Template and Interpolation made by hand, nested and lazy parts.
from string.templatelib import Template, Interpolation, convert
i = Interpolation(5, 'x', 'r', '>3')
print(i, i.value, i.expression, i.conversion, i.format_spec, Interpolation(1))
t = Template('a', i, 'b', 'c', Interpolation(2))
print(t.strings, t.values, list(t), t.interpolations)
print(Template().strings, Template('x').strings, Template(i, i).strings)
print(convert('é', 'a'), convert(5, None), convert('x', 'r'), repr(convert(5, 's')))
x = t'{t"inner {5}"} outer'
print(type(x.values[0]).__name__, x.values[0].values)
calls = []
def f():
    calls.append(1)
    return 'v'
tt = t'{f()}{f()}'
print(len(calls), tt.values, len(calls))
match t'{1}':
    case Template(strings=s, interpolations=(Interpolation(v, e, c, spec),)):
        print(s, v, e, c, repr(spec))
for bad in (lambda: Interpolation(1, 'x', 'z'), lambda: Template(5), lambda: Interpolation(), lambda: Interpolation(1, 2), lambda: Template(x=1)):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print((t'a' + Template('b')).strings, isinstance(t'', Template))
