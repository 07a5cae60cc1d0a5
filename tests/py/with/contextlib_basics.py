# contextmanager, suppress, closing, ExitStack, nullcontext, redirect_stdout.
from contextlib import contextmanager, suppress, closing, ExitStack, nullcontext, redirect_stdout
import io
@contextmanager
def tag(name):
    print('<%s>' % name)
    try:
        yield name
    except ValueError as e:
        print('swallowed', e)
    finally:
        print('</%s>' % name)
with tag('a') as t:
    print(t)
with tag('b'):
    raise ValueError('v')
try:
    with tag('c'):
        raise KeyError('k')
except KeyError as e:
    print('through', e)
with suppress(ZeroDivisionError, KeyError):
    1 / 0
class Res:
    def close(self): print('closed')
with closing(Res()):
    pass
with ExitStack() as st:
    st.callback(print, 'callback', 1)
    st.enter_context(tag('x'))
    st.push(lambda *a: print('pushed', a[0]))
with nullcontext(5) as n:
    print(n)
buf = io.StringIO()
with redirect_stdout(buf):
    print('captured')
print(repr(buf.getvalue()))
@contextmanager
def bad():
    if False:
        yield
try:
    with bad():
        pass
except RuntimeError as e:
    print(e)
@contextmanager
def twice():
    yield 1
    yield 2
try:
    with twice():
        pass
except RuntimeError as e:
    print(e)
@tag('deco')
def f():
    print('in f')
f()
