# limits: --max-steps 50000000
# expect: status=1 error=ValueError
# sys.excepthook and sys.stderr replaced by hostile objects.
import sys
class Err:
    def write(self, s): raise RuntimeError('in write')
    def flush(self): raise RuntimeError('in flush')
real = sys.stderr
try:
    sys.stderr = Err()
    print('x', file=sys.stderr)
except RuntimeError as e:
    print(e)
finally:
    sys.stderr = real
sys.excepthook = None
del sys.excepthook
sys.tracebacklimit = 10**30
raise ValueError('reported all the same')
