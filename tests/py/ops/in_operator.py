# `in` and `not in` on every container, and its fallbacks.
print(1 in [1, 2], 3 in (1, 2), 'a' in {'a': 1}, 2 in {1, 2}, 'bc' in 'abcd', '' in '', b'b' in b'abc', 98 in b'abc', 5 in range(0, 10, 5))
print(1 not in [1], 'x' not in 'abc', 1.0 in [1], True in {1}, None in [None])
class C:
    def __contains__(self, x):
        return x
print(5 in C(), 0 in C(), [] not in C())
class I:
    def __iter__(self):
        return iter([1, 2, 3])
class G:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * 10
print(2 in I(), 9 in I(), 20 in G(), 25 in G())
gen = (i for i in range(5))
print(2 in gen, list(gen))
for f in (lambda: 1 in 5, lambda: 1 in 'abc', lambda: 'a' in b'abc', lambda: [] in {1: 2}, lambda: 300 in b'a', lambda: [] in {1}):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class Off:
    __contains__ = None
try:
    1 in Off()
except TypeError as e:
    print(e)
