# A validator of JSON schemas and a loader of data classes by their hints; ends with notes.
import json, re, dataclasses, typing as T, collections.abc as cabc, functools, datetime as dt, decimal, enum, uuid, ipaddress, pathlib
class ValidationError(ValueError):
    def __init__(self, path, msg): self.path, self.msg = path, msg; super().__init__(f"{'/'.join(map(str, path)) or '<root>'}: {msg}")
TYPES = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool, "null": type(None)}
def validate(v, s, path=(), root=None):
    root = root or s
    if s is True: return
    if s is False: yield ValidationError(path, "nothing allowed"); return
    if "$ref" in s:
        yield from validate(v, functools.reduce(lambda d, k: d[k], s["$ref"].lstrip("#/").split("/"), root), path, root); return
    if t := s.get("type"):
        ts = [t] if isinstance(t, str) else t
        if not any(isinstance(v, TYPES[x]) and not (x in ("integer", "number") and isinstance(v, bool)) for x in ts):
            yield ValidationError(path, f"{v!r} is not of type {', '.join(map(repr, ts))}"); return
    if "enum" in s and v not in s["enum"]: yield ValidationError(path, f"{v!r} is not one of {s['enum']!r}")
    if "const" in s and v != s["const"]: yield ValidationError(path, f"{s['const']!r} was expected")
    match v:
        case str():
            if len(v) < s.get("minLength", 0): yield ValidationError(path, f"{v!r} is too short")
            if (p := s.get("pattern")) and not re.search(p, v): yield ValidationError(path, f"{v!r} does not match {p!r}")
        case bool() | None: pass
        case int() | float():
            if v < s.get("minimum", v): yield ValidationError(path, f"{v} is less than the minimum of {s['minimum']}")
            if (m := s.get("multipleOf")) and v % m: yield ValidationError(path, f"{v} is not a multiple of {m}")
        case dict():
            for r in s.get("required", ()):
                if r not in v: yield ValidationError(path, f"{r!r} is a required property")
            for k, x in v.items():
                if k in s.get("properties", {}): yield from validate(x, s["properties"][k], (*path, k), root)
                elif s.get("additionalProperties") is False: yield ValidationError(path, f"additional property {k!r}")
        case [*items]:
            for i, x in enumerate(items): yield from validate(x, s.get("items", True), path + (i,), root)
            if s.get("uniqueItems") and any(a == b for i, a in enumerate(items) for b in items[:i]): yield ValidationError(path, "not unique")
    for k, f in (("allOf", all), ("anyOf", any)):
        if k in s and not f(not list(validate(v, x, path, root)) for x in s[k]): yield ValidationError(path, f"{v!r} fails {k}")
    if "not" in s and not list(validate(v, s["not"], path, root)): yield ValidationError(path, f"{v!r} should not be valid")
schema = json.loads('''{"type": "object", "required": ["id", "name"], "additionalProperties": false, "$defs": {"pos": {"type": "integer", "minimum": 1}},
 "properties": {"id": {"$ref": "#/$defs/pos"}, "name": {"type": "string", "minLength": 2, "pattern": "^[A-Z]"}, "tags": {"type": "array", "items": {"type": "string"}, "uniqueItems": true},
 "kind": {"enum": ["a", "b", null]}, "size": {"anyOf": [{"type": "null"}, {"type": "number", "multipleOf": 0.5}]}, "x": {"not": {"type": "string"}}}}''')
for doc in ({"id": 1, "name": "Ann"}, {"id": 0, "name": "a", "zip": 1}, {"id": True, "name": 5, "tags": ["a", 1, "a"], "kind": "c", "size": 0.3, "x": "s"}, [], {}):
    print(json.dumps(doc), *[f"\n   - {e}" for e in validate(doc, schema)])
@dataclasses.dataclass
class Addr: street: str; zip: T.Optional[str] = None
class Lvl(enum.IntEnum): LO = 1; HI = 2
@dataclasses.dataclass
class Person:
    name: str; age: int; addr: Addr; tags: list[str] = dataclasses.field(default_factory=list)
    born: dt.date | None = None; bal: decimal.Decimal = decimal.Decimal(0); lvl: Lvl = Lvl.LO; meta: dict[str, int] = dataclasses.field(default_factory=dict); pair: tuple[int, ...] = ()
def load(tp, v, path="$"):
    o, a = T.get_origin(tp), T.get_args(tp)
    try:
        if tp is T.Any: return v
        if o in (T.Union, __import__("types").UnionType):
            errs = []
            for x in a:
                try: return load(x, v, path)
                except (TypeError, ValueError) as e: errs.append(e)
            raise ExceptionGroup(f"no branch of {tp}", errs)
        if o is list: return [load(a[0], x, f"{path}[{i}]") for i, x in enumerate(v)]
        if o is dict: return {load(a[0], k, path): load(a[1], x, f"{path}.{k}") for k, x in v.items()}
        if o is tuple: return tuple(load(a[0], x, path) for x in v)
        if dataclasses.is_dataclass(tp):
            h = T.get_type_hints(tp)
            if extra := v.keys() - h.keys(): raise TypeError(f"unknown {sorted(extra)}")
            return tp(**{k: load(h[k], x, f"{path}.{k}") for k, x in v.items()})
        if tp is type(None):
            if v is not None: raise TypeError(f"{v!r} is not None")
            return v
        if hasattr(tp, "fromisoformat"): return tp.fromisoformat(v)
        if isinstance(v, tp): return v
        if tp in (int, float, str): raise TypeError(f"{path}: expected {tp.__name__}, got {type(v).__name__}")
        return tp(v)
    except Exception as e: e.add_note(f"at {path}"); raise
def default(o):
    if dataclasses.is_dataclass(o): return dataclasses.asdict(o)
    if isinstance(o, (dt.date, decimal.Decimal)): return str(o)
    raise TypeError
p = load(Person, {"name": "A", "age": 3, "addr": {"street": "S"}, "born": "2020-02-29", "bal": "1.50", "lvl": 2, "meta": {"a": 1}, "pair": [1, 2]}); print(p); print(json.dumps(p, default=default, indent=1))
for bad in ({"name": 1}, {"name": "A", "age": 3, "addr": {"street": "S", "x": 1}}, {"name": "A", "age": 3, "addr": {"street": "S"}, "born": "2020-02-30"}, {"name": "a"}, {"lvl": 9}):
    try: load(Person, bad)
    except Exception as e: print(type(e).__name__, e, e.__notes__)
load(Person, {"name": "A", "age": 3, "addr": {"street": 5}, "tags": ["x"]})
