# add_note and __notes__.
e = ValueError('v')
print(hasattr(e, '__notes__'))
e.add_note('first')
e.add_note('second\nline')
print(e.__notes__, str(e), repr(e))
try:
    e.add_note(5)
except TypeError as t:
    print(t)
try:
    try:
        raise KeyError('k')
    except KeyError as k:
        k.add_note('seen')
        raise
except KeyError as k:
    print(k.__notes__)
import traceback
print(''.join(traceback.format_exception_only(e)), end='')
e.__notes__ = ['replaced', 5]
print(''.join(traceback.format_exception_only(e)), end='')
