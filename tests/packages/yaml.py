import yaml
doc = """
a: 1
b: [1, 2.5, true, null, ~, 'q', "esc\\n"]
c: &anchor {x: 1, y: [a, b]}
d: *anchor
e: !!str 5
when: 2024-05-06
at: 2024-05-06 07:08:09.5 +02:00
text: |
  line one
    indented
folded: >-
  some folded
  text
? [complex, key]
: value
merge:
  <<: *anchor
  z: 2
octal: 0o17
oct: 017
hex: 0xff
inf: .inf
big: 1_000
"""
try:
    print(yaml.safe_load(doc.replace("? [complex, key]\n: value\n", "")))
except Exception as e:
    print(type(e), e)
print(yaml.dump({"b": [1, 2, {"x": None}], "a": "text: with colon", "multi": "l1\nl2\n", "u": "é", "t": (1, 2), "e": [], "f": 1.5, "bool": True}, allow_unicode=True))
print(yaml.safe_dump([{"a": 1, "b": [1, 2]}], default_flow_style=True), yaml.dump("x" * 100 + " y", width=40), yaml.safe_dump({"k": "yes", "n": "123", "z": ""}, sort_keys=False))
print(list(yaml.safe_load_all("---\na: 1\n---\n- b\n...\n")), [type(t).__name__ for t in yaml.scan("a: [1, 2]")], [type(e).__name__ for e in yaml.parse("a: 1")])
for bad in ("a: [1", "a: b: c", "\t- x", "a: *none", "!!python/object:os.system x"):
    try:
        print(yaml.safe_load(bad))
    except yaml.YAMLError as e:
        print(type(e).__name__, str(e).replace("\n", " / "))
class P(yaml.YAMLObject):
    yaml_tag, yaml_loader = "!P", yaml.SafeLoader
    def __init__(self, x): self.x = x
print(yaml.safe_load("!P {x: 5}").x, yaml.dump(P(3)))
