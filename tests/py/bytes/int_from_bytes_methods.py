# int.from_bytes asks classes derived from bytes-like ones for __bytes__ too.
def show(f, *args):
    try:
        r = f(*args)
        print(type(r).__name__, repr(r))
    except BaseException as e:
        print(type(e).__name__, e)

class B(bytes):
    def __bytes__(self): return b'\x05'
class B2(bytes):
    def __bytes__(self): return 5
class B3(bytes):
    __bytes__ = None
class Plain(bytes): pass
class L(list):
    def __bytes__(self): return b'\x06'
class A(bytearray):
    def __bytes__(self): return b'\x07'
for c in (B, B2, B3, Plain, L, A, bytearray, memoryview, list):
    show(lambda: int.from_bytes(c(b'\1\2')))
    show(lambda: int.from_bytes(c(b'\1\2'), 'little'))
