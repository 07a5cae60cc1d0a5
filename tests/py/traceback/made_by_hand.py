# types.TracebackType makes entries of a traceback.
import sys
import traceback
import types


def here():
    return sys._getframe()


frame = here()
try:
    1 / 0
except ZeroDivisionError as e:
    other = e.__traceback__
made = types.TracebackType(other, frame, 3, 7)
print(made.tb_next is other, made.tb_frame is frame, made.tb_lasti, made.tb_lineno)
print(types.TracebackType(None, frame, -1, 2).tb_lasti, types.TracebackType(None, frame, 4, 2).tb_lasti)
for arguments in (("no", frame, 1, 2), (other, "no", 1, 2), (other, frame, "no", 2), (other, frame, 1, "no")):
    try:
        types.TracebackType(*arguments)
    except TypeError as e:
        print(e)
entries = traceback.extract_tb(made)
print(entries[0].name, len(entries))
raised = ValueError("with it").with_traceback(types.TracebackType(None, frame, 1 << 20, 3))
print(raised.__traceback__.tb_lineno)
raise raised
