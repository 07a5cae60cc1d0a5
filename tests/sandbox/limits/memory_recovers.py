# limits: --max-memory 33554432
# expect: status=0 last=ok
# After a MemoryError the program goes on, again and again.
for attempt in range(5):
    hoard = []
    try:
        while True:
            hoard.append([attempt] * 5000)
    except MemoryError:
        n = len(hoard)
        hoard = None
        print(n > 100)
print(len([0] * 1000000))
print('ok')
