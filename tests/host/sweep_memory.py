#!/usr/bin/env python3
"""Every native that allocates in proportion to its input, with too little memory.

    tests/host/sweep_memory.py PROGRAM [NAME...]

Each call runs by itself under several limits, from hardly enough to start with to nearly enough. It may work
or raise MemoryError, and then the program goes on with ordinary work; or the report names the memory limit. It
never crashes, hangs, or raises anything else.
"""
import concurrent.futures
import subprocess
import sys

SETUP = """
import base64, binascii, collections, copy, csv, functools, hashlib, heapq, io, itertools, json, math
import random, re, string, sys, textwrap, unicodedata
s = 'spam and eggs, ' * 20000
u = 'sp\\u00e4m and \\u20acggs, ' * 20000
b = s.encode()
ba = bytearray(b)
data = list(range(60000))
words = s.split()
table = dict.fromkeys(data, 1)
numbers = set(data)
big = 1 << 1000000
nested = [[w, {w: [1.5, None]}] for w in words[:8000]]
text = json.dumps(nested)
source = 'x = [1, 2, 3]\\n' * 6000
sys.set_int_max_str_digits(0)
"""

CALLS = """
s * 20; s + s; s[1:]; s[::-1]; s.upper(); u.upper(); s.title(); u.casefold(); s.swapcase(); s.replace('a', 'bcd')
s.replace('', '-'); ','.join(words); s.split(); s.split(','); s.splitlines(); s.partition('x'); s.rsplit('a')
s.center(900000); s.ljust(900000); s.zfill(900000); s.expandtabs(); s.encode('utf-16'); u.encode(); s.encode('utf-7')
s.translate({97: 'xyz'}); u.translate(str.maketrans('a', 'b')); f'{s:>900000}'; '%s %s' % (s, s); '{}{}'.format(s, s)
'%900000d' % 1; f'{1.5:900000.3f}'; repr(s); repr(u); ascii(u); list(s); tuple(u); sorted(s); set(words); s.strip() + s
s.removeprefix('spam'); u.encode('ascii', 'backslashreplace'); ''.join(reversed(s)); unicodedata.normalize('NFD', u)
b * 20; b + b; b[1:]; b.replace(b'a', b'bcd'); b.split(); b.hex(); b.upper(); b.decode(); b.join([b'xx'] * 3000); repr(b)
bytes(data[:256] * 500); bytes(900000); bytearray(900000); ba * 20; ba + ba; ba.copy(); ba.extend(b * 4); list(b)
bytes.fromhex(b.hex()); memoryview(b).tolist(); memoryview(b).tobytes(); b.translate(None, b'a'); b.ljust(900000)
data * 20; data + data; data[1:]; data[::-1]; data[::2]; data.copy(); list(data); tuple(data); sorted(data, key=str)
sorted(data, reverse=True); data.extend(data); data.insert(0, 1); list(reversed(data)); list(range(600000)); [*data, *data]
data.sort(key=lambda v: -v); data.__setitem__(slice(0, 0), data); [x for x in data]; list(map(str, data))
list(zip(data, data)); list(enumerate(data)); list(filter(None, data)); max(words, key=len); (lambda *a: a)(*data)
dict(table); table | table; {**table, 'a': 1}; table.copy(); table.update({str(k): 1 for k in data}); list(table.items())
dict.fromkeys(words); dict(zip(data, data)); {k: v for k, v in table.items()}; collections.Counter(data); (lambda **k: k)(**dict.fromkeys(words, 1))
set(data); numbers | {-1}; numbers & numbers; numbers ^ {-1}; numbers - {1}; frozenset(data); numbers.copy(); numbers.union(words)
big * big; big << 3000000; big ** 3; str(big); hex(big); big // 3; big + 1; ~big; int('9' * 100000); big.to_bytes(200000, 'big')
int.from_bytes(b, 'big'); pow(3, 200000); math.factorial(20000); math.comb(40000, 20000); math.isqrt(big); pow(big, 3, big - 1)
divmod(big, 12345678901234567890123); math.prod(range(1, 6000)); random.getrandbits(5000000); math.gcd(big - 1, big // 7)
json.dumps(nested); json.loads(text); json.dumps(s); json.loads('[' + '1,' * 60000 + '1]'); json.dumps(data, indent=2)
re.findall('[a-z]+', s); re.sub('a', 'bcd', s); re.split(',', s); re.sub('a', lambda m: 'bcd', s); list(re.finditer('a', s)); re.escape(s)
re.match('(?:(a)|(b)|.)*', s); re.compile('a' * 20000); re.fullmatch('(spam|and|eggs|[, ])*', s)
hashlib.shake_128(b).digest(900000); hashlib.shake_128(b).hexdigest(900000); hashlib.pbkdf2_hmac('md5', b, b, 1, 900000)
base64.b64encode(b * 3); base64.b64decode(base64.b64encode(b)); base64.b85encode(b[:30000]); binascii.hexlify(b); base64.b32encode(b[:60000])
copy.deepcopy(nested); copy.copy(data); textwrap.wrap(s[:30000]); list(csv.reader([s])); csv.writer(io.StringIO()).writerow(words)
io.StringIO(s).read(); io.BytesIO(b).read(); io.StringIO(s).readlines(); io.BytesIO(b * 3).getvalue(); string.Template(s).substitute()
list(itertools.product(range(50), repeat=3)); list(itertools.permutations(range(7))); list(itertools.combinations(range(24), 4))
list(itertools.chain(data, data)); list(itertools.accumulate(data)); list(itertools.batched(data, 2)); itertools.tee(data, 900)
collections.deque(data); collections.deque(data) * 4; collections.OrderedDict(table); collections.ChainMap(table, table).copy()
collections.namedtuple('P', ['f%d' % i for i in range(300)]); functools.reduce(lambda a, c: a + [c], data[:3000], []); heapq.nsmallest(30000, data)
random.sample(data, 50000); random.choices(data, k=90000); random.randbytes(900000); random.shuffle(data); heapq.heapify(data)
compile(source, 'f', 'exec'); eval('[' + '1,' * 30000 + ']'); exec(source); compile('x = "' + s + '"', 'f', 'exec'); type('T', (), dict.fromkeys(words, 1))
ExceptionGroup('g', [ValueError(s)] * 9000); str(table); repr(nested); repr(numbers); str(ValueError(s)); repr(collections.deque(data)); '%r' % (data,)
[dict(a=1) for _ in range(9000)]; [lambda: x for x in data]; [(x, x) for x in data]; [object() for _ in data]; dir(str) * 3000; sum([[x] for x in data[:2000]], [])
"""

