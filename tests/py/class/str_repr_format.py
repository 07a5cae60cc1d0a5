# __str__, __repr__, __format__, and how they fall back.
class R:
    def __repr__(self): return 'R()'
class S:
    def __str__(self): return 'S str'
class F:
    def __format__(self, spec): return 'F<' + spec + '>'
class Sub(R):
    def __str__(self): return 'sub of ' + super().__str__()
print(R(), str(R()), [R()], f'{R()} {R()!s} {R()!r}', format(R()), '%s %r' % (R(), R()), '{} {!r}'.format(R(), R()))
print(S(), repr(S()).startswith('<__main__.S object at 0x'), f'{S()}', f'{F():x} {F()}', format(F(), 'y'), Sub(), [Sub()])
class BadRepr:
    def __repr__(self): return 1
class BadStr:
    def __str__(self): return None
class Raises:
    def __repr__(self): raise ValueError('in repr')
class BadFormat:
    def __format__(self, s): return 1
for f in (lambda: repr(BadRepr()), lambda: str(BadStr()), lambda: print(Raises()), lambda: [Raises()].__repr__(), lambda: format(BadFormat()), lambda: format(R(), '5'), lambda: f'{R():>5}', lambda: '%d' % R(), lambda: str(BadRepr())):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(f'{R()!s:>6}|', object.__format__(R(), ''), repr(type), repr(R), str(int), repr(len), repr(print), repr([].append).split(' at ')[0])
