# limits: --max-memory 33554432
# expect: status=1 error=MemoryError
# An uncaught MemoryError ends like any exception.
hoard = {}
n = 0
while True:
    hoard[n] = str(n)
    n += 1
