import jsonschema
schema = {"type": "object", "properties": {"a": {"type": "integer", "minimum": 0}, "b": {"type": "array", "items": {"enum": ["x", "y"]}}}, "required": ["a"], "additionalProperties": False}
v = jsonschema.Draft7Validator(schema)
for data in ({"a": 1}, {"a": -1, "b": ["z"]}, {"c": 1}, 5):
    print(v.is_valid(data), sorted(e.message for e in v.iter_errors(data)))
try:
    jsonschema.validate({"a": "s"}, schema)
except jsonschema.ValidationError as e:
    print(e.message, list(e.path), list(e.schema_path))
