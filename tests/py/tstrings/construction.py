# What templates and interpolations can and cannot do: construction, operators, attributes, copies.
import copy
from string.templatelib import Template, Interpolation

t, i = t'a{1}', Interpolation(1, 'x', 'r', '>3')


def show(text):
    try:
        print(text, '->', eval(text))
    except Exception as error:
        print(text, '->', type(error).__name__, error)


for text in [
    "Template(1)", "Template('a', 1)", "Template(a=1)", "Template('a', 'b', i, i)", "Template(i).strings",
    "Template('', '').strings", "Template('a', '', 'b', i, 'c', 'd').strings", "Interpolation()", "Interpolation(1, 2)",
    "Interpolation(1, 'x', 'q')", "Interpolation(1, 'x', None, 3)", "Interpolation(1, 'x', 3)",
    "Interpolation(1, 'x', 'rr')", "Interpolation(value=1, expression='e', conversion='s', format_spec='')",
    "Interpolation(1, 'x', 'r', 'f', 5)", "Interpolation(1, 'x', foo=1)",
    "t + 1", "t + 'a'", "'a' + t", "1 + t", "t * 2", "t + t", "Template() + Template()", "t.__add__('x')", "t.__radd__",
    "Template.__add__(1, 2)", "t == t", "t'a' == t'a'", "t < t", "bool(t'')", "hash(t) == hash(t)", "len(t)", "t[0]",
    "str(t)", "format(t)", "format(t, 'x')", "t.x", "i.x",
    "setattr(t, 'strings', 1)", "setattr(i, 'value', 1)", "delattr(i, 'value')", "setattr(t, 'q', 1)",
    "Template[int]", "Interpolation[int]", "type('T', (Template,), {})", "type('T', (Interpolation,), {})",
    "Interpolation.__match_args__", "t.__class__.__module__", "Template.__mro__", "type(iter(t))", "type(iter(t))()",
    "list(t'{1}{2}')", "list(t'')", "list(t'{1}a')", "list(t'a{1}b')", "next(iter(t''))", "iter(iter(t)) is not None",
    "t.__reduce__()[1]", "i.__reduce__()", "copy.copy(i)", "copy.deepcopy(t)", "t'{[1, t]}'.values",
    "Template.__new__(int)", "Template.strings.__get__(t)", "isinstance(t, Template)",

]:
    show(text)
it = iter(t'a{1}{2}b')
print(next(it), next(it), list(it), list(it))
big = Template(*['ab', i] * 50)
print(len(big.strings), len(list(big)), (big + big).strings[49:53])
x = []
x.append(t'{x}')
try:
    repr(x)
except RecursionError:
    print('RecursionError')
print(Template(x[0]).strings if False else len(x[0].values))
