# Classic algorithms, and random numbers from a seed.
import heapq, bisect, random, math, itertools, functools, collections, string, operator
random.seed(12345)
print(random.random(), random.randint(1, 100), random.choice("abc"), random.sample(range(50), 5), random.shuffle(l := list(range(10))), l, random.gauss(0, 1), random.uniform(1, 2), random.choices("ab", [1, 3], k=5), random.getrandbits(70), random.betavariate(1, 2), random.expovariate(1), random.triangular(), random.normalvariate(), random.randbytes(4), random.randrange(0, 100, 7), random.vonmisesvariate(0, 4), random.lognormvariate(), random.paretovariate(2), random.weibullvariate(1, 2), random.gammavariate(2, 1), random.binomialvariate(10, .5), sep="\n")
def dijkstra(g, s):
    d, pq = {s: 0}, [(0, s)]
    while pq:
        c, u = heapq.heappop(pq)
        if c > d[u]: continue
        for v, w in g[u].items():
            if (n := c + w) < d.get(v, math.inf): d[v] = n; heapq.heappush(pq, (n, v))
    return d
g = {c: {random.choice(string.ascii_lowercase): random.randint(1, 20) for _ in range(4)} for c in string.ascii_lowercase}
print(dijkstra(g, "a"))
def huff(s):
    h = [[n, i, c] for i, (c, n) in enumerate(sorted(collections.Counter(s).items()))]; heapq.heapify(h); k = len(h)
    while len(h) > 1:
        a, b = heapq.heappop(h), heapq.heappop(h); heapq.heappush(h, [a[0] + b[0], k, (a, b)]); k += 1
    codes = {}
    def walk(n, p):
        if isinstance(n[2], tuple): walk(n[2][0], p + "0"); walk(n[2][1], p + "1")
        else: codes[n[2]] = p
    walk(h[0], ""); return codes
print(huff("abracadabra alakazam"))
class Trie:
    def __init__(self): self.root = {}
    def add(self, w): functools.reduce(lambda n, c: n.setdefault(c, {}), w, self.root)["$"] = True
    def find(self, p):
        n = self.root
        for c in p:
            n = n.get(c)
            if n is None: return
        st = [(p, n)]
        while st:
            w, n = st.pop()
            for k, v in sorted(n.items(), reverse=True):
                if k == "$": yield w
                else: st.append((w + k, v))
t = Trie(); [t.add(w) for w in "to tea ted ten i in inn".split()]; print(list(t.find("te")), list(t.find("")), list(t.find("x")))
def sudoku(b):
    def ok(r, c, v): return all(b[r][j] != v and b[j][c] != v and b[r // 3 * 3 + j // 3][c // 3 * 3 + j % 3] != v for j in range(9))
    for r, c in itertools.product(range(9), repeat=2):
        if b[r][c] == 0:
            for v in range(1, 10):
                if ok(r, c, v):
                    b[r][c] = v
                    if sudoku(b): return True
                    b[r][c] = 0
            return False
    return True
b = [list(map(int, r)) for r in "530070000 600195000 098000060 800060003 400803001 700020006 060000280 000419005 000080079".split()]
print(sudoku(b)); print("\n".join("".join(map(str, r)) for r in b))
def lcs(a, b):
    @functools.cache
    def go(i, j):
        if i == len(a) or j == len(b): return ""
        if a[i] == b[j]: return a[i] + go(i + 1, j + 1)
        return max(go(i + 1, j), go(i, j + 1), key=len)
    return go(0, 0)
print(lcs("AGGTABXY", "GXTXAYB"), [*itertools.accumulate([1, 2, 3], operator.mul, initial=1)])
def queens(n, r=0, cols=0, d1=0, d2=0):
    if r == n: return 1
    s, av = 0, ~(cols | d1 | d2) & ((1 << n) - 1)
    while av: bit = av & -av; av ^= bit; s += queens(n, r + 1, cols | bit, (d1 | bit) << 1, (d2 | bit) >> 1)
    return s
print([queens(i) for i in range(1, 8)])
def life(cells):
    c = collections.Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
    return {p for p, n in c.items() if n == 3 or n == 2 and p in cells}
gl = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(4): gl = life(gl)
print(sorted(gl))
def sieve(n):
    s = bytearray([1]) * (n + 1); s[:2] = b"\0\0"
    for i in range(2, math.isqrt(n) + 1):
        if s[i]: s[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, p in enumerate(s) if p]
print(sieve(60), sum(sieve(10000)), math.gcd(12, 18, 27), math.lcm(4, 6), math.comb(10, 3), math.perm(5, 2), pow(3, -1, 11), divmod(-7, 3), math.factorial(25), math.isclose(.1 + .2, .3), math.dist((0, 0), (3, 4)), math.hypot(1, 2, 3), math.sumprod([1, 2], [3, 4]), math.fsum([.1] * 10), math.frexp(8), math.nextafter(1, 2), math.ulp(1), math.remainder(7, 3), math.cbrt(27), math.copysign(1, -0.0), math.modf(3.5), math.erf(.5), math.gamma(5), math.log2(8), math.log(100, 10), math.log1p(1e-10), math.degrees(math.pi))
def hanoi(n, a="A", b="B", c="C"): return [] if n == 0 else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
print(hanoi(3), [(x, y, z) for x in range(1, 20) for y in range(x, 20) for z in [math.isqrt(x * x + y * y)] if z * z == x * x + y * y and z < 20])
print(bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2), heapq.nlargest(3, [5, 1, 9, 3], key=lambda x: -x), heapq.nsmallest(2, "hello"), list(heapq.merge([1, 4], [2, 3], reverse=False)), heapq.heappushpop([1, 2], 0), heapq.heapify_max(x := [1, 3, 2]), x)
def perms(s): return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]
print(perms("abc"), collections.Counter("mississippi").most_common(2), collections.Counter(a=3) - collections.Counter(a=1, b=2), collections.deque([1, 2, 3], maxlen=2), collections.ChainMap({"a": 1}, {"a": 2, "b": 3})["b"], collections.OrderedDict(a=1) == {"a": 1}, collections.namedtuple("P", "x y", defaults=[0])(1), collections.defaultdict(list, {"a": [1]}))
roman = lambda n: "".join(s * (n // v) for i, (v, s) in enumerate([(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]) for n in [n % [10**9, 1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4][i]])
print(roman(1994), f"{1994:#o} {-255:08b} {255:#_x} {10**20:,} {1e300*10} {float('nan')} {-0.0} {1e16} {123456789012345678.0} {1.5e-7} {5e-324} {0.1+0.2}")
