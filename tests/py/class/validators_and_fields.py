# Descriptor fields with validation, defaults, and a class that collects them.
class Field:
    def __init__(self, kind, default=None, check=None):
        self.kind, self.default, self.check = kind, default, check
    def __set_name__(self, owner, name):
        self.name = name
        owner.fields = {**getattr(owner, 'fields', {}), name: self}
    def __get__(self, obj, cls):
        return self if obj is None else obj.__dict__.get(self.name, self.default)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f'{self.name} must be {self.kind.__name__}, not {type(value).__name__}')
        if self.check and not self.check(value):
            raise ValueError(f'{self.name}: {value!r} is not allowed')
        obj.__dict__[self.name] = value
    def __delete__(self, obj):
        obj.__dict__.pop(self.name, None)
class Model:
    def __init__(self, **values):
        unknown = values.keys() - self.fields.keys()
        if unknown: raise TypeError(f'unknown fields {sorted(unknown)}')
        for k, v in values.items(): setattr(self, k, v)
    def __eq__(self, o): return type(self) is type(o) and self.as_dict() == o.as_dict()
    def as_dict(self): return {n: getattr(self, n) for n in self.fields}
    def __repr__(self): return f'{type(self).__name__}({", ".join(f"{k}={v!r}" for k, v in self.as_dict().items())})'
class Person(Model):
    name = Field(str, '?')
    age = Field(int, 0, lambda v: 0 <= v < 150)
class Employee(Person):
    salary = Field(float, 1.0)
    name = Field(str, 'anon')
p, e = Person(name='ann', age=30), Employee(age=20, salary=2.5)
print(p, e, p == Person(age=30, name='ann'), p == e, list(Person.fields), list(Employee.fields), Person.age.check(5), p.__dict__)
p.age += 1
del p.name
print(p, p.as_dict(), Employee.fields['name'].default)
for f in (lambda: Person(nope=1, x=2), lambda: Person(age='x'), lambda: Person(age=200), lambda: setattr(p, 'age', -1), lambda: setattr(e, 'salary', 3), lambda: hash(p)):
    try:
        f()
    except (TypeError, ValueError) as err:
        print(type(err).__name__, err)
