# % formatting of bytes.
print(b'%d %i %5d|%-5d|%05d|%+d' % (1, 2, 3, 4, 5, 6), b'%x %X %#x %o' % (255, 255, 255, 8), b'%s %b' % (b'a', bytearray(b'b')), b'%c%c%c' % (65, b'B', bytearray(b'C')), b'%r %a' % ('é', 'é'), b'%%', b'%5s|%-5s|%.2s|' % (b'ab', b'ab', b'abc'))
print(b'%f %.2f %e %g' % (1.5, 2.555, 12345.678, 0.0001), b'%(k)s %(n)d' % {b'k': b'v', b'n': 5}, b'%*d' % (5, 42), bytearray(b'%d') % 7, b'%s' % memoryview(b'mv'))
class B:
    def __bytes__(self): return b'from __bytes__'
print(b'%s %b' % (B(), B()))
for fmt, args in ((b'%s', 'str'), (b'%b', 5), (b'%d', 'x'), (b'%c', 256), (b'%c', b'ab'), (b'%s %s', (b'a',)), (b'%s', (b'a', b'b')), (b'%q', 1), (b'%(k)s', {'k': b'v'}), (b'%', ()), (b'abc', b'x'), (b'%s', None)):
    try:
        print(fmt % args)
    except Exception as e:
        print(fmt, type(e).__name__, e)
