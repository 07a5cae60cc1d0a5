# Programs around exceptions: retry, cleanup order, custom hierarchies, error tables.
class Temporary(Exception): pass
class Permanent(Exception):
    def __init__(self, code, message):
        super().__init__(code, message)
        self.code = code
def retry(times):
    def deco(f):
        def wrapper(*a):
            for attempt in range(1, times + 1):
                try:
                    return f(*a, attempt)
                except Temporary as e:
                    print('attempt', attempt, 'failed:', e)
                    last = e
            raise Permanent(503, 'gave up') from last
        return wrapper
    return deco
@retry(3)
def flaky(succeed_at, attempt):
    if attempt < succeed_at:
        raise Temporary(f'not yet {attempt}')
    return f'ok at {attempt}'
print(flaky(2))
try:
    flaky(9)
except Permanent as e:
    print(e, e.code, repr(e.__cause__), e.args)
class Stack:
    def __init__(self): self.callbacks = []
    def __enter__(self): return self
    def push(self, f, *a): self.callbacks.append((f, a))
    def __exit__(self, t, v, tb):
        while self.callbacks:
            f, a = self.callbacks.pop()
            try:
                f(*a)
            except Exception as e:
                print('cleanup failed', e, '| while', v)
        return t is Temporary
with Stack() as s:
    s.push(print, 'last')
    s.push(lambda: 1 / 0)
    s.push(print, 'first')
    raise Temporary('swallowed')
def parse(text):
    try:
        return int(text)
    except ValueError:
        try:
            return float(text)
        except ValueError:
            raise ValueError(f'not a number: {text!r}') from None
for t in ('1', '2.5', 'x'):
    try:
        print(parse(t))
    except ValueError as e:
        print(e, e.__cause__, e.__suppress_context__, type(e.__context__).__name__)
errors = {f: '' for f in ('a', 'b')}
for k, f in {'a': lambda: [][0], 'b': lambda: {}['x']}.items():
    try:
        f()
    except LookupError as e:
        errors[k] = f'{type(e).__name__}: {e}'
print(errors)
