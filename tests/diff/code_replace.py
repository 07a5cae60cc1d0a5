# code.replace changes names, the file, the first line and flags without effect; the rest must stay as it is.
def f(a, b): return a
print(f.__code__.replace(co_name="g").co_name)
try:
    print(f.__code__.replace(co_varnames=("x", "y")).co_varnames)
except ValueError as e:
    print(e)
