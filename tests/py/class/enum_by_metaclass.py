# An enumeration made with a metaclass: members, iteration, lookup, immutability.
class EnumMeta(type):
    def __prepare__(name, bases): return {}
    def __new__(m, name, bases, ns):
        values = {k: v for k, v in ns.items() if not k.startswith('_') and not callable(v) and not isinstance(v, (property, classmethod))}
        cls = super().__new__(m, name, bases, {k: v for k, v in ns.items() if k not in values})
        members = {}
        for k, v in values.items():
            o = object.__new__(cls)
            object.__setattr__(o, 'name', k)
            object.__setattr__(o, 'value', v)
            members[k] = o
            type.__setattr__(cls, k, o)
        type.__setattr__(cls, '_members', members)
        return cls
    def __iter__(cls): return iter(cls._members.values())
    def __len__(cls): return len(cls._members)
    def __getitem__(cls, name): return cls._members[name]
    def __call__(cls, value):
        for m in cls:
            if m.value == value: return m
        raise ValueError(f'{value!r} is not a valid {cls.__name__}')
    def __contains__(cls, x): return x in cls._members.values()
    def __setattr__(cls, n, v): raise AttributeError(f'cannot reassign {n}')
    def __repr__(cls): return f'<enum {cls.__name__!r}>'
class Enum(metaclass=EnumMeta):
    def __repr__(self): return f'<{type(self).__name__}.{self.name}: {self.value!r}>'
    def __setattr__(self, n, v): raise AttributeError('frozen')
    def __lt__(self, o): return self.value < o.value
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 4
    def mix(self, o): return self.value | o.value
    @property
    def pretty(self): return self.name.title()
print(Color, list(Color), len(Color), Color.RED, Color['GREEN'], Color(4), Color.RED.mix(Color.BLUE), Color.BLUE.pretty, Color.RED in Color, 1 in Color, sorted(Color, reverse=True)[0], Color(1) is Color.RED)
for f in (lambda: Color(9), lambda: Color['X'], lambda: setattr(Color, 'RED', 5), lambda: setattr(Color.RED, 'value', 5), lambda: Color.PINK):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
match Color(2):
    case Color.RED: print('red')
    case Color.GREEN: print('green')
print({c: c.value for c in Color}, isinstance(Color.RED, Color), type(Color.RED).__name__)
