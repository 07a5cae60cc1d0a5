# find, rfind, index, rindex, count with bounds.
s = 'abracadabra'
print(s.find('a'), s.find('a', 1), s.find('bra'), s.find('bra', 2), s.find('x'), s.find(''), s.find('', 5), s.find('', 11), s.find('', 12))
print(s.rfind('a'), s.rfind('a', 0, -1), s.rfind('bra', 0, 8), s.rfind(''), s.rfind('', 3, 5), s.rfind('zz'), s.find('ra', -4), s.find('a', None, None))
print(s.index('cad'), s.rindex('bra'), s.count('a'), s.count('a', 3), s.count('abra'), s.count(''), ''.count(''), s.count('', 9), s.count('a', 0, -1), 'aaaa'.count('aa'))
print('naïve café'.find('é'), 'naïve café'.index('v'), '😀a😀'.rfind('😀'), '😀a😀'.count('😀'), 'x' in s, 'ab' in s)
for f in (lambda: s.index('q'), lambda: s.rindex('q'), lambda: s.find(1), lambda: s.find('a', 'b'), lambda: s.count(None), lambda: s.find(), lambda: s.index('a', 1, 2, 3)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
