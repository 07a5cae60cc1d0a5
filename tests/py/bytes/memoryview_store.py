# Storing into views of every format: what is asked of a value, and what is refused.
class One:
    def __index__(self): print('index'); return 1
    def __float__(self): print('float'); return 2.5
    def __bool__(self): print('bool'); return False
class Idx:
    def __index__(self): print('index'); return 3
class Bad:
    def __index__(self): print('index'); return 'a'
    def __float__(self): raise KeyError('f')
    def __bool__(self): raise KeyError('b')
class Big:
    def __index__(self): return 2**70
class Sized:
    def __len__(self): print('len'); return 0
for fmt in 'bBhHiIlLqQnNcfde?P':
    try: m = memoryview(bytearray(16)).cast(fmt)
    except Exception as e: print(fmt, e); continue
    for v in (1, One(), Idx(), Bad(), Big(), Sized(), 1.5, True, 2**70, -1, 300, b'a', b'ab', '', [], None, 'a', float('nan'), 1e300, 65504.0, 65520.0, 6e-8, -0.0, 2**1025):
        try: m[0] = v; print(fmt, repr(v)[:10], m[0], m.obj[:8])
        except Exception as e: print(fmt, repr(v)[:10], type(e).__name__, e)
