# print_exc of exception groups: nesting, notes, causes, limits.
import sys
import traceback
def fail(n):
    if n % 2:
        raise ValueError('odd %d' % n)
    return 1 / 0
def gather(*ns):
    errors = []
    for n in ns:
        try:
            fail(n)
        except Exception as e:
            errors.append(e)
    return errors
try:
    raise ExceptionGroup('many', gather(1, 2) + [ExceptionGroup('nested', gather(3))])
except ExceptionGroup as e:
    e.add_note('note on the group')
    e.exceptions[0].add_note('note on a member')
    traceback.print_exc(file=sys.stdout)
try:
    try:
        raise ExceptionGroup('first', gather(5))
    except ExceptionGroup as e:
        raise RuntimeError('after') from e
except RuntimeError:
    traceback.print_exc(file=sys.stdout)
print(''.join(traceback.format_exception(ExceptionGroup('no traceback', [ValueError(i) for i in range(20)]))))
