"""The traceback of a deep recursion: equal frames are counted; a summary with a format of its own is asked for each."""
import linecache, traceback
text = 'def f(a, b=0):\n    if a: g(a - 1, b)\n    else: 1 / 0\ndef g(a, b): f(a,\n  b)\nf(400)\n'
for lines in (text, text.replace('a', 'aa'), ''):
    linecache.cache['shown.py'] = (len(text), None, lines.splitlines(True), 'shown.py')
    try: exec(compile(text, 'shown.py', 'exec'), {})
    except ZeroDivisionError as e:
        shown = ''.join(traceback.format_exception(type(e), e, e.__traceback__.tb_next))
        print(len(shown), shown[-300:])
def r(n): return r(n - 1) if n else 1 / 0
try: r(300)
except ZeroDivisionError as e: error = e
print(traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__)).format()[-3:])
class Own(traceback.StackSummary):
    asked = 0
    def format_frame_summary(self, summary, **kwargs):
        Own.asked += 1
        return super().format_frame_summary(summary) if Own.asked % 50 else None
print(len(Own.extract(traceback.walk_tb(error.__traceback__)).format()), Own.asked)
