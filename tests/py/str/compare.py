# Ordering is by code point; equality across types is False.
print('a' < 'b', 'a' < 'B', 'abc' < 'abd', 'ab' < 'abc', '' < 'a', 'é' > 'z', '😀' > 'é', 'a' <= 'a', 'b' >= 'a')
print('a' == 'a', 'a' == b'a', 'a' == 1, 'a' != None, 'é' == 'e\u0301', '\ud7ff' < '\ue000', '\uffff' < '\U00010000')
print(sorted(['b', 'A', 'a', 'B', 'é', '', '10', '9']), min('hello'), max('hello'), sorted('hello', reverse=True))
for f in (lambda: 'a' < 1, lambda: 'a' >= None, lambda: b'a' < 'a'):
    try:
        f()
    except TypeError as e:
        print(e)
print('abc'.__eq__('abc'), 'abc'.__lt__('b'), 'a'.__eq__(1), 'a'.__gt__(1))
print(hash('a') == hash('a'), {'key': 1}['k' + 'ey'])
