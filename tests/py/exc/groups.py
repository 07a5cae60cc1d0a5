# ExceptionGroup: construction, split, subgroup, derive, nesting.
g = ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('inner', [KeyError(3), ValueError(4)])])
print(g, repr(g), g.message, g.exceptions, g.args)
print(repr(g.subgroup(ValueError)), repr(g.subgroup(lambda e: isinstance(e, LookupError))), g.subgroup(OSError))
m, r = g.split(ValueError)
print(repr(m), repr(r), g.split(OSError), g.split(ExceptionGroup)[1])
print(repr(g.subgroup((TypeError, KeyError))), repr(g.derive([ValueError('d')])))
print(isinstance(g, Exception), type(BaseExceptionGroup('b', [ValueError()])).__name__, type(BaseExceptionGroup('b', [KeyboardInterrupt()])).__name__, ExceptionGroup.__mro__)
for f in (lambda: ExceptionGroup('x', []), lambda: ExceptionGroup('x', [5]), lambda: ExceptionGroup('x', [KeyboardInterrupt()]), lambda: ExceptionGroup(5, [ValueError()]), lambda: ExceptionGroup('x'), lambda: ExceptionGroup('x', 5), lambda: g.split(5), lambda: g.subgroup('a')):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
class MyGroup(ExceptionGroup):
    def derive(self, excs):
        return MyGroup(self.message, excs)
mg = MyGroup('mine', [ValueError(1), TypeError(2)])
mg.add_note('n')
a, b = mg.split(ValueError)
print(type(a).__name__, type(b).__name__, a.__notes__)
