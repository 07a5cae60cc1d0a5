# SyntaxErrors: Statements outside the place they belong to.
import warnings
warnings.simplefilter("ignore")
sources = [
    'return', 'return 1', 'yield 1', 'yield from x', 'await x', 'break', 'continue', 'class C: return 1',
    'class C: yield', 'def f(): break', 'if a: continue', 'for x in y: pass\nelse: break',
    'while a:\n def f(): break', 'async for x in y: pass', 'async with x: pass', '[await x for x in y]',
    'def f(): await x', 'def f(): [await x for x in y]', 'def f():\n async for x in y: pass',
    'def f():\n async with x: pass', 'async def f(): yield from x', 'async def f():\n yield 1\n return 2',
    'async def f():\n return 1', '[x async for x in y]', 'lambda: await x', 'lambda: (yield)', 'class C:\n await x',
    '[(yield x) for x in y]', '((yield) for x in y)', 'def f(a=(yield)): pass', 'async def f(): [x async for x in y]',
    'def f() -> (yield): pass', 'x: (yield)', 'try: pass\nfinally:\n continue', 'with a: break',
    'from __future__ import nope', 'x = 1\nfrom __future__ import annotations', 'from __future__ import braces',
    'def f():\n from a import *', 'class C:\n from a import *',
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
