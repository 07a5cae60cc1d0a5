# Trees of plain objects: the same bytes as ever, sharing and cycles, and every way they can be broken.
import hashlib
import io
import pickle


def digest(data):
    return len(data), hashlib.md5(data).hexdigest()


def through(obj):
    data = pickle.dumps(obj)
    print(data)
    return pickle.loads(data)


print("# cycles")
a = []
a.append(a)
x = through(a)
print(x[0] is x)
for t in ([],), ([], 1), ([], 1, 2), ([], 1, 2, 3, 4):
    t[0].append(t)
    x = through(t)
    print(x[0][0] is x)
d = {}
d[1] = d
d[2] = d, d
x = through(d)
print(x[1] is x, x[2][0] is x)

print("# leaves")
print(through(((), [], {}, set(), frozenset(), b"", "", 0, -1, 1.5, None, True, False)))
print(through([{"a": 1}, {"a": 1, (1, ("b", 2.5)): [2], frozenset([3]): {4}}, (1,), (1, 2), (1, 2, 3)]))
for n in (255, 256, 65535, 65536, -2**31, -2**31 - 1, 2**31 - 1, 2**31, 2**63, -2**63, -2**63 - 1,
          2**64, -2**2031, 2**2031, -2**2032, -2**2039, -2**2039 - 1, 2**2039, 2**2040, -2**5000):
    data = pickle.dumps(n)
    print(digest(data), pickle.loads(data) == n)
print(through(["h\xe9", "\u20ac" * 90, "\U0001f600", "\ud800", "\udc00\ud800"]))
print(through([float("inf"), -0.0, 5e-324]))

print("# the memo")
words = [str(i) for i in range(300)]
data = pickle.dumps([words, words, words[299], words[255], words[256]])
x = pickle.loads(data)
print(digest(data), x[0] is x[1], x[2] is x[0][299], x[4] is x[0][256])
print(pickle.loads(b"\x80\x03]q\x00(X\x01\x00\x00\x00aq\x01h\x01r\x02\x00\x00\x00j\x02\x00\x00\x00e."))

print("# frames")
for n in 65535, 65536, 65530, 65500:
    obj = ["ab" * n, b"x" * n, "y" * n, 5, "z" * (n - 20), 7, "q" * 10]
    for protocol in 4, 5:
        data = pickle.dumps(obj, protocol)
        print(digest(data), pickle.loads(data) == obj)
print(digest(pickle.dumps([[i, str(i)] for i in range(9000)])))

print("# batches")
for n in 1, 2, 999, 1000, 1001, 2000:
    for obj in list(range(n)), dict.fromkeys(range(n)), set(range(n)), frozenset(range(n)):
        data = pickle.dumps(obj)
        file = io.BytesIO()
        pickle.Pickler(file).dump(obj)
        print(digest(data), pickle.loads(data) == obj, file.getvalue() == data)

print("# depth")
for wrap in lambda x: [x], lambda x: (x,), lambda x: {1: x}, lambda x: (x, x, x, x):
    obj = ()
    for _ in range(3000):
        obj = wrap(obj)
    data = pickle.dumps(obj)
    print(digest(data), pickle.dumps(pickle.loads(data)) == data)
obj = None
for _ in range(100_000):
    obj = [obj]
try:
    pickle.dumps(obj)
except RecursionError:
    print("RecursionError")

print("# files")
file = io.BytesIO()
for obj in [1, [2, "two"]], {"three": (4,)}, "x" * 70000, [object]:
    pickle.dump(obj, file)
file.seek(0)
for _ in range(4):
    print(str(pickle.load(file))[:30])
try:
    pickle.load(file)
except EOFError as error:
    print(error)

print("# what is not plain")


class List(list):
    pass


class Str(str):
    pass


for obj in List([1]), Str("a"), [1, {2: range(3)}], bytearray(b"12"), 1j, [len, object, ...]:
    print(type(obj), pickle.loads(pickle.dumps(obj)) == obj)
for protocol in -1, 0, 1, 2, 3, 4, 5, None, True:
    print(pickle.dumps([1, "a"], protocol))
for protocol in 6, "a", 1.5:
    try:
        pickle.dumps(1, protocol)
    except (TypeError, ValueError) as error:
        print(error)
for data in "x", 5, None, memoryview(b"N.N.")[::2], bytearray(b"N."), memoryview(b"N."):
    try:
        print(pickle.loads(data))
    except (TypeError, BufferError) as error:
        print(type(error).__name__)

print("# broken ones")
for data in (
        b"", b".", b"\x80\x05.", b"\x80\x05N", b"\x80\x06N.", b"\x80",
        b"\x80\x04\x95\x05\0\0\0\0\0\0\0N.", b"\x80\x04\x95\x02\0\0\0\0\0\0\0NN.", b"\x95.",
        b"\x95\x00\0\0\0\0\0\0\0N.", b"(.", b"(1.", b"N1.", b"(N0.", b"(0.", b"N(0.", b"0.", b"]Na",
        b"]Na.", b"]a.", b"(a.", b"}Ns.", b"}NNs.", b"}(Nu.", b"(e.", b"]e.", b"](Nt.",
        b"N\x85.", b"\x85.", b"N\x86.", b"NNN\x87.", b"(\x85.", b"}]Ns.", b"\x8f(]\x90.",
        b"(]\x91.", b"(N\x91.", b"\x94.", b"N\x94h\0.", b"Nh\x01.", b"Nq\x05h\x05.", b"Nq\0h\0.",
        b"Nr\0\0\0\0j\0\0\0\0.", b"2.", b"N2\x86.", b"\x8c\x02\xff\xfe.", b"\x8c\x05a.",
        b"X\xff\xff\xff\xffa.", b"\x8b\xff\xff\xff\xff.", b"\x8a\0.", b"\x8b\0\0\0\0.",
        b"\x8a\x09\0\0\0\0\0\0\0\0\x80.", b"J\0\0.", b"M\0.", b"K.", b"z.", b"N.N.", b"I01\n.",
        b"G\x7f\xf8\0\0\0\0\0\x01.", b"C\x03ab", b"\x8c\x03\xed\xa0\x80.",
        b"\x8c\x06\xed\xa0\xbd\xed\xb8\x80.", b"cbuiltins\nlist\n)R.",
        b"\x8c\x08builtins\x8c\x03str\x93."):
    try:
        print(data, ascii(pickle.loads(data)))
    except Exception as error:
        print(data, type(error).__name__, error)
