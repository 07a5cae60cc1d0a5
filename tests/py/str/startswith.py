# startswith and endswith with bounds and tuples.
s = 'hello world'
print(s.startswith('hell'), s.startswith('world', 6), s.startswith(('x', 'he')), s.startswith(()), s.startswith(''), s.startswith('', 11), s.startswith('', 12), s.startswith('h', -20))
print(s.endswith('ld'), s.endswith('hello', 0, 5), s.endswith(('a', 'd')), s.endswith(''), s.endswith('world', 7), s.endswith('o', None, 5), s.endswith('hello world!'))
for f in (lambda: s.startswith(1), lambda: s.startswith(['a']), lambda: s.endswith(('a', 1)), lambda: s.startswith(), lambda: s.startswith('a', 'b')):
    try:
        print(f())
    except TypeError as e:
        print(e)
