# SyntaxWarnings of exec, eval and compile: shown, filtered, made errors, given to showwarning.
import warnings
exec("x is 5 if (x := 1) else 3")
print(eval("1 is 1"))
warnings.simplefilter("error")
for s in ("x is 5", "'\\d'", "0x1for x in y", "assert (1, 2)", "x = '\\d' +"):
    for f in (exec, eval, lambda s: compile(s, 'f', 'exec')):
        try: f(s)
        except SyntaxError as e: print(type(e), e.args, e.__context__, e.__cause__)
warnings.resetwarnings()
warnings.filterwarnings("ignore", "invalid")
exec("[0x1for x in (1,2)]")
def show(*a, **k): print("shown", a, k)
warnings.showwarning = show
try: exec("'\\d'; x is 5\n1 = 2")
except SyntaxError as e: print(e)
warnings.showwarning = lambda *a: 1/0
try: exec("'\\d'; x is 5\n")
except ZeroDivisionError as e: print(repr(e))
