# limits: --max-memory 67108864 --max-steps 100000000
# expect: status=1|3 error=MemoryError kind=steps
# The same for json.dumps.
import json
x = ['spam']
for _ in range(40):
    x = [x, x]
print(len(json.dumps(x)))
