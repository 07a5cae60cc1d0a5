# Models whose fields are descriptors, with a metaclass that registers them.
import datetime as dt, re, itertools, operator
class Field:
    _order = itertools.count()
    def __init__(self, kind, *, default=None, null=False, check=None):
        self.kind, self.default, self.null, self.check = kind, default, null, check
        self.order = next(Field._order)
    def __set_name__(self, owner, name):
        self.name, self.slot = name, "_" + name
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return getattr(obj, self.slot, self.default)
    def __set__(self, obj, value):
        if value is None and not self.null:
            raise ValueError(f"{type(obj).__name__}.{self.name} must not be null")
        if value is not None and not isinstance(value, self.kind):
            raise TypeError(f"{self.name}: expected {self.kind.__name__}, got {type(value).__name__!r}")
        if self.check and not self.check(value):
            raise ValueError(f"check failed for {self.name}={value!r}")
        setattr(obj, self.slot, value)
    def __eq__(self, o): return Cond(self.name, operator.eq, o)
    def __gt__(self, o): return Cond(self.name, operator.gt, o)
    def __lt__(self, o): return Cond(self.name, operator.lt, o)
    __hash__ = object.__hash__
class Cond:
    def __init__(self, n, op, v): self.n, self.op, self.v = n, op, v
    def __call__(self, row): return self.op(getattr(row, self.n), self.v)
    def __and__(self, o): return lambda r: self(r) and o(r)
    def __or__(self, o): return lambda r: self(r) or o(r)
    def __repr__(self): return f"<{self.n} {self.op.__name__} {self.v!r}>"
class Meta(type):
    registry = {}
    def __new__(m, name, bases, ns, *, table=None, **kw):
        cls = super().__new__(m, name, bases, ns, **kw)
        cls._fields = sorted((v for v in ns.values() if isinstance(v, Field)), key=lambda f: f.order)
        if table:
            m.registry[table] = cls
            cls._rows = []
        return cls
    def __len__(cls): return len(cls._rows)
    def __iter__(cls): return iter(cls._rows)
    def __getitem__(cls, i): return cls._rows[i]
    def __prepare__(name, bases, **kw):
        print("prepare", name, bases, kw)
        return {}
class Model(metaclass=Meta):
    def __init__(self, **kw):
        for f in self._fields: setattr(self, f.name, kw.pop(f.name, f.default))
        if kw: raise TypeError(f"unexpected fields: {', '.join(sorted(kw))}")
        self._rows.append(self)
    def __repr__(self): return "%s(%s)" % (type(self).__name__, ", ".join(f"{f.name}={getattr(self, f.name)!r}" for f in self._fields))
    @classmethod
    def where(cls, cond): return [r for r in cls if cond(r)]
class User(Model, table="users"):
    name = Field(str, check=lambda s: re.fullmatch(r"\w+", s))
    age = Field(int, default=18)
    born = Field(dt.date, null=True)
User(name="ann", age=30, born=dt.date(1990, 2, 28)); User(name="bob"); User(name="cyd", age=44)
print(len(User), list(User), User[1])
print(User.where((User.age > 20) & (User.name == "ann")), User.age > 3)
for kw in [dict(name=None), dict(name="a b"), dict(name="x", age="1"), dict(name="y", zip=1, q=2)]:
    try: User(**kw)
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
print(Meta.registry)
try:
    class Bad:
        x = Field(int)
        class Inner:
            def __set_name__(self, o, n): raise RuntimeError("no")
        y = Inner()
except RuntimeError as e: print(e, e.__notes__)
