# Texts that loops append to grow in place: whoever else has got hold of one keeps what it was.
def f(n):
    s = ""
    for i in range(n):
        s += "abcdefghij"
    return s
def g(n):
    s = ""
    for i in range(n):
        s = s + str(i)
    t = s
    for i in range(n):
        s += "x"
    return t, s
def keep(n):
    out = []
    s = ""
    for i in range(n):
        s += "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"
        out.append(s)
    return [len(x) for x in out], out[5] == out[6][:len(out[5])]
def loc(n):
    s = "x" * 200
    seen = []
    for i in range(n):
        s += "é"
        seen.append(locals()["s"])
    return [len(x) for x in seen], [x.count("é") for x in seen]
def gen(n):
    s = "y" * 300
    for i in range(n):
        s += "z"
        yield s
class R:
    def __radd__(self, o):
        self.o = o
        return o
    def __add__(self, o): return self
def refl():
    s = "a" * 200
    r = R()
    for i in range(3):
        s += "b" * 100
    for i in range(3):
        s += r
        s += "c"
    return r.o, len(r.o), len(s)
def lst():
    a = []
    b = a
    for i in range(3):
        a = a + [i]
    return a, b
def lst2():
    a = []
    b = a
    for i in range(3):
        a += [i]
    return a, b
def num():
    t = 0
    u = 0.0
    for i in range(5):
        t += i
        u = u + i / 2
    t += 1
    return t, u
s = f(20000)
print(len(s), hash(s) == hash("abcdefghij" * 20000))
t, s = g(1000)
print(len(t), len(s), s[:len(t)] == t, s[-5:])
print(keep(30))
print(loc(5))
xs = list(gen(4))
print([len(x) for x in xs])
print(refl())
print(lst(), lst2(), num())
def unb():
    for i in range(3):
        q += "x"
try:
    unb()
except UnboundLocalError as e:
    print(e)


def traced():
    s = "w" * 200
    for i in range(3):
        s += "v"
        try:
            raise ValueError(i)
        except ValueError as e:
            frame = e.__traceback__.tb_frame
            held = frame.f_locals["s"]
        s += "u" * 100
        print(len(held), len(s))


def keys():
    table = {}
    s = "k" * 150
    for i in range(4):
        s += "-"
        table[s] = i
    return [len(k) for k in table], [table.get("k" * 150 + "-" * n) for n in range(1, 5)]


def inside(words):
    s = ""
    for w in words:
        s += w * 60
        pieces = [s[-1] for _ in range(2)]
        it = iter(s)
        s += "!"
    return len(s), pieces, len(list(it))


traced()
print(keys())
print(inside(["ab", "cd", "ef"]))
