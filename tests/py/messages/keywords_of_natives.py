# Keywords that builtins do not take: what is complained about first.
for text in '''isinstance(1, int, 2, x=1);[].pop(1, 2, x=1);type(1, x=2);type(None)(1);type(...)(x=1);type(NotImplemented)(1, x=1)
zip('a', b=1, a=2);zip('a', iterable=1);int(None, 1, strict=3, start=2);int(1, 2, 3);property(1, 2, 3, 4, doc=1, x=2);min(x=1)
max(**dict(b=1));sum(k=1);enumerate(1, a=2, b=3);bytearray((3,), self=1);'a'.replace(source=1);'a'.expandtabs(1, x=2)
AttributeError(1, a=2, b=3, c=4);OSError(1, 2, k=3);pow(8, reverse=2.5, b=1, k=3)
type(None, {}, {});type('a', None, {});ExceptionGroup(None, [1]);SyntaxError(1, {});pow({}, None, 2.5);pow('a', 2.0, 3)'''.replace('\n', ';').split(';'):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, '-', type(e).__name__, e)


class C:
    def __call__(self, **k): pass


for f in (lambda: C()(**None), lambda: C()(*None), lambda: C()(x=1, **{"x": 2})):
    try:
        f()
    except TypeError as e:
        print(str(e)[:20], str(e)[-40:])
