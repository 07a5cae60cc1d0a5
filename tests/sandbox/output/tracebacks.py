# limits: --max-output 20000
# expect: status=3 kind=output max-out=20000
# Tracebacks printed for ever.
import traceback
while True:
    try:
        1 / 0
    except ZeroDivisionError:
        traceback.print_exc()
