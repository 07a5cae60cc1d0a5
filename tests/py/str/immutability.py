# str methods return new strings; no attribute can be set.
s = 'abc'
t = s
s += 'd'
print(s, t, s.upper(), s)
for f in (lambda: setattr(s, 'x', 1), lambda: s.nope, lambda: delattr(s, 'upper'), lambda: setattr(str, 'x', 1)):
    try:
        f()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
print(s.__class__, s.__len__(), s.__contains__('a'), s.__add__('z'), s.__mul__(2), s.__getitem__(0), s.__iter__().__class__.__name__)
print(hasattr(s, '__dict__'), isinstance(s, str), 'upper' in dir(s), str.upper('x'), str.__doc__.splitlines()[0])
