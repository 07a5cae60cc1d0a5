# Methods of bytes and bytearray with many arguments, some of them chosen at random.
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
seed = 999
def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return (seed >> 8) % n
pool = [b'', b'a', b'abc', b'aaa', b'abcabc', b'Hello World', b'  spaced\tout \n', b'\xff\x80', bytes(range(256)), b'x' * 70, b'a\x1cb\x85c\r\ne\rf\x0bg\x0ch', b'Title Case', b'UP9', b'low_er', b'+12', b'-3', b'a,b,,c', b"it's", b'"\'', b'\x00\x01']
args1 = [b'', b'a', b'b', b'ab', b'\xff', b'c', b' ', b',', b'x', b'xx', b'l', b'o W', b'\n', b'aa', 97, 255, 256, -1, 'a', 1.5, None, bytearray(b'a'), memoryview(b'ab')]
ints = [None, 0, 1, 2, 3, 5, -1, -2, -100, 100, 10**30, -10**30, True]
def sh(a):
    if type(a) is memoryview: return 'mv' + repr(bytes(a))
    if type(a) is tuple: return '(' + ', '.join([sh(x) for x in a]) + ')'
    return repr(a)
def show(name, f, *a):
    try:
        r = f(*a)
        note(name + ' ' + sh(a) + ' ' + repr(r))
    except Exception as e:
        note(name + ' ' + sh(a) + ' ' + type(e).__name__ + ' ' + str(e))
for p in pool:
  for s in (p, bytearray(p)):
    for m in ['capitalize', 'lower', 'upper', 'title', 'swapcase', 'isalnum', 'isalpha', 'isascii', 'isdigit', 'islower', 'isspace', 'istitle', 'isupper', 'split', 'rsplit', 'splitlines', 'strip', 'lstrip', 'rstrip', 'expandtabs', '__len__', '__repr__', 'hex']:
        show(m, getattr(s, m))
    show('splitlines', s.splitlines, True)
    show('list', list, s)
    show('rev', lambda: list(reversed(s)))
    show('hex', s.hex, ':')
    show('hex', s.hex, '-', 3)
    show('hex', s.hex, '-', -3)
    show('copy', type(s), s)
for p in pool:
  for s in (p, bytearray(p)):
    for a in args1:
        for m in ['find', 'rfind', 'index', 'rindex', 'count', 'startswith', 'endswith', 'split', 'rsplit', 'partition', 'rpartition', 'strip', 'lstrip', 'rstrip', 'removeprefix', 'removesuffix', '__contains__', '__add__', '__eq__', '__lt__', '__le__', '__gt__', '__ge__', '__ne__', 'join']:
            if m == 'join' and (a is None or type(a) is int or type(a) is float): continue
            if 'partition' in m and type(a) is memoryview: continue
            show(repr(s) + '.' + m, getattr(s, m), a)
for i in range(600):
    s = pool[rnd(len(pool))]
    if rnd(2): s = bytearray(s)
    a = args1[rnd(len(args1))]
    b = args1[rnd(len(args1))]
    x = ints[rnd(len(ints))]
    y = ints[rnd(len(ints))]
    z = ints[rnd(len(ints))]
    k = rnd(15)
    if k < 5:
        m = ['find', 'rfind', 'count', 'startswith', 'endswith'][k]
        show(repr(s) + m, getattr(s, m), a, x, y)
    elif k == 5:
        show(repr(s) + 'index', s.index, a, x)
    elif k == 6:
        show(repr(s) + 'replace', s.replace, a, b)
    elif k == 7:
        show(repr(s) + 'replace', s.replace, a, b, rnd(5) - 1)
    elif k == 8:
        show(repr(s) + 'split', s.split, a, rnd(5) - 1)
        show(repr(s) + 'rsplit', s.rsplit, a, rnd(5) - 1)
        show(repr(s) + 'split', s.split, None, rnd(5) - 1)
        show(repr(s) + 'rsplit', s.rsplit, None, rnd(5) - 1)
    elif k == 9:
        show(repr(s) + 'slice', lambda: s[x:y])
    elif k == 10:
        show(repr(s) + 'slice3', lambda: s[x:y:z])
    elif k == 11:
        show(repr(s) + 'item', lambda: s[x])
    elif k == 12:
        w = rnd(90)
        show(repr(s) + 'center', s.center, w, a)
        show(repr(s) + 'ljust', s.ljust, w, a)
        show(repr(s) + 'rjust', s.rjust, w)
        show(repr(s) + 'zfill', s.zfill, w)
        show(repr(s) + 'center', s.center, w)
    elif k == 13:
        show(repr(s) + 'mul', lambda: s * rnd(4))
        show(repr(s) + 'tabs', s.expandtabs, rnd(9) - 1)
        show(repr(s) + 'starts', s.startswith, (a, b))
        show(repr(s) + 'ends', s.endswith, (a, b), x)
    else:
        c = bytearray(s)
        k = rnd(9)
        if k == 0: show('setslice', lambda: c.__setitem__(slice(x, y), b'QQ'))
        elif k == 1: show('setslice3', lambda: c.__setitem__(slice(x, y, z), b'QQ'))
        elif k == 2: show('delslice', lambda: c.__delitem__(slice(x, y, z)))
        elif k == 3: show('insert', c.insert, rnd(9) - 4, rnd(300))
        elif k == 4: show('pop', c.pop, rnd(9) - 4)
        elif k == 5: show('extend', c.extend, a)
        elif k == 6: show('iadd', c.__iadd__, a)
        elif k == 7: show('setself', lambda: c.__setitem__(slice(x, y), c))
        else: show('imul', c.__imul__, rnd(4))
        note(repr(c))
q = bytearray()
log = []
for i in range(800):
    k = rnd(7)
    n = len(q)
    if k == 0: q.append(rnd(256))
    elif k == 1: q += bytes([rnd(256)]) * rnd(20)
    elif k == 2: del q[:rnd(10)]
    elif k == 3 and n: q.pop(rnd(n))
    elif k == 4: q.insert(rnd(n + 1), rnd(256))
    elif k == 5 and n > 2: q[rnd(n):] = b'zz' * rnd(3)
    elif k == 6 and n > 4: q[1:3] = bytes(rnd(7))
    log.append(sum(q) * 31 + len(q))
print(sum(log), log[-10:], q)
print(count, total, last[:100])
