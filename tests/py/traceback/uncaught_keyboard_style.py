# BaseException subclasses that are uncaught print like others; SystemExit does not.
class Stop(BaseException):
    pass


try:
    raise SystemExit
except BaseException as e:
    print(type(e).__name__)
try:
    raise KeyboardInterrupt('text')
except Exception:
    print('never')
except BaseException as e:
    print(type(e).__name__, e)
raise Stop('base', 1)
