"""Setting and deleting __annotations__ of a class takes what would make them out of its namespace."""
def show(t):
    try: print(t, '->', eval(t))
    except BaseException as e: print(t, '!!', type(e).__name__, e)
def names(): return [k for k in Made.__dict__ if 'annot' in k]
class Made: a: int = 1
Made.__annotations__ = 5
show("names(), Made.__annotate__, Made.__annotations__")
del Made.__annotations__
show("names(), Made.__annotate__, Made.__annotations__")
class Made: a: int = 1
Made.__annotate__ = None
show("names(), Made.__annotate__, Made.__annotations__")
class Made: a: int = 1
Made.__annotations__
show("names()")
Made.__annotate__ = lambda f: {'q': 1}
show("names(), Made.__annotate__ is None, Made.__annotations__")
Made.__module__ = 1
show("int | Made, list[Made], list[Made, int] | None")
Made.__module__ = None
show("Made.__module__")
