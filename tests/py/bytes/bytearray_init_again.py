# A bytearray that is initialised again is empty before the source is looked at.
class Shown:
    def __index__(self):
        print("index", b)
        return 2


b = bytearray(b"abc")
for source in ("x", 5.0, Shown(), b"new", [1, 2], None, object()):
    b[:] = b"abc"
    try:
        print(b.__init__(source), b)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e, b)
b[:] = b"abc"
b.__init__(b)
print(b)
b[:] = b"abc"
with memoryview(b):
    try:
        b.__init__(b"x")
    except BufferError as e:
        print(e, b)
