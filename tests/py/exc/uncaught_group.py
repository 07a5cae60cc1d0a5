# The traceback of an exception group with notes.
def fail(n):
    raise ValueError(f'number {n}')


def collect():
    errors = []
    for n in range(2):
        try:
            fail(n)
        except ValueError as e:
            e.add_note(f'note {n}')
            errors.append(e)
    errors.append(ExceptionGroup('inner', [KeyError('k'), TypeError('t')]))
    raise ExceptionGroup('several', errors)


collect()
