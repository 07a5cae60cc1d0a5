# join over every kind of iterable, and its errors.
print(','.join(['a', 'b', 'c']), ''.join(('x', 'y')), '-'.join('abc'), ', '.join({'k': 1, 'l': 2}), '+'.join(str(i) for i in range(4)))
print(repr(','.join([])), repr(','.join(['only'])), 'é'.join(['a', 'b', '😀']), ' '.join(map(str, (1, 2.5, None))))
class S(str):
    pass
print(type(''.join([S('a')])), S('-').join(['1', '2']))
for f in (lambda: ','.join([1]), lambda: ','.join(['a', None]), lambda: ','.join(5), lambda: ','.join(['a', b'b']), lambda: ','.join(), lambda: ','.join(None)):
    try:
        f()
    except TypeError as e:
        print(e)
def gen():
    yield 'a'
    raise KeyError('inside')
try:
    ','.join(gen())
except KeyError as e:
    print('KeyError', e)
