# Signatures of natives as text, of functions, methods, classes; keyword arguments that are not taken.
import inspect
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
for o in (len, abs, pow, sum, divmod, hasattr, isinstance, round, sorted, object, float, complex, bool, list, tuple, set, property, classmethod, enumerate, zip, map, memoryview, list.append, [].append, dict.fromkeys, dict.get, str.split, str.encode, int.to_bytes, int.from_bytes, bytes.decode, set.union, float.hex, list.sort, int.__add__, (5).__add__, object.__init__, object.__format__, str.join, bytes.__buffer__):
    t(lambda: (getattr(o, '__name__', o), str(inspect.signature(o)), o.__text_signature__ if o not in (sum, print, round, pow) else ''))
for o in (getattr, next, iter, int, dict, range, slice, type, super, str, max):
    t(lambda: o.__text_signature__ is None)
t(lambda: b'ab'.__buffer__(0).tolist()); t(lambda: memoryview(b'ab').__buffer__(0) == b'ab')
b = bytearray(b'ab'); m = b.__buffer__(1)
t(lambda: b.append(1)); t(lambda: b.__release_buffer__(m)); t(lambda: b.append(1)); t(lambda: b); t(lambda: b.__release_buffer__(1))
from collections.abc import Buffer
t(lambda: [isinstance(x, Buffer) for x in (b'', bytearray(), memoryview(b''), '', [])])
