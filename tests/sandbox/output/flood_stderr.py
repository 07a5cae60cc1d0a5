# limits: --max-output 20000
# expect: status=3 kind=output max-out=20000
# stderr counts too.
import sys
while True:
    print('e' * 50, file=sys.stderr)
