# Managers leave in reverse order, also when a later one fails to enter.
log = []
class CM:
    def __init__(self, n, fail=False, swallow=False):
        log.append('init %s' % n)
        self.n, self.fail, self.swallow = n, fail, swallow
    def __enter__(self):
        log.append('enter %s' % self.n)
        if self.fail:
            raise RuntimeError(self.n)
        return self
    def __exit__(self, t, v, tb):
        log.append('exit %s %s' % (self.n, v))
        return self.swallow
def run(f):
    log.clear()
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
    print(log)
def a():
    with CM(1), CM(2), CM(3):
        return 'body'
def b():
    with CM(1), CM(2, fail=True), CM(3):
        return 'never'
def c():
    with CM(1, swallow=True), CM(2, fail=True):
        return 'never'
    return 'swallowed'
def d():
    with CM(1), CM(2, swallow=True):
        1 / 0
    return 'after'
def e():
    try:
        with CM(1):
            return 'ret'
    finally:
        log.append('finally')
def f():
    while True:
        with CM(1):
            break
    return 'broke'
for fn in (a, b, c, d, e, f):
    run(fn)
