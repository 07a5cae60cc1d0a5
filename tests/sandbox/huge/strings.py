# limits: --max-memory 67108864 --max-steps 500000000
# expect: status=0 last=ok
# Single string operations that ask for more than there is.
def attempt(what, f):
    try:
        n = len(f())
    except (MemoryError, OverflowError, ValueError) as e:
        print(what, type(e).__name__)
    else:
        print(what, n)
s, n = 'x' * 1000000, 10**12
for m in (n, 2**31, 2**32 - 1, 2**62, 10**30):
    attempt('repeat', lambda: 'ab' * m)
    attempt('repeat bytes', lambda: b'ab' * m)
    attempt('center', lambda: 'a'.center(m))
    attempt('ljust', lambda: 'a'.ljust(m, '.'))
    attempt('zfill', lambda: '1'.zfill(m))
    attempt('width', lambda: f'{1:{m}}')
    attempt('precision', lambda: f'{1.5:.{m}f}')
    attempt('percent', lambda: '%*d' % (m, 1))
    attempt('percent precision', lambda: '%.*f' % (m, 1.5))
    attempt('format', lambda: '{:>{}}'.format('a', m))
    attempt('tabs', lambda: '\t'.expandtabs(m))
    attempt('bytes', lambda: bytes(m))
    attempt('bytearray', lambda: bytearray(m))
    attempt('to_bytes', lambda: (1).to_bytes(m, 'big'))
attempt('replace', lambda: s.replace('x', s))
attempt('replace empty', lambda: s.replace('', s))
attempt('join', lambda: s.join(['a'] * 1000))
attempt('join self', lambda: s.join(s))
attempt('translate', lambda: s.translate({120: s}))
attempt('escape', lambda: repr('\x00' * 20000000))
attempt('encode', lambda: ('é' * 15000000).encode('ascii', 'xmlcharrefreplace'))
attempt('upper', lambda: ('ß' * 12000000).upper())
attempt('split', lambda: ('a ' * 8000000).split())
attempt('splitlines', lambda: ('\n' * 12000000).splitlines())
attempt('list', lambda: list('ab' * 10000000))
attempt('concat', lambda: s * 30 + s * 30)
attempt('hex', lambda: (b'a' * 25000000).hex(':'))
attempt('decode', lambda: (b'\xff' * 25000000).decode('latin-1'))
attempt('partition', lambda: ((s * 25) + 'q').partition('q'))
print('ok')
