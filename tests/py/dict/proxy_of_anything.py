# A mappingproxy is compared, counted and made as what stands behind it.
import types

P = types.MappingProxyType


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for a in (P({'a': 1}), P('ab'), P(P({}))):
    for b in (5, 'ab', {'a': 1}, P({'a': 1}), P('ab'), P({}), []):
        for op in ('<', '<=', '==', '!=', '>', '>='):
            show(lambda: eval('a %s b' % op))
            show(lambda: eval('b %s a' % op))
show(lambda: P())
show(lambda: P({}, {}))
show(lambda: P(mapping={}))
show(lambda: P(x={}))
