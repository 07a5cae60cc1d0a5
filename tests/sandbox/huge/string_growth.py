# limits: --max-memory 67108864 --max-steps 500000000
# expect: status=1 error=MemoryError
# Doubling a string until it is too long.
s = 'x'
while True:
    s += s
