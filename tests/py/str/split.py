# split and rsplit with separators, limits and whitespace.
print('a b  c\td\n'.split(), ' a '.split(), ''.split(), '   '.split(), 'a,b,,c'.split(','), ''.split(','), ','.split(','))
print('a b c d'.split(None, 2), 'a b c d'.rsplit(None, 2), ' a  b  c '.split(None, 1), ' a  b  c '.rsplit(None, 1))
print('a,b,c,d'.split(',', 2), 'a,b,c,d'.rsplit(',', 2), 'a,b'.split(',', 0), 'a b'.split(maxsplit=1), 'a--b--c'.split('--'), 'aaa'.split('aa'), 'aaa'.rsplit('aa'))
print('a,b,c'.split(sep=',', maxsplit=-1), 'x'.split('xyz'), 'éaéb'.split('é'), 'a\u2003b\xa0c\x1cd'.split())
for f in (lambda: 'a'.split(''), lambda: 'a'.split(1), lambda: 'a'.split(',', 'x'), lambda: 'a'.rsplit(''), lambda: 'a'.split(',', 1, 2)):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
