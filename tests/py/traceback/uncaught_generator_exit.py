# A generator that ignores close, and an exception in __del__-free cleanup.
def gen():
    try:
        yield 1
    finally:
        raise RuntimeError('in cleanup')


g = gen()
print(next(g))
g.close()