AFTER = """
work = sum(len(str(i)) for i in range(1000)) + len(sorted({i % 7: i for i in range(100)})) + len('x' * 1000)
print('ok', work)
"""

SPARE = 150_000, 400_000, 1_200_000, 5_000_000  # bytes beyond what the data take


def memory_of(program):
    """What the data take, with nothing done to them."""
    out = run(program, SETUP + "print('ok')", 256 << 20, "--json")
    return int(out.stdout.split('"memory": ')[1].split(",")[0])


def run(program, code, limit, *options):
    words = [program, "run", *options, "--max-memory", str(limit), "--max-steps", "300000000", "-c", code]
    return subprocess.run(words, capture_output=True, text=True, timeout=120)


def check(program, call, limit):
    """None, or what is wrong."""
    code = f"{SETUP}\ntry:\n    {call}\nexcept MemoryError:\n    pass\ns = u = b = words = nested = text = source = None\n{AFTER}"
    try:
        r = run(program, code, limit)
    except subprocess.TimeoutExpired:
        return "did not end"
    last = (r.stderr.strip().splitlines() or [""])[-1]
    if r.returncode == 0 and r.stdout.startswith("ok"):
        return None
    if r.returncode == 3 and ("memory" in last or "steps" in last):
        return None
    if r.returncode == 1 and last == "MemoryError":
        return None
    return f"status {r.returncode}: {last[-200:]}"


def main():
    program, names = sys.argv[1], sys.argv[2:]
    least = memory_of(program)
    calls = [c.strip() for line in CALLS.splitlines() for c in line.split("; ") if c.strip()]
    calls = [c for c in calls if not names or any(n in c for n in names)]
    work = [(call, least + spare) for call in calls for spare in SPARE]
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for (call, limit), wrong in zip(work, pool.map(lambda w: check(program, *w), work)):
            if wrong:
                bad += 1
                print(f"FAIL {call} with {limit} bytes: {wrong}")
    print(f"sweep_memory: {len(calls)} natives, {len(work)} runs, {bad} failed")
    sys.exit(bad > 0)


main()
