# replace with counts and empty patterns.
s = 'spam spam spam'
print(s.replace('spam', 'egg'), s.replace('spam', 'egg', 1), s.replace('spam', '', 2), s.replace('x', 'y') == s, s.replace(' ', ''), s.replace('a', 'aa'))
print('abc'.replace('', '-'), 'abc'.replace('', '-', 2), ''.replace('', 'x'), ''.replace('a', 'x'), 'aaa'.replace('aa', 'b'), 'aaa'.replace('a', 'b', 0), 'aaa'.replace('a', 'b', -1))
print('é😀é'.replace('é', 'e'), 'abc'.replace('b', '😀'), s.replace('spam', 'x', count=2))
for f in (lambda: 'a'.replace('a'), lambda: 'a'.replace(1, 'b'), lambda: 'a'.replace('a', None), lambda: 'a'.replace('a', 'b', 'c')):
    try:
        f()
    except TypeError as e:
        print(e)
