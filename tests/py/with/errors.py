# Errors of the protocol: missing methods, exceptions in enter and exit.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, '| context', repr(e.__context__))
class NoEnter:
    def __exit__(self, *a): pass
class NoExit:
    def __enter__(self): pass
class BadEnter:
    def __enter__(self): raise ValueError('in enter')
    def __exit__(self, *a): print('never')
class BadExit:
    def __enter__(self): pass
    def __exit__(self, *a): raise KeyError('in exit')
class Args:
    def __enter__(self): pass
    def __exit__(self): pass
class Truth:
    def __enter__(self): return self
    def __exit__(self, *a): return [1]
class BadTruth:
    def __enter__(self): pass
    def __exit__(self, *a):
        class T:
            def __bool__(self): raise OSError('bool')
        return T()
def use(cm, exc=None):
    with cm:
        if exc:
            raise exc
        return 'ok'
    return 'swallowed'
show(lambda: use(5))
show(lambda: use(NoEnter()))
show(lambda: use(NoExit()))
show(lambda: use(BadEnter()))
show(lambda: use(BadExit()))
show(lambda: use(BadExit(), TypeError('body')))
show(lambda: use(Args()))
show(lambda: use(Truth(), TypeError('body')))
show(lambda: use(BadTruth(), TypeError('body')))
show(lambda: use(BadTruth()))
class Inst: pass
i = Inst()
i.__enter__ = i.__exit__ = lambda *a: None
show(lambda: use(i))
show(lambda: use(None))
