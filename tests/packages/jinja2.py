import jinja2
from jinja2 import DictLoader, Environment, StrictUndefined, Template
print(Template("Hello {{ name|upper }}! {% for i in items %}{{ loop.index }}:{{ i }}{% if not loop.last %}, {% endif %}{% endfor %}").render(name="bob", items=[1, "x", 2.5]))
env = Environment(loader=DictLoader({
    "base": "<html>{% block head %}head{% endblock %}|{% block body %}{% endblock %}</html>",
    "page": "{% extends 'base' %}{% block body %}{{ super() }}{% import 'm' as m %}{{ m.field('a', 5) }}{% include 'inc' %}{% endblock %}",
    "m": "{% macro field(n, v='') %}<input name={{ n }} value={{ v|e }}>{% endmacro %}",
    "inc": "included {{ x|default('none') }}",
}), autoescape=True, trim_blocks=True, lstrip_blocks=True)
print(env.get_template("page").render(x="<&>"))
env.filters["twice"] = lambda s: s * 2
env.tests["big"] = lambda n: n > 10
print(env.from_string("{{ 'ab'|twice }} {{ 11 is big }} {{ [3,1,2]|sort|join('-') }} {{ {'a':1}.items()|list }} {{ 'x y z'|title|replace('Y','_') }} {{ 3.14159|round(2) }} {{ 'long text here'|truncate(9) }} {{ [1,2,3,4]|batch(2)|list }} {{ range(5)|sum }}").render())
print(env.from_string("{% set ns = namespace(t=0) %}{% for a, b in d|dictsort %}{% set ns.t = ns.t + b %}{{ a }}={{ b }};{% else %}none{% endfor %}{{ ns.t }} {% raw %}{{ raw }}{% endraw %} {{ 'a' if f else 'b' }} {{ 5 // 2 ** 2 % 3 }} {{ 'a' ~ 1 ~ none }} {{ d.x is defined }}").render(d={"b": 1, "a": 2}))
print(env.from_string("{% for g, l in people|groupby('age') %}{{ g }}: {{ l|map(attribute='n')|join(',') }} {% endfor %}{{ people|selectattr('age', 'gt', 1)|list|length }} {{ people|tojson }}").render(people=[{"n": "a", "age": 1}, {"n": "b", "age": 2}, {"n": "c", "age": 1}]))
for source in ("{{ missing.attr }}", "{% for %}", "{{ 1 + }}", "{% block a %}", "{{ x|nofilter }}", "{{ 1/0 }}"):
    try:
        print(Environment(undefined=StrictUndefined).from_string(source).render())
    except Exception as e:
        print(type(e).__name__, e)
@jinja2.pass_context
def ctx(context): return sorted(k for k in context.get_all() if k in ("a", "b"))
print(env.from_string("{{ f() }}").render(f=ctx, a=1, b=2), jinja2.sandbox.SandboxedEnvironment().from_string("{{ 2 * 3 }}").render() if hasattr(jinja2, "sandbox") else 6)
