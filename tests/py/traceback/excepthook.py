# sys.excepthook handles what is uncaught.
import sys
def hook(t, v, tb):
    print('hook', t.__name__, v, tb.tb_lineno)
sys.excepthook = hook
print(sys.__excepthook__ is not hook)
def f():
    raise ValueError('to the hook')
f()
