"""What is told first of a class with several things wrong: slots, then names and cells, then the order of its bases."""
def t(src):
    try: exec(src); print('ok', src)
    except BaseException as e: print(src, '!!', type(e).__name__, e)
class A: pass
class B(A): pass
bases = ["(A, B)", "(int, str)", "(A, A)", "(bool,)", "(object, A)", "(type(None),)", "(S1, S2)", "(int,)", "(tuple,)", "(5,)"]
class S1: __slots__ = 'a',
class S2: __slots__ = 'b',
for b in bases:
    for sl in ("'1'", "5", "('a','a')", "(1,)", "'__dict__', '__dict__'", "('__weakref__','__weakref__')", "'a'", "{'x':1,'':2}", "('q','__dict__')", "iter(['z'])", "('__slots__',)", "('__class__','__x')", "('m',)"):
        t("class C%s:\n  m=1\n  __slots__ = %s" % (b, sl))
        t("class C%s:\n  m=1\n  __slots__ = %s\n  def __set_name__(self): 1\n  __init_subclass__ = 5\n  __class_getitem__=5;__classcell__=5" % (b, sl))
    for d in ("{'__qualname__': 5}", "{'__slots__': 'a', '__qualname__': 5}", "{'__doc__': '\\ud800'}", "{'__classcell__': 5}", "{'__slots__': '1', '__classcell__': 5}","{'__slots__': '1', '__qualname__': 5}"):
        t("type('N', %s, %s)" % (b, d))
    t("type('N\\0', %s, {'__slots__':'1'})" % b)
    t("type('\\ud800', %s, {'__slots__':'1'})" % b)
