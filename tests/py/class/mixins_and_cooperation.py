# Cooperative multiple inheritance: mixins, super().__init__ with keywords, diamond updates.
class Base:
    def __init__(self, **k):
        if k: raise TypeError(f'unexpected {sorted(k)}')
        self.log = ['Base']
    def save(self): return 'saved'
class Timed(Base):
    def __init__(self, *, start=0, **k):
        super().__init__(**k)
        self.start = start
        self.log.append('Timed')
    def save(self): return f'timed({self.start}) ' + super().save()
class Named(Base):
    def __init__(self, name='none', **k):
        super().__init__(**k)
        self.name = name
        self.log.append('Named')
    def save(self): return f'named({self.name}) ' + super().save()
class Both(Timed, Named):
    def __init__(self, **k):
        super().__init__(**k)
        self.log.append('Both')
class Json:
    def to_json(self): return '{' + ', '.join(f'"{k}": {v!r}' for k, v in sorted(vars(self).items())) + '}'
class Compare:
    def __eq__(self, o): return vars(self) == vars(o)
    def __lt__(self, o): return sorted(vars(self).items(), key=repr) < sorted(vars(o).items(), key=repr)
    __hash__ = None
class Item(Json, Compare, Named): pass
b = Both(start=5, name='x')
print(b.log, b.save(), [c.__name__ for c in Both.__mro__], b.start, b.name)
i, j = Item('a'), Item('a')
print(i.to_json(), i == j, i != j, i < Item('b'), Item.__mro__[1:3] == (Json, Compare))
for f in (lambda: Both(nope=1), lambda: Both('positional'), lambda: hash(i), lambda: Timed(1)):
    try:
        f()
    except TypeError as e:
        print(e)
class Left(Both): 
    def save(self): return 'L ' + super().save()
class Right(Both):
    def save(self): return 'R ' + super().save()
class Bottom(Left, Right): pass
print(Bottom().save(), [c.__name__ for c in Bottom.mro()][:4], issubclass(Bottom, Named))
