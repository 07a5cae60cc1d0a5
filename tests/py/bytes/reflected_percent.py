# x.__rmod__(y) is y % x when y is of the type of x.
def show(f, *args):
    try:
        r = f(*args)
        print(type(r).__name__, repr(r))
    except BaseException as e:
        print(type(e).__name__, e)

class Text(str):
    def __mod__(self, other): return 'derived'
class Shown:
    def __str__(self): return 'shown'
for x in (b'a', b'', bytearray(b'a'), 'a', Text('a')):
    for y in (b'%s', b'abc', bytearray(b'<%s>'), '%s', 'x', Text('%s'), 1, None):
        show(x.__rmod__, y)
show(str.__rmod__, Text('a'), '%5s|')
show('a'.__rmod__, '%s %s')
show(bytes.__rmod__, 'a', b'')
