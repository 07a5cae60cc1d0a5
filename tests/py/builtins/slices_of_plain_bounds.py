# x[a:b] with small ints and None, on each kind of sequence; and bounds that are neither.
values = [[1, 2, 3, 4], (1, 2, 3, 4), "abcd", "a\xe9\u20ac\U0001f600", b"abcd", bytearray(b"abcd"), range(4), []]
bounds = [None, 0, 1, 2, 4, 9, -1, -4, -9, 10**30, -10**30, True]
for v in values:
    for a in bounds:
        print(repr(v), a, [v[a:b] for b in bounds])


class Index:
    def __index__(self):
        return 1


class Own(list):
    def __getitem__(self, key):
        return key


class Derived(list):
    pass


print("abcd"[Index():], [1, 2, 3][:Index()], Own([1, 2])[1:2], Derived([1, 2, 3])[1:], type(Derived([1])[:]))
for bad in ("x", 1.5):
    try:
        print("abc"[bad:])
    except TypeError as e:
        print(e)
t, s = (1, 2), "ab"
print(t[:] is t, s[:] is s, t[0:2] is t, [1][:] is [1])
