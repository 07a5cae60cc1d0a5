# Where a StopIteration that leaves a generator, and a throw into one that has not begun, say they come from.
import traceback
def g1():
    next(iter([]))
    yield
def g2():
    try:
        next(iter([]))
    finally:
        print('f')
    yield
def g3():
    try: yield
    except ValueError:
        raise StopIteration(5)
def g4():
    raise StopIteration
    yield
async def a1():
    raise StopIteration
async def a2():
    raise StopAsyncIteration
    yield
def show(f):
    try: f()
    except BaseException as e:
        while e:
            print(type(e).__name__, e, [(x.lineno, x.name) for x in traceback.extract_tb(e.__traceback__)])
            e=e.__cause__
show(lambda: next(g1())); show(lambda: next(g2())); show(lambda: next(g4())); show(lambda: a1().send(None)); show(lambda: a2().asend(None).send(None))
def f():
    x=g3(); next(x); x.throw(ValueError('a'))
show(f)
def f():
    x=g3(); x.throw(ValueError('a'))
show(f)
def g5():
    x = 1
    yield x
show(lambda: g5().throw(KeyError))
async def c(): pass
show(lambda: c().throw(KeyError))
class A:
    @staticmethod
    def f(a,
          b=1):
        """doc"""
        yield 1
show(lambda: A.f(1).throw(KeyError))
for n in 1,2:
    def g6():
        try: yield 1
        except GeneratorExit: raise StopIteration('m')
    x=g6(); next(x); show(x.close)
