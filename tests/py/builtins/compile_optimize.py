# compile(): optimize takes asserts and docstrings out; flags of __future__; numbers out of range.
text = '''"doc"
def f():
    "doc of f"
    assert 0, 'no'
    return __debug__
class C:
    "doc of C"
print(f.__doc__, C.__doc__, __debug__, 'yes' if __debug__ else 'no')
try: print(f())
except AssertionError as e: print('AssertionError', e)
'''
for optimize in (-1, 0, 1, 2):
    exec(compile(text, 'f', 'exec', optimize=optimize), {})
    print(eval(compile('__debug__', 'f', 'eval', optimize=optimize)), eval(compile('not __debug__', 'f', 'eval', optimize=optimize)))
for args in ((2**40,), (-2**40,), (0, False, 3), (0, False, -2), (0, False, 10**30), (1,), ('a',), (0, False, None)):
    try: print(compile('1', 'f', 'exec', *args))
    except (OverflowError, ValueError, TypeError) as e: print(type(e).__name__, e)
import __future__
flag = __future__.annotations.compiler_flag
space = {}
code = compile('def f(a: undefined): pass', 'f', 'exec', flag)
exec(code, space)
print(space['f'].__annotations__, bool(code.co_flags & flag))
