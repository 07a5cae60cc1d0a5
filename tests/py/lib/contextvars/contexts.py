# contextvars: variables, tokens, contexts; what they raise and show.
import contextvars
import copy
import re
import weakref


def show(fn):
    try:
        text = repr(fn())
    except BaseException as e:
        text = f"{type(e).__name__} {e}"
    print(re.sub("0x[0-9a-f]+", "0x…", text))


v = contextvars.ContextVar("v")
w = contextvars.ContextVar("w", default=[1])
cx = contextvars.Context()
show(lambda: contextvars.ContextVar(5))
show(lambda: contextvars.Context(5))
show(lambda: contextvars.Token())
show(lambda: v.get())
show(lambda: (v.get(7), w.get(), w.get(8)))
show(lambda: cx[5])
show(lambda: cx[v])
show(lambda: cx.get(5))
show(lambda: 5 in cx)
show(lambda: cx.run())
show(lambda: cx.run(cx.run, print))
show(lambda: (cx == 5, cx == contextvars.Context(), cx != contextvars.Context()))
show(lambda: hash(cx))
show(lambda: type("X", (contextvars.Context,), {}))
show(lambda: setattr(v, "x", 1))
show(lambda: contextvars.ContextVar[int])
show(lambda: contextvars.Token[int])
show(lambda: v.reset(5))
tok = v.set(3)
show(lambda: tok)
show(lambda: (tok.var is v, tok.old_value, contextvars.Token.MISSING is tok.old_value))
show(lambda: cx.run(v.reset, tok))
show(lambda: contextvars.ContextVar("w").reset(tok))
show(lambda: v.get())
show(lambda: v.reset(tok))
show(lambda: v.get(None))
show(lambda: tok)
show(lambda: v.reset(tok))
show(lambda: w)
show(lambda: type(contextvars.Token.MISSING))
show(lambda: copy.copy(cx))
show(lambda: weakref.ref(cx)() is cx)
show(lambda: weakref.ref(v))

# Copies have the values of their time.
v.set("outer")
snapshot = contextvars.copy_context()
v.set("later")
show(lambda: (snapshot[v], snapshot.get(w), len(snapshot), list(snapshot) == [v], v in snapshot))
show(lambda: (list(snapshot.keys()) == [v], list(snapshot.values()), list(snapshot.items()) == [(v, "outer")]))


def inside(*args, **kwargs):
    before = v.get()
    v.set("inside")
    return before, args, kwargs, contextvars.copy_context() == snapshot


show(lambda: snapshot.run(inside, 1, 2, key=3))
show(lambda: (snapshot[v], v.get()))


def fails():
    v.set("lost")
    raise KeyError("k")


show(lambda: snapshot.run(fails))
show(lambda: (snapshot[v], v.get()))
view = snapshot.items()
snapshot.run(v.set, "changed")
show(lambda: [value for _, value in view])

with v.set("within") as token:
    show(lambda: (v.get(), token is not None))
show(lambda: v.get())


# Generators run in the context of who resumes them.
def gen():
    while True:
        yield v.get()


g = gen()
show(lambda: (next(g), snapshot.run(next, g), next(g)))


class Default:
    def __repr__(self):
        return "<a default>"


d = contextvars.ContextVar("d", default=Default())
show(lambda: (d, d.set(1)))
deep = contextvars.Context()


def nest(n):
    v.set(n)
    if n:
        contextvars.copy_context().run(nest, n - 1)
    return v.get()


show(lambda: deep.run(nest, 50))
many = [contextvars.ContextVar(str(i)) for i in range(100)]


def fill():
    for i, var in enumerate(many):
        var.set(i)
    a = contextvars.copy_context()
    many[50].set("other")
    b = contextvars.copy_context()
    return a == b, len(a), a[many[50]], b[many[50]], sum(a[var] for var in many)


show(lambda: contextvars.Context().run(fill))
