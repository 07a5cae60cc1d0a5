# limits: --timeout 1
# expect: status=1|3 error=MemoryError|OverflowError kind=time|memory|steps
# The time limit holds inside big integer work.
n = 3
while True:
    n = n * n
