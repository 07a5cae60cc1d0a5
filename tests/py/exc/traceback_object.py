# __traceback__: frames, line numbers, tb_next.
def inner():
    x = 1
    raise ValueError('deep')
def outer():
    inner()
try:
    outer()
except ValueError as e:
    tb = e.__traceback__
    while tb:
        print(tb.tb_lineno, tb.tb_frame.f_code.co_name, tb.tb_frame.f_lineno)
        last, tb = tb, tb.tb_next
    print(sorted(last.tb_frame.f_locals), last.tb_frame.f_back.f_code.co_name)
    kept = e
print(kept.__traceback__ is not None, kept.with_traceback(None) is kept, kept.__traceback__)
try:
    raise kept
except ValueError as e:
    print(e.__traceback__.tb_lineno, e.__traceback__.tb_next)
import sys
try:
    1 / 0
except ZeroDivisionError:
    t, v, tb = sys.exc_info()
    print(t.__name__, v, tb.tb_lineno, sys.exception() is v)
print(sys.exc_info(), sys.exception())
