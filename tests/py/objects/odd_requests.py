# Questions that objects are rarely asked, and what they say.
import types


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Meta(type):
    pass


# attributes of immutable classes, whatever they are
for name in ('__class__', '__dict__', '__name__', 'other'):
    show(lambda: setattr(enumerate, name, 1))
    show(lambda: delattr(enumerate, name))
show(lambda: object.__getattribute__(int, 'x'))
show(lambda: type.__getattribute__(int, 'x'))
show(lambda: Meta.__getattribute__('__class__'))
show(lambda: type.__type_params__)
show(lambda: types.coroutine(type).__type_params__)
show(lambda: [bool(c.__flags__ & 1 << 9) for c in (type, Meta, Exception, ExceptionGroup)])
show(lambda: [c.__flags__ >> 24 & 255 for c in (int, bool, list, tuple, bytes, str, dict, OSError, Meta, float)])
# annotations that are none
for o in (types.ModuleType('m'), Meta, show):
    o.__annotate__ = str
    show(lambda: o.__annotations__)
# buffers asked for by hand
for flags in (0, 1, -1, 2 ** 31, 2 ** 70):
    show(lambda: len(b'abc'.__buffer__(flags)))
    show(lambda: len(bytearray(b'abc').__buffer__(flags)))
b = bytearray(b'abc')
view = b.__buffer__(0)
show(lambda: b.append(1))
show(lambda: b.__release_buffer__(memoryview(b'')))
show(lambda: b.__release_buffer__(view))
show(lambda: b.__release_buffer__(view))
show(lambda: b.append(1))
show(lambda: slice((), ()).indices(-10 ** 30))
code = compile('1', 'f', 'eval')
show(lambda: repr(code.replace(co_firstlineno=0)).split()[-2:])
show(lambda: hash((lambda: q).__code__) == hash((lambda: q).__code__))
show(lambda: hash(code) == hash(compile('1', 'g', 'eval')))


class Sized:
    def __getitem__(self, i):
        return 'abc'[i]

    def __len__(self):
        return 3


it = reversed(Sized())
print(list(it), it.__setstate__(1), list(it))
it = reversed(Sized())
print(next(it), next(it), next(it), it.__setstate__(1), it.__length_hint__())
