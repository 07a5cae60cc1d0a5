# limits: --max-memory 33554432 --max-steps 200000000
# expect: status=3 kind=memory|steps
# Catching MemoryError and hoarding on ends in an uncatchable stop, or in the steps.
hoard = []
while True:
    try:
        while True:
            hoard.append([0] * 1000)
    except MemoryError:
        try:
            hoard.append(bytes(100))
        except MemoryError:
            pass
