# limits: --max-memory 33554432 --max-steps 100000000
# expect: status=1|3 error=MemoryError kind=memory|steps
# A handler of MemoryError that needs memory itself.
def grow(x):
    try:
        return grow([x] * 10000)
    except MemoryError:
        return [x] * 100000000
grow(0)
