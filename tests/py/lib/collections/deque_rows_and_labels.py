"""What the rows of a deque say of keys that are none, against the operators; names in messages of calls."""
import collections
d = collections.deque([1,2,3])
for t in ('d[1.0]','d["a"]','d[None]','d[10**30]','d[slice(1)]','d.__getitem__(1.0)','d.__getitem__(10**30)','d.__setitem__(1.0, 2)','d.__setitem__(10**30, 2)','d.__delitem__(1.0)','d.__delitem__("a")','d.__delitem__(slice(1))','d.__delitem__(10**30)','d.__delitem__(9)', 'd.__setitem__(9, 1)', 'd.__setitem__(1)'):
    try: print(t, eval(t))
    except Exception as e: print(t, type(e).__name__, e)
for t in ('d[1.0] = 2','d["a"] = 1','d[None] = 1','d[10**30] = 1','d[slice(1)] = 1','del d[1.0]','del d["a"]','del d[10**30]', 'del d[:]'):
    try: exec(t)
    except Exception as e: print(t, type(e).__name__, e)
import contextvars, functools, sys, weakref
class C: pass
c = C(); p = weakref.proxy(c)
for t in ('contextvars.ContextVar("a", 1)', 'contextvars.ContextVar()', 'contextvars.ContextVar("a", x=1)', 'functools.lru_cache(repr)(*5)', 'functools.cache(lambda: 1)(*None)', 'hash(p)', 'b"".join([p])', '1 + p', 'p()', 'p.nothing',
          'sys._getframe(10**20)', 'sys._getframe(10**10)', 'sys._getframemodulename(10**10)', 'sys.audit(None)', 'setattr(contextvars.ContextVar("q"), "name", 1)'):
    try: print(t, eval(t))
    except Exception as e: print(t, type(e).__name__, e)
for f in (ValueError('it'), functools.cache(str.upper), functools.lru_cache(len), KeyError('k'), 5, 'a', functools.wraps(len)(functools.partial(int))):
    try: f(*5)
    except TypeError as e: print(e)
