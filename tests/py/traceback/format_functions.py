# The functions of the traceback module.
import sys
import traceback
def inner():
    raise ValueError('inner')
def outer():
    inner()
try:
    outer()
except ValueError as e:
    print(traceback.format_exc())
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e))
    print(''.join(traceback.format_exception(type(e), e, e.__traceback__)) == traceback.format_exc())
    print(''.join(traceback.format_tb(e.__traceback__)))
    for f in traceback.extract_tb(e.__traceback__):
        print(f.name, f.lineno, f.line, f.colno, f.end_colno, f.filename.endswith('format_functions.py'))
    print(''.join(traceback.format_exception(e, limit=1)))
    print(''.join(traceback.format_exception(e, chain=False))[:20])
    te = traceback.TracebackException.from_exception(e)
    print(te.exc_type_str, str(te), len(te.stack), ''.join(te.format_exception_only()))
print(traceback.format_exc())
print(traceback.format_list([('file.py', 3, 'func', 'x = 1'), ('other.py', 4, 'g', None)]))
print([f.name for f in traceback.extract_stack()])
def show_stack():
    traceback.print_stack(file=sys.stdout)
show_stack()
