# A traceback can be cut, and put before another one; it never becomes a circle.
import types


def inner():
    1 / 0


def outer():
    inner()


def caught():
    try:
        outer()
    except ZeroDivisionError as error:
        return error.__traceback__


def names(tb):
    found = []
    while tb is not None:
        found.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    return found


tb = caught()
print(names(tb), isinstance(tb, types.TracebackType))
tb.tb_next.tb_next = None
print(names(tb))
tb.tb_next.tb_next = caught()
print(names(tb))
for wrong in (tb, tb.tb_next.tb_next, 5):
    try:
        tb.tb_next.tb_next.tb_next.tb_next = wrong
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    tb.tb_next = tb
except ValueError as error:
    print(error)
try:
    del tb.tb_next
except TypeError as error:
    print(error)
print(names(tb))
