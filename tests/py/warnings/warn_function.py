# warnings.warn, filters and categories.
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    warnings.warn('first')
    warnings.warn('second', DeprecationWarning)
    warnings.warn(RuntimeWarning('third'))
    print([(x.category.__name__, str(x.message)) for x in w])
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('once')
    for _ in range(3):
        warnings.warn('again')
    print(len(w))
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try:
        warnings.warn('becomes an error', UserWarning)
    except UserWarning as e:
        print(type(e).__name__, e)
with warnings.catch_warnings(record=True) as w:
    warnings.filterwarnings('ignore', message='skip.*')
    warnings.filterwarnings('always', category=FutureWarning)
    warnings.warn('skip this')
    warnings.warn('keep', FutureWarning)
    print([str(x.message) for x in w])
for bad in (lambda: warnings.warn('x', int), lambda: warnings.warn(), lambda: warnings.simplefilter('nope')):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
