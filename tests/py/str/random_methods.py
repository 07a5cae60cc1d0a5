# Methods of str on many texts with many arguments, some of them chosen at random.
# Every hundred results are one line: their number, a checksum, and the last of them.
count = total = 0
last = ''
def note(line):
    global count, total, last
    count += 1
    for c in line:
        total = (total * 31 + ord(c)) & 0xffffffff
    last = line
    if count % 100 == 0:
        print(count, total, line[:100])
seed = 12345
def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return (seed >> 8) % n
pool = ['', 'a', 'abc', 'aaa', 'abcabc', 'Hello World', '  spaced\tout \n', 'ünïcödé', 'ß', 'ΑΣ', 'ΑΣ.Β', 'ΣΑΣ', '\u01c5x', 'ﬁn', '😀a😀', '\ud800', 'a\ud800\udc00b', 'x' * 70, 'é' * 70, 'ab' * 40,
        '123', '١٢٣', '²', '½', '\t\n', '\u2003x\u2003', 'a\x1cb\x85c\u2028d\r\ne\rf\x0bg', 'Title Case', 'UPPER', 'lower', 'mIxEd', '_ident', '1abc', 'İ', 'ŉ', 'ǰ', '+12', '-3', 'a,b,,c', ',', 'a b  c', "it's", 'ΌΣΟΣ', '\x00', 'a\x00b', 'ǅ', 'ǆ', 'ᾳ', 'ᾼ', 'Ω', 'K', 'ſ', '\u0345', 'a\u0301', 'дом', '中文字', '\u3000x', '\xa0']
args1 = ['', 'a', 'b', 'ab', 'é', '😀', '\ud800', 'c', ' ', ',', 'x', 'xx', 'l', 'o W', '\n', 'aa', 'ü', 'S', 'Σ']
ints = [None, 0, 1, 2, 3, 5, -1, -2, -100, 100, 10**30, -10**30, True]
def show(name, f, *a):
    try:
        r = f(*a)
        note(name + ' ' + ascii(a) + ' ' + ascii(r))
    except Exception as e:
        note(name + ' ' + ascii(a) + ' ' + type(e).__name__ + ' ' + ascii(str(e)))
for s in pool:
    for m in ['capitalize', 'casefold', 'lower', 'upper', 'title', 'swapcase', 'isalnum', 'isalpha', 'isascii', 'isdecimal', 'isdigit', 'isidentifier', 'islower', 'isnumeric', 'isprintable', 'isspace', 'istitle', 'isupper', 'split', 'rsplit', 'splitlines', 'strip', 'lstrip', 'rstrip', 'expandtabs', '__len__', '__repr__', '__str__', '__hash__']:
        if m == '__hash__':
            continue
        show(m, getattr(s, m))
    show('splitlines', s.splitlines, True)
    show('ascii', ascii, s)
    show('list', list, s)
    show('rev', lambda: list(reversed(s)))
for s in pool:
    for a in args1:
        for m in ['find', 'rfind', 'index', 'rindex', 'count', 'startswith', 'endswith', 'split', 'rsplit', 'partition', 'rpartition', 'strip', 'lstrip', 'rstrip', 'removeprefix', 'removesuffix', '__contains__', '__add__', '__eq__', '__lt__', '__le__', '__gt__', '__ge__', '__ne__', 'join']:
            show(ascii(s) + '.' + m, getattr(s, m), a)
for i in range(600):
    s = pool[rnd(len(pool))]
    a = args1[rnd(len(args1))]
    b = args1[rnd(len(args1))]
    x = ints[rnd(len(ints))]
    y = ints[rnd(len(ints))]
    z = ints[rnd(len(ints))]
    k = rnd(14)
    if k < 5:
        m = ['find', 'rfind', 'count', 'startswith', 'endswith'][k]
        show(ascii(s) + m, getattr(s, m), a, x, y)
    elif k == 5:
        show(ascii(s) + 'index', s.index, a, x)
    elif k == 6:
        show(ascii(s) + 'replace', s.replace, a, b)
    elif k == 7:
        show(ascii(s) + 'replace', s.replace, a, b, rnd(5) - 1)
    elif k == 8:
        show(ascii(s) + 'split', s.split, a, rnd(5) - 1)
        show(ascii(s) + 'rsplit', s.rsplit, a, rnd(5) - 1)
        show(ascii(s) + 'split', s.split, None, rnd(5) - 1)
        show(ascii(s) + 'rsplit', s.rsplit, None, rnd(5) - 1)
    elif k == 9:
        show(ascii(s) + 'slice', lambda: s[x:y])
    elif k == 10:
        show(ascii(s) + 'slice3', lambda: s[x:y:z])
    elif k == 11:
        show(ascii(s) + 'item', lambda: s[x])
    elif k == 12:
        w = rnd(90)
        show(ascii(s) + 'center', s.center, w, a)
        show(ascii(s) + 'ljust', s.ljust, w, a)
        show(ascii(s) + 'rjust', s.rjust, w)
        show(ascii(s) + 'zfill', s.zfill, w)
        show(ascii(s) + 'center', s.center, w)
    else:
        show(ascii(s) + 'mul', lambda: s * rnd(4))
        show(ascii(s) + 'tabs', s.expandtabs, rnd(9) - 1)
        show(ascii(s) + 'starts', s.startswith, (a, b))
        show(ascii(s) + 'ends', s.endswith, (a, b), x)
print(count, total, last[:100])
