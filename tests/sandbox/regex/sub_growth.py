# limits: --max-memory 67108864 --max-steps 500000000
# expect: status=1 error=MemoryError
# Substitutions that double the text each time.
import re
s = 'aa'
while True:
    s = re.sub('a', 'aa', s)
