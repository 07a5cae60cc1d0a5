# Operations on strings of many thousand characters.
s = 'abcdefghij' * 10000
print(len(s), s.count('a'), s.find('j', 50000), s.rfind('a'), s[::1000], s[99999], s[-1], len(s.replace('a', 'xyz')), len(s.split('a')), s.startswith('abc'), s.endswith('hij'))
e = 'aé😀b' * 5000
print(len(e), e[10000], e[10001], e[10002] == '😀', e[-3], e.count('é'), e.find('b', 15000), e[9998:10006], len(e.encode()), e.index('😀', 19000), e[::-4][:5])
t = ','.join(str(i) for i in range(10000))
print(len(t), t.split(',')[5000], sum(map(int, t.split(','))), t[:30], t[-20:])
u = ''
for i in range(3000):
    u += chr(97 + i % 26)
print(len(u), u[:30], u.count('xyz'), hash(u) == hash(''.join(chr(97 + i % 26) for i in range(3000))))
lines = '\n'.join('line %d' % i for i in range(2000))
print(len(lines.splitlines()), lines.splitlines()[1234], len(lines.upper()), lines.title()[:13])
d = {s[i:i + 3]: i for i in range(0, 1000)}
print(len(d), d['abc'], 'bcd' in d)
print(len(repr('\n' * 5000)), len('é' * 5000 + 'a'), ('é' * 5000 + 'a')[5000], ('x' * 100000 == 'x' * 100000), ('x' * 99999 + 'y' > 'x' * 100000))
