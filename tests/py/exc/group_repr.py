"""The repr of an exception group tells what it was made of, whatever args says by then."""
def g(x=[ValueError(1)]): return ExceptionGroup('g', x)
for args in ((1.5,), (), ('q', 5), ('q', [KeyError(2)]), ('q', (KeyError(2),)), (1, 2, 3), ('q', 'ab'), (5, [1])):
    for x in ([ValueError(1)], (ValueError(1),)):
        e = g(x); e.args = args; print(args, x, '->', repr(e), str(e), e.message, e.exceptions)
l = [ValueError(1)]
e = g(l); l.append(3); print(repr(e), e.args)
l.clear(); print(repr(e), e.args)
class My(list):
    def __repr__(self): return 'My'
class S:
    def __len__(self): return 1
    def __getitem__(self, i): return [ValueError(1)][i]
    def __repr__(self): return 'S'
print(repr(g(My([ValueError(1)]))), repr(g(S())))
class G(ExceptionGroup): pass
print(repr(G('g', [ValueError(1)])), repr(G('g', (ValueError(1),))))
