# maketrans and translate.
t = str.maketrans('abc', 'xyz')
print(t, 'aabbcc d'.translate(t))
print('hello'.translate(str.maketrans({'h': 'J', 'e': None, 'l': 'LL', ord('o'): 48})))
print('hello'.translate(str.maketrans('el', 'ip', 'o')), 'abc'.translate({97: '😀', 98: 99}), 'abc'.translate({}))
class T:
    def __getitem__(self, k):
        if k == 97:
            raise LookupError
        return k + 1
print('abc'.translate(T()))
for f in (lambda: str.maketrans('ab', 'x'), lambda: str.maketrans({'ab': 1}), lambda: str.maketrans(1), lambda: 'a'.translate({97: 'x' * 2, 98: 1.5}), lambda: 'b'.translate({98: 1.5}), lambda: 'a'.translate({97: 0x110000}), lambda: 'a'.translate(), lambda: str.maketrans('a', 1), lambda: str.maketrans({1.5: 'a'})):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
