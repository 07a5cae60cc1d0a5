# SyntaxErrors: Wrong try statements.
import warnings
warnings.simplefilter("ignore")
sources = [
    'try: a\nexcept: b\nexcept E: c', 'try: a\nexcept* E: b\nexcept F: c', 'try: a\nexcept E: b\nexcept* F: c',
    'try: a\nexcept*: b', 'try: a\nexcept E, F: b', 'try: a\nexcept E, F as e: b', 'try: a\nexcept (E, F) as e: b',
    'try: a\nexcept E as e, F: b', 'try: a\nexcept E as: b', 'try: a\nexcept as e: b', 'try: a\nexcept* E:\n  return',
    'def f():\n try: a\n except* E: return', 'for x in y:\n try: a\n except* E: break',
    'for x in y:\n try: a\n except* E: continue', 'try: a\nelse: b\nexcept E: c', 'try: a\nfinally: b\nexcept E: c',
    'try: a\nfinally: b\nelse: c', 'try: a\nexcept E b: c', 'raise a, b', 'raise from b', 'raise a from', 'raise a b',
    'assert', 'assert a,', 'assert a b', 'assert a = b', 'assert (a, b)',
    'try: a\nexcept E: b\nexcept: c\nelse: d\nfinally: e', 'try: a\nexcept* E, F: b', 'try: a\nexcept E\n b',
    'try: a\nexcept\n b',
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
