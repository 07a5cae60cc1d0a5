# center, ljust, rjust, zfill, expandtabs.
print([s.center(7) for s in ('', 'a', 'ab', 'abc', 'abcdefg', 'abcdefgh')])
print('ab'.center(5, '*'), 'abc'.center(6, '*'), 'abc'.center(7, '*'), 'ab'.ljust(5, '.'), 'ab'.rjust(5, '.'), 'abc'.ljust(2), 'é'.center(4, '😀'), repr('a'.rjust(-1)))
print('42'.zfill(5), '-42'.zfill(5), '+42'.zfill(5), '42'.zfill(1), ''.zfill(3), '-'.zfill(3), '--1'.zfill(5), 'ab'.zfill(4))
print(repr('a\tb\tc'.expandtabs()), repr('a\tb'.expandtabs(4)), repr('abcd\te'.expandtabs(4)), repr('a\tb'.expandtabs(0)), repr('a\nbb\tc'.expandtabs(4)), repr('\t'.expandtabs(tabsize=2)), repr('a\tb'.expandtabs(-1)))
for f in (lambda: 'a'.center(), lambda: 'a'.center('5'), lambda: 'a'.ljust(5, 'ab'), lambda: 'a'.rjust(5, ''), lambda: 'a'.center(5, 1), lambda: 'a'.zfill('x')):
    try:
        f()
    except TypeError as e:
        print(e)
