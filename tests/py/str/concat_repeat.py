# + and * of strings.
print('a' + 'b', 'ab' * 3, 3 * 'ab', 'a' * 0 == '', 'a' * -1 == '', 'é' * 2 + '😀', '' + '')
s = ''
for i in range(5):
    s += str(i)
print(s, 'x' * True, len('ab' * 1000))
for f in (lambda: 'a' + 1, lambda: 1 + 'a', lambda: 'a' * 'b', lambda: 'a' * 1.5, lambda: 'a' + None, lambda: 'a' + b'b', lambda: 'a' - 'b', lambda: 'a' + ['b'], lambda: -'a'):
    try:
        print(f())
    except TypeError as e:
        print(e)
