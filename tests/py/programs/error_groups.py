# Groups of exceptions; ends with one that has a cause.
import traceback
def boom(i):
    if i == 3: raise ExceptionGroup("inner", [KeyError("k"), OSError(5, "io")])
    raise ValueError(f"v{i}")
def run(fs):
    errs = []
    for f in fs:
        try: f()
        except Exception as e: e.add_note(f"note for {e}\nsecond line"); errs.append(e)
    if errs: raise ExceptionGroup("many", errs)
try: run([lambda: boom(1), lambda: boom(3), lambda: 1 / 0])
except* ValueError as eg: print("VE", eg.exceptions, eg.message)
except* (KeyError, ZeroDivisionError) as eg: print("KZ", eg, eg.subgroup(KeyError), eg.split(lambda e: isinstance(e, KeyError)))
except* OSError as eg: print(eg.derive([1]) if 0 else eg.exceptions[0].exceptions)
class MyEG(ExceptionGroup):
    def derive(self, excs): return MyEG(self.message + "!", excs)
try: raise MyEG("m", [TypeError(1), ValueError(2)])
except* TypeError as e: print(repr(e))
except* ValueError as e: print(repr(e))
for bad in ("ExceptionGroup('x', [])", "ExceptionGroup('x', [1])", "ExceptionGroup(1, [ValueError()])", "ExceptionGroup('x', [KeyboardInterrupt()])", "BaseExceptionGroup('x', [KeyboardInterrupt()])"):
    try: print(repr(eval(bad)))
    except Exception as e: print(type(e).__name__, e)
try:
    run([lambda: boom(1), lambda: boom(3)])
except Exception as e:
    raise RuntimeError("top") from e
