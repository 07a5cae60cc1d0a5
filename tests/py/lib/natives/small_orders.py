"""Small functions of the library with arguments that will not do: what is looked at first, and the words for it."""
import contextvars, functools, gc, io, itertools, os, re, sys, time, traceback, array, collections
def told(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: r = '%s: %s' % (type(e).__name__, e)
    print(re.sub('0x[0-9a-f]+', '0x-', str(r)).encode('ascii', 'backslashreplace').decode())
class Shown:
    def __repr__(self): return 'shown'
class Bad:
    def __repr__(self): raise KeyError('repr')
v = contextvars.ContextVar('v', default=Shown()); w = contextvars.ContextVar('w', default=Bad())
t = v.set(1); u = w.set(2)
told(v.reset, Shown()); told(v.reset, Bad()); told(v.reset, 5); told(w.reset, t); told(v.reset, u); told(v.reset, t); told(v.reset, t); told(contextvars.copy_context().run, lambda: w.reset(u)); told(w.reset, u)
def locals_of(): return sys._getframe().f_locals
class NoHash: __hash__ = None
for k in ([], {}, NoHash()):
    for f in (lambda: locals_of().get(k), lambda: locals_of()[k], lambda: k in locals_of(), lambda: locals_of().pop(k), lambda: locals_of().setdefault(k), lambda: locals_of().__setitem__(k, 1), lambda: locals_of().__delitem__(k), lambda: locals_of().pop(k, 1)): told(f)
for e in (UnicodeDecodeError('utf-8', b'a\xffb', 1, 2, 'w'), UnicodeEncodeError('utf-8', 'abc', 1, 2, 'w'), UnicodeTranslateError('abc', 1, 2, 'w')):
    for x in (None, 'x', b'x', 5):
        e.object = x
        told(lambda: str(e)); told(lambda: ''.join(traceback.format_exception_only(e)))
class Num(int): pass
told(lambda: len(os.urandom(Num(3)))); told(os.urandom, Num(-1)); told(os.urandom, 2.0)
for g in (3, -1, 10**30, -10**30, 1.0, 'a'): told(gc.collect, g)
told(lambda: [gc.is_tracked(o) for o in (range(5), [], {}, 1, 'a', (1, []))])
told(itertools.zip_longest, x=1); told(itertools.zip_longest, [1], x=1, y=2); told(itertools.zip_longest, fillvalue=1, y=2)
told(functools.partial(sorted, 1, k=2), 3); told(sorted, 1, 2, 3, key=1); told(int, 1, 2, 3, x=4); told(functools.partial(int, 1, k=2), 3, 4)
told(re.error, 'm'); told(re.error, 'm', 'p', 1j); told(re.error, 'm', 1j, 1j); told(re.error, 'm', 'a\nb', 2)
told(time.get_clock_info, None); told(time.get_clock_info, '\ud800'); told(time.get_clock_info, 'x'); told(time.strptime, None); told(time.strptime, 'a', None)
m = memoryview(b'ab'); m.release()
told(m.tobytes, '\ud800'); told(m.tobytes, 5); told(m.tobytes, 'x'); told(b''.join, [m]); told(b''.join, [b'a', 5])
D = type(iter(collections.deque()))
told(D, None); told(D, [])
told(io.TextIOWrapper, 5); told(io.TextIOWrapper, io.StringIO())
for n in (1.0, 'a', 1, -1, 0, -1.0, None): told(lambda: traceback.format_exception(ValueError(1), limit=n))
