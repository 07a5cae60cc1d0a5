# limits: --max-steps 5000000 --timeout 10
# expect: status=1|3 error=MemoryError|OverflowError kind=steps|memory|time
# A single call with endless work.
import itertools
sum(itertools.repeat(1))
