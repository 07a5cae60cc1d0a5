# Return types of special methods are checked.
def make(name, value):
    return type('X', (), {name: lambda self, *a: value})()
def show(what, f):
    try:
        print(what, f())
    except Exception as e:
        print(what, type(e).__name__, e)
import operator
for value in (1, 'a', None, -1, 1.5, 2 ** 70):
    show('len', lambda: len(make('__len__', value)))
    show('bool', lambda: bool(make('__bool__', value)))
    show('index', lambda: operator.index(make('__index__', value)))
    show('int', lambda: int(make('__int__', value)))
    show('float', lambda: float(make('__float__', value)))
    show('complex', lambda: complex(make('__complex__', value)))
    show('hash', lambda: hash(make('__hash__', value)))
    show('str', lambda: str(make('__str__', value)))
    show('repr', lambda: repr(make('__repr__', value)))
    show('bytes', lambda: bytes(make('__bytes__', value)))
    show('format', lambda: format(make('__format__', value)))
    show('iter', lambda: iter(make('__iter__', value)))
    show('contains', lambda: 1 in make('__contains__', value))
    show('dir', lambda: dir(make('__dir__', value)))
    show('instancecheck', lambda: isinstance(1, make('__instancecheck__', value)))
    show('length_hint', lambda: operator.length_hint(make('__length_hint__', value)))
    show('init', lambda: type('Y', (), {'__init__': lambda self: value})().__class__.__name__)
    show('round', lambda: round(make('__round__', value)))
    show('getattr', lambda: make('__getattr__', value).any)
