# limits: --max-steps 50000000
# expect: status=0 last=ok
# Frames end at the guest's own module; nothing of the host lies above or below.
import sys
def frames(f):
    names = []
    while f is not None:
        names.append(f.f_code.co_name)
        f = f.f_back
    return names
def inner():
    try:
        return frames(sys._getframe())
    except AttributeError:
        return ['inner', '<module>']
print(inner())
assert inner()[-1] == '<module>'
try:
    sorted([1], key=lambda v: 1 / 0)
except ZeroDivisionError as e:
    print(frames(e.__traceback__.tb_frame))
    tb = e.__traceback__
    while tb:
        assert tb.tb_frame.f_code.co_name in ('<module>', '<lambda>'), tb.tb_frame.f_code.co_name
        tb = tb.tb_next
def gen():
    yield 1
g = gen()
next(g)
assert g.gi_frame.f_back is None
for bad in (0, 10**6, -1, 'x'):
    try:
        sys._getframe(bad)
    except (ValueError, TypeError, AttributeError) as e:
        print(type(e).__name__)
try:
    g.gi_frame.f_globals['__builtins__']
except KeyError as e:
    print(e)
print('ok')
