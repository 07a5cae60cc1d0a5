# str.format: automatic, numbered and named fields, attributes, items, conversions, nesting.
class P:
    def __init__(self):
        self.x, self.d = 1, {'k': [10, 20]}
    def __repr__(self):
        return 'P()'
print('{} {} {}'.format(1, 'a', None), '{1} {0} {1}'.format('a', 'b'), '{a} {b}'.format(a=1, b=2), '{0}{x}'.format(1, x=2))
print('{.x} {.d[k][1]}'.format(P(), P()), '{p.d[k]}'.format(p=P()), '{0[0]} {0[1]}'.format([5, 6]), '{a[b c]}'.format(a={'b c': 1}), '{0[-1]}'.format({'-1': 'str key'}))
print('{!r} {!s} {!a}'.format('é', 'é', 'é'), '{0!r:>5}|'.format('a'), '{:{}}|'.format('a', 5), '{:{w}.{p}}|'.format(3.14159, w=8, p=3), '{0:{1}{2}}'.format(5, '>', 4))
print('{{}} {{{}}} }}'.format(1), '{:,}'.format(1234567), '{:>8.2f}'.format(3.14159), '{:%}'.format(0.5), '{:x}'.format(255), '{:^7}|'.format('mid'), '{:*<5}'.format('x'))
print('{0.__class__.__name__}'.format(1), '{:}'.format('x'), '{!r:}'.format('x'), '{0}'.format(P()), '{}'.format([1, 'a']), '{a}{a}'.format_map({'a': 1}), ''.format(), '{0:}'.format(None))
class D(dict):
    def __missing__(self, k):
        return '<' + k + '>'
print('{a} {b}'.format_map(D(a=1)), '{0:{1}}'.format('s', ''), '{:d} {:s}'.format(1, 's'), 'é{}'.format('😀'))
