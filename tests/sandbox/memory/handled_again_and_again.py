# limits: --max-memory 33554432 --max-steps 200000000
# expect: status=3 kind=steps
# Asking again and again for what there is no room for costs steps, as the searches for room do.
kept = [[i] for i in range(300_000)]
while True:
    try:
        bytearray(40_000_000)
    except MemoryError:
        pass
    try:
        kept += kept
    except MemoryError:
        pass
