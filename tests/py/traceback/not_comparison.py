"""The marks of `not a < b`: the comparison and the `not` are one."""
import linecache, traceback
def told(text):
    linecache.cache['shown.py'] = (len(text), None, text.splitlines(True), 'shown.py')
    try: exec(compile(text, 'shown.py', 'exec'), {'a': 1, 'b': None, 'c': [2]})
    except BaseException as e: print(''.join(traceback.format_exception(type(e), e, e.__traceback__.tb_next)))
for t in ('x = not a < b', 'x = not (a < b)', 'x = not a in b', 'x = not a not in b', 'x = not a < 2 < b', 'if not a < b: pass', 'print(not a < b, 1)', 'x = not not a < b', 'x = not -c', 'x = [not y < b for y in c]', 'x = (not\n a <\n b)', 'assert not a < b', 'x = not a < b or 1', 'x = 1 if not a < b else 2', 'while not a < b: pass', 'x = a < b', 'x = not (a < b or c)', 'x = not a.x < b', 'def f(): return not a < b\nf()'):
    told(t)
