# limits: --max-steps 1000000
# expect: status=5
# sys.exit ends with its status, through handlers of Exception.
import sys
try:
    try:
        sys.exit(5)
    except Exception:
        print('never')
finally:
    print('cleanup')
