# limits: --max-steps 5000000
# expect: status=3 kind=steps
# Searching an endless iterator.
import itertools
print(-1 in itertools.count())
