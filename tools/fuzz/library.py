"""Functions of the library's modules with usual, odd and wrong arguments: math, json, re, random from seeds, heapq, bisect, binascii and
base64, csv, hashlib, operator, collections, itertools, functools, unicodedata, sys, weakref, copy, string, textwrap, statistics, fractions.
"""
import matrix
from maker import Maker

PRELUDE = '''\
import base64, binascii, bisect, collections, copy, csv, difflib, enum, functools, gc, hashlib, heapq, io, itertools, json, keyword, math, operator, random, re, string, sys, textwrap
import ast, os.path, datetime, struct, unicodedata, weakref, fractions, statistics, types, warnings, contextlib, errno, fnmatch, numbers, reprlib, shlex, zlib_missing as zlib
'''.replace(", zlib_missing as zlib", "") + '''\
from decimal import Decimal as D
class Index:
    def __index__(self): return 2
class Float:
    def __float__(self): return 0.5
class Num(int): pass
class Text(str): pass
class Data(bytes): pass
class Rev:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v > o.v
    def __repr__(self): return 'R%r' % self.v
class Half:
    def __lt__(self, o): raise KeyError('lt')
class Obj:
    def __init__(self): self.a = 1; self.b = [1, {'c': 2}]
    def meth(self, *a, **k): return a, sorted(k.items())
    def __repr__(self): return 'Obj'
class Group: pass
class Keyed:
    def __hash__(self): return 5
    def __eq__(self, o): return isinstance(o, Keyed)
Point = collections.namedtuple('Point', 'x y', defaults=(7,))
class Colour(enum.Enum): RED = 1; BLUE = 'b'
def near(x): return float('%.13g' % x) if isinstance(x, float) else x    # docs/differences.md: last digits
def upto(it, n=6): return list(itertools.islice(it, n))
def after(o, *actions):
    out = []
    for a in actions:
        try: out.append(a(o))
        except Exception as e: out.append((type(e).__name__, str(e)))
    return out
def heap(f, h, *a):
    h = list(h)
    try: r = f(h, *a)
    except Exception as e: r = type(e).__name__, str(e)
    return r, h
def hasher(name, *parts, **kw):
    h = hashlib.new(name, **kw)
    for p in parts: h.update(p)
    return h
def found(m): return m and (m.group(), m.groups(), m.span(), m.lastindex, m.lastgroup)
def rows(text, **kw): return list(csv.reader(text.splitlines(True), **kw))
def written(rows, **kw):
    f = io.StringIO()
    csv.writer(f, **kw).writerows(rows)
    return f.getvalue()
def seeded(seed, f, n=3):
    r = random.Random(seed)
    return [f(r) for _ in range(n)]
'''
NUMBERS = """0 1 -1 2 3 7 -5 10 0.0 -0.0 0.5 1.5 -2.5 1e-7 1e16 1e22 1e308 5e-324 -1e308 float('inf') float('-inf') float('nan') True False 10**20 -10**30 2**53
    2**63 2**1100 Index() Float() Num(3) 0.1 100 255 math.pi -math.e 1e-320 170.5 171 -0.5 -3.5 None 'a' [] 1j b'1'""".split()
REALS = NUMBERS[:-6] + NUMBERS[:26] * 2
INTS = "0 1 2 3 5 7 -1 -3 10 20 100 255 10**20 2**64 -10**30 True Index() Num(4) 1.5 'a' None".split()
SMALLS = "0 1 2 3 4 5 -1 True Index() 7 1.0 'a' None".split()
SEQS = "[] [1] [3,1,2] [1,2,3,4] (2,2,1) range(5) 'hello' 'ab' b'ab' {3:1,1:2} {1,2,3} iter([1,2]) (x*x\xa0for\xa0x\xa0in\xa0range(4)) [1.5,2] ['b','a'] [[1],[0]] None 5 [1,'a']".replace("\xa0", "~").split()
SEQS = [s.replace("~", " ") for s in SEQS]
FLOATS = "[1,2,3] [] [1.5,-2.5,1e16] [float('inf'),1] [float('inf'),float('-inf')] [float('nan')] [1e308,1e308,-1e308] [0.1]*10 range(4) (1,2.5) [True,2**70] ['a'] [1e16,1.0,-1e16] [-0.0] 5 [Float(),Index()]".split()
BYTES = """b'' b'a' b'ab' b'abc' b'hello world' b'\\xff\\x00\\x80' bytearray(b'xyz') memoryview(b'mem') 'text' '' 'é' Data(b'q') b'YWJj' b'YWI=' b'YQ==' b'YQ' b'=' b'a b\\nc' b'68656c6c6f' b'6' b'zz'
    b'MFRGG===' b'@:E' bytes(range(256)) None 5 [1]""".split("\n")
BYTES = [b.replace("~", " ") for b in " ".join(BYTES).replace("hello world", "hello~world").replace("a b\\nc", "a~b\\nc").split()]
FUNCS = "len str int abs operator.neg (lambda*a:a) (lambda*a:sum(a)) None 5 repr bool Rev operator.itemgetter(0) str.upper sorted max".split()
TEXTS = ["''", "'a'", "'hello world'", "'Hello, World! 123'", "'aé😀'", "'ÀÉ'", "'ﬁ'", "'e\\u0301'", "'\\u1e9b\\u0323'", "'ab\\ncd'", "' x\\ty '", "'aaa'", "'a,b;c'", "'\"q\",r'", "'१२'", "'½'", "'Ⅷ'",
         "'\\ud800'", "Text('t')", "'x=1 y=2'", "'2024-01-15'", "'foo.bar@baz.com'", "b'bytes'", "5", "None", "'A' * 20", "'가'", "'ß'", "'İ'"]
CHARS = ["'a'", "'1'", "'é'", "'½'", "'Ⅷ'", "'१'", "' '", "'\\n'", "'😀'", "'가'", "'一'", "''", "'ab'", "5", "None", "'\\u0301'", "'('", "'ב'", "'\\ud800'", "'\\x00'", "'A'", "'͸'"]
PATTERNS = [r"r'a'", r"r'(\w+)'", r"r'(?P<k>\w)=(?P<v>\d)'", r"r'\d+'", r"r'a*'", r"r''", r"r'[aeiou]'", r"r'(a)|(b)'", r"r'(?i)HELLO'", r"r'\s+'", r"r'^.'", r"r'(?m)^'", r"r'$'", r"r'(.)\1'", r"r'(?=l)'", r"r'(?<=l)o'",
            r"r'a{1,2}?'", r"r'(?:x|y)='", r"r'[^a-z]+'", r"r'\b'", r"r'(\d+)-(\d+)'", r"r'(?s).'", r"r'(?x) a # c'", r"r'('", r"r'[a'", r"r'*'", r"r'(?P<1>a)'", r"r'\g'", r"rb'\w+'", r"r'(?>a+)a'", r"r'a++'", r"r'(a)?b(?(1)c|d)'",
            r"r'\w+@(\w+)\.com'", r"5", r"None", r"r'(?P<a>x)(?P=a)'", r"r'[\w-]+'", r"r'\Z'", r"r'.*?o'", r"r'((a)|b)+'"]
REPLACEMENTS = [r"'x'", r"r'<\g<0>>'", r"r'\1'", r"r'\g<k>'", r"''", r"lambda m: m.group().upper()", r"r'\n'", r"r'\q'", r"lambda m: 5", r"r'\9'", r"None", r"r'\\'", r"str"]
JSONS = ["None", "True", "1", "-0.0", "1.5", "1e100", "float('nan')", "float('inf')", "10**30", "'a'", "'é\\n\"'", "'\\ud800'", "[]", "[1, [2, {}]]", "{}", "{'a': 1, 'b': [None]}", "{1: 2, None: 3, True: 4, 1.5: 5}", "{(1, 2): 3}", "(1, 2)", "{1, 2}", "b'x'",
         "Obj()", "Num(5)", "Text('t')", "[float('-inf')]", "{'b': 1, 'a': 2}", "[[]]*3", "{'x': {'y': []}}", "Colour.RED", "Point(1, 2)", "iter([])", "'\\x7f\\x00\\u2028'", "2**70", "Float()"]
DUMPS = ["", ", indent=2", ", indent='\\t'", ", sort_keys=True", ", ensure_ascii=False", ", separators=(',', ':')", ", allow_nan=False", ", skipkeys=True", ", default=str", ", default=lambda o: [1]", ", indent=0, sort_keys=True", ", check_circular=False",
         ", separators=('a',)", ", indent=-1", ", default=lambda o: 1 / 0", ", indent=1, separators=(', ', '=')", ", cls=json.JSONEncoder", ", x=1"]
LOADS = ["'1'", "'[1, 2.5, \"a\"]'", "'{\"a\": {\"b\": [null, true, false]}}'", "'NaN'", "'-Infinity'", "'1e400'", "'\"\\\\u00e9\\\\ud83d\\\\ude00\"'", "'\"\\\\ud800\"'", "''", "' '", "'{'", "'[1,]'", "'{\"a\" 1}'", "'{a: 1}'", "'\"\\n\"'", "'01'", "'-'", "'1.'",
         "'tru'", "'[1] x'", "'\\ufeff1'", "b'[1]'", "bytearray(b'{}')", "b'\\xff\\xfe1\\x00'", "b'\\xff'", "'\"\\\\x\"'", "'{\"a\": 1, \"a\": 2}'", "'1E5'", "'-0'", "'-0.0'", "'12345678901234567890123'", "None", "5", "'\"abc'", "'[' * 3", "'\"\\\\u12\"'", "'{\"a\":1,}'", "'[1 2]'"]
LOADS_MORE = ["", "", ", parse_float=str", ", parse_int=float", ", parse_constant=repr", ", object_hook=sorted", ", object_pairs_hook=list", ", strict=False", ", object_hook=len", ", x=1", ", object_pairs_hook=tuple"]
HASHES = ["'md5'", "'sha1'", "'sha224'", "'sha256'", "'sha384'", "'sha512'", "'sha3_256'", "'sha3_512'", "'shake_128'", "'shake_256'", "'blake2b'", "'blake2s'", "'SHA256'", "'nope'", "'sha3_224'", "'sha3_384'", "5"]

DECIMALS = ["D('0')", "D('-0.00')", "D('1.5')", "D('12345678901234567890.123')", "D('1E+30')", "D('-7.25')", "D('Infinity')", "D('-Infinity')", "D('NaN')", "D('0.1')", "D(3)", "D('0.0049')", "D('2.675')", "D('1E-400')",
            "D('99999999999999999999999999999999999999')", "D('-1E-28')", "D('1000000000000000000000000000000')", "3", "-2", "10**20", "True", "1.5", "None", "'1.5'"]
ROUNDINGS = ["'ROUND_%s'" % r for r in "HALF_EVEN HALF_UP HALF_DOWN DOWN UP CEILING FLOOR 05UP NOPE".split()]
AMOUNTS = ["'.2f'", "',.2f'", "'f'", "'e'", "'.3e'", "'%'", "'.1%'", "'>12'", "'012.2f'", "'+'", "'g'", "'.4g'", "'n'", "''", "'_'", "'*^15,.1f'", "'d'", "'x'"]

CALLS = """{D} + {D};{D} - {D};{D} * {D};{D} / {D};{D} // {D};{D} % {D};{D} == {D};{D} != {D};{D} < {D};{D} <= {D};{D} > {D};{D} >= {D};-{D};+{D};abs({D});hash(D({D}));str({D});repr({D});format(D({D}), {A});
    D({D}).quantize({D});D({D}).quantize(D('0.01'), rounding={R});round(D({D}), {s});round(D({D}));int(D({D}));float(D({D}));bool(D({D}));sum([{D}, {D}, {D}]);max({D}, {D});D({D}).normalize();D({D}).as_tuple();D({D}).compare({D});
    os.path.normpath({t});os.path.normpath({b});os.path.splitroot({t});os.path.join({t}, {t});os.path.normpath('/a//b/../c/./{{d}}');compile(ast.parse('x = 1 if y else [2, *z]'), 'f', 'exec').co_names;eval(compile(ast.parse('3 + 4 * 2', mode='eval'), 'f', 'eval'));
    sys.gettrace();sys.settrace(None);sys.getprofile();sys.setprofile(None);near(math.acos({r}));near(math.acosh({r}));near(math.asin({r}));near(math.asinh({r}));near(math.atan({r}));near(math.atan2({r}, {r}));near(math.atanh({r}));near(math.cbrt({r}));math.ceil({r});math.comb({i}, {i});math.copysign({r}, {r});near(math.cos({r}));near(math.cosh({r}));
    math.degrees({r});near(math.dist({l}, {l}));near(math.erf({r}));near(math.erfc({r}));near(math.exp({r}));near(math.exp2({r}));near(math.expm1({r}));math.fabs({r});math.factorial({s});math.floor({r});math.fma({r}, {r}, {r});math.fmod({r}, {r});math.frexp({r});math.fsum({l});
    near(math.gamma({r}));math.gcd({i}, {i});math.gcd(*{q});near(math.hypot({r}, {r}));near(math.hypot(*{l}));math.isclose({r}, {r});math.isclose({r}, {r}, rel_tol={r}, abs_tol={r});math.isfinite({r});math.isinf({r});math.isnan({r});math.isqrt({i});math.lcm({i}, {i});
    math.ldexp({r}, {i});near(math.lgamma({r}));near(math.log({r}));near(math.log({r}, {r}));near(math.log10({r}));near(math.log1p({r}));near(math.log2({r}));math.modf({r});math.nextafter({r}, {r});math.nextafter({r}, {r}, steps={i});math.perm({i}, {i});math.perm({s});near(math.pow({r}, {r}));
    math.prod({l});math.prod({l}, start={r});math.radians({r});math.remainder({r}, {r});near(math.sin({r}));near(math.sinh({r}));math.sqrt({r});math.sumprod({l}, {l});near(math.tan({r}));near(math.tanh({r}));math.trunc({r});math.ulp({r});near(math.log10({i}));near(math.log({i}, {i}));
    json.dumps({j}{d});json.dumps({j}{d});json.dumps({j});json.loads({k}{K});json.loads({k}{K});json.loads(json.dumps({j}));json.JSONDecoder().raw_decode({k});json.JSONEncoder().encode({j});list(json.JSONEncoder(indent=1).iterencode({j}));
    json.dumps({j}, cls=type('E', (json.JSONEncoder,), {{'default': lambda s, o: repr(o)}}));json.loads({k}, cls=json.JSONDecoder);json.load(io.StringIO({k}));after(io.StringIO(), lambda f: json.dump({j}, f), lambda f: f.getvalue());
    found(re.match({p}, {t}));found(re.search({p}, {t}));found(re.fullmatch({p}, {t}));re.findall({p}, {t});re.split({p}, {t});re.split({p}, {t}, maxsplit={s});re.sub({p}, {x}, {t});re.subn({p}, {x}, {t}, count={s});[found(m) for m in re.finditer({p}, {t})];
    re.compile({p});re.compile({p}, re.I | re.M);re.compile({p}).groups;re.compile({p}).groupindex;re.compile({p}).flags;re.compile({p}).pattern;re.escape({t});re.compile({p}) == re.compile({p});re.compile({p}).search({t}, {s}, {s});
    re.match({p}, {t}).group({s});re.match({p}, {t}).group({s}, {s});re.match({p}, {t}).groups({s});re.match({p}, {t}).groupdict();re.match({p}, {t}).start({s});re.match({p}, {t}).end({s});re.match({p}, {t}).span({s});
    re.search({p}, {t}).expand({x});re.search({p}, {t})[{s}];re.search({p}, {t}).regs;re.search({p}, {t}).string;re.search({p}, {t}).pos;re.search({p}, {t}).endpos;re.search({p}, {t});re.search({p}, {t}).re.pattern;re.purge();re.Match[str];re.Pattern[str];
    copy.copy(re.search({p}, {t}));copy.deepcopy(re.compile({p}));re.search({p}, {t}).lastindex;re.search({p}, {t}).__copy__();
    seeded({h}, lambda r: r.random());seeded({h}, lambda r: r.getrandbits({s}));seeded({h}, lambda r: r.randrange({i}));seeded({h}, lambda r: r.randrange({i}, {i}, {s}));seeded({h}, lambda r: r.randint({i}, {i}));
    seeded({h}, lambda r: r.choice({q}));seeded({h}, lambda r: r.choices({q}, k={s}));seeded({h}, lambda r: r.choices([1, 2, 3], weights={l}, k=2));
    seeded({h}, lambda r: after([1, 2, 3, 4], r.shuffle, list)[1]);seeded({h}, lambda r: near(r.uniform({r}, {r})));seeded({h}, lambda r: near(r.gauss({r}, {r})));seeded({h}, lambda r: near(r.normalvariate()));seeded({h}, lambda r: near(r.triangular({r}, {r})));seeded({h}, lambda r: near(r.betavariate(2, 3)));
    seeded({h}, lambda r: near(r.expovariate({r})));seeded({h}, lambda r: near(r.gammavariate(2, 3)));seeded({h}, lambda r: near(r.lognormvariate()));seeded({h}, lambda r: near(r.vonmisesvariate(1, 2)));seeded({h}, lambda r: near(r.paretovariate(3)));seeded({h}, lambda r: near(r.weibullvariate(1, 2)));
    seeded({h}, lambda r: r.binomialvariate({s}, 0.3));seeded({h}, lambda r: r.randbytes({s}));after(random.Random({h}), lambda r: r.getstate()[2], lambda r: r.setstate(r.getstate()), lambda r: r.setstate({q}), lambda r: r.random());
    after(random.Random(1), lambda r: r.seed({h}), lambda r: r.random(), lambda r: r.seed({h}, version=1), lambda r: r.random(), lambda r: r.seed(version={s}));after(random.Random(3), lambda r: (r.getstate(), r.random(), r.getstate())[1], lambda r: copy.copy(r).random(), lambda r: r.random());
    after(random.Random(3), lambda r: r.setstate((3, (1,) * 625, None)), lambda r: r.random(), lambda r: r.setstate((2, (1,) * 625, None)), lambda r: r.setstate((9, (), None)), lambda r: r.setstate((3, (1,) * 3, None)), lambda r: r.setstate((3, ('a',) * 625, None)));
    random.seed({h}) or random.random();random.Random({h}, 2);random.SystemRandom().getstate();
    heap(heapq.heapify, {q});heap(heapq.heappush, [1, 3, 2], {n});heap(heapq.heappop, {q});heap(heapq.heappushpop, [1, 3, 2], {n});heap(heapq.heapreplace, [1, 3, 2], {n});heap(heapq.heapify_max, {q});heap(heapq.heappush_max, [3, 1, 2], {n});heap(heapq.heappop_max, {q});
    heap(heapq.heappushpop_max, [3, 1, 2], {n});heap(heapq.heapreplace_max, [3, 1, 2], {n});heapq.heapify({q});heapq.heappop({q});heapq.nlargest({s}, {q});heapq.nsmallest({s}, {q});heapq.nlargest({s}, {q}, key={f});list(heapq.merge({q}, {q}));list(heapq.merge([1, 3], [2], reverse=True, key={f}));
    heap(heapq.heapify, [Rev(1), Rev(3), Rev(2)]);heap(heapq.heappush, [Rev(1)], Rev(2));heap(heapq.heapify, [Half(), Half(), Half()]) is None;heap(heapq.heappop, [Rev(3), Rev(2), Rev(1)]);heap(heapq.heapreplace, [Rev(3), Rev(2)], Rev(0));
    bisect.bisect_left([1, 2, 2, 3], {n});bisect.bisect_right([1, 2, 2, 3], {n}, {s}, {s});bisect.bisect_left([1, 2, 3], {n}, key={f});heap(bisect.insort, [1, 2, 3], {n});heap(bisect.insort_left, [1, 2, 3], {n}, {s}, {s});
    bisect.bisect(range(10**6), 77);bisect.bisect([Rev(3), Rev(1)], Rev(2));bisect.bisect_left(Group(), 1);bisect.bisect_left(a=[1], x={n});
    binascii.hexlify({b});binascii.hexlify({b}, '-');binascii.hexlify({b}, ':', {s});binascii.unhexlify({b});binascii.a2b_base64({b});binascii.a2b_base64({b}, strict_mode=True);binascii.b2a_base64({b});binascii.b2a_base64({b}, newline=False);binascii.crc32({b});binascii.crc32({b}, {i});
    binascii.a2b_hex({b});binascii.crc_hqx({b}, {i});binascii.a2b_uu({b});binascii.b2a_uu({b});binascii.a2b_qp({b});binascii.b2a_qp({b});base64.b64encode({b});base64.b64decode({b});base64.b64decode({b}, validate=True);base64.b64encode({b}, b'-_');
    base64.urlsafe_b64encode({b});base64.urlsafe_b64decode({b});base64.standard_b64decode({b});base64.b32encode({b});base64.b32decode({b});base64.b32decode({b}, casefold=True);base64.b16encode({b});base64.b16decode({b});base64.b16decode({b}, True);base64.a85encode({b});base64.a85decode({b});
    base64.b85encode({b});base64.b85decode({b});base64.encodebytes({b});base64.decodebytes({b});base64.b32hexencode({b});base64.b32hexdecode({b});base64.z85encode({b});base64.z85decode({b});base64.a85encode({b}, adobe=True, wrapcol={s});
    rows({t});rows('a,b\\n"c ""d"" ",e\\n');rows('a|b', delimiter='|');rows("'a,b',c", quotechar="'");rows('a\\\\,b', escapechar='\\\\');rows('a, b', skipinitialspace=True);rows('1,"a"', quoting=csv.QUOTE_NONNUMERIC);rows('x,y', quoting=csv.QUOTE_NONNUMERIC);rows('"a"b,c', strict=True);rows('"abc');
    rows('a,,"",1', quoting=csv.QUOTE_STRINGS);rows('a,,""', quoting=csv.QUOTE_NOTNULL);rows('a\\tb', dialect='excel-tab');rows('a', dialect='nope');rows('a', delimiter={t});rows('a', quoting={s});rows('a', x=1);rows({t}, strict=True);rows({t}, quoting=csv.QUOTE_NONE);
    written([{q}]);written([{j}]);written([[1, 'a,b', 'q"r', None, 1.5, True, 'x\\ny', '']]);written([['a', 1, None]], quoting={s});written([['a,b']], quoting=csv.QUOTE_NONE);written([['a,b', 'c"d']], quoting=csv.QUOTE_NONE, escapechar='\\\\');written([['a"b']], doublequote=False, escapechar='!');
    written([['a']], lineterminator={t});written([[1, 'b']], delimiter='|', quoting=csv.QUOTE_ALL);written([[None]]);written([[]]);written([['']]);written([1]);written([['a', 'b']], quotechar=None, quoting={s});list(csv.DictReader({t}.splitlines()));list(csv.DictReader(['a,b', '1,2', '3', '4,5,6'], restkey='r'));
    after(io.StringIO(), lambda f: csv.DictWriter(f, ['a', 'b']).writerow({{'a': 1, 'c': 2}}), lambda f: csv.DictWriter(f, ['a', 'b'], extrasaction='ignore').writerow({{'a': 1, 'c': 2}}), lambda f: f.getvalue());csv.list_dialects();csv.get_dialect('excel').delimiter;csv.get_dialect({t});
    csv.unregister_dialect({t});csv.Sniffer().sniff('a|b\\n1|2\\n').delimiter;csv.Sniffer().has_header('a,b\\n1,2\\n');csv.reader({t});csv.reader(5);csv.writer(5);next(csv.reader([1]));
    hasher({H}, {b}).hexdigest();hasher({H}, {b}, {b}).digest();hasher({H}).name;hasher({H}).digest_size;hasher({H}).block_size;hasher({H}, {b}).copy().hexdigest();hasher('shake_128', {b}).hexdigest({s});hashlib.md5({b}).hexdigest();hashlib.sha256({b}, usedforsecurity=False).hexdigest();
    hashlib.sha1({b}).digest();hashlib.sha512(b'a' * 200).hexdigest();hashlib.sha3_256({b}).hexdigest();hashlib.blake2b({b}, digest_size={s}).hexdigest();hashlib.blake2b({b}, key={b}).hexdigest();hashlib.blake2s({b}, salt=b'salt', person=b'per').hexdigest();
    hashlib.blake2b({b}, fanout={s}, depth={s}).hexdigest();hashlib.blake2s({b}, node_offset={s}, node_depth={s}, inner_size={s}, last_node=True).hexdigest();
    after(hashlib.sha256(b'a'), lambda h: h.update({b}), lambda h: h.update({n}), lambda h: h.hexdigest(), lambda h: h.copy().digest() == h.digest(), repr);after(hashlib.shake_128(b'a'), lambda h: h.copy().hexdigest(4), lambda h: h.hexdigest(2), lambda h: h.digest());
    hashlib.algorithms_guaranteed >= {{'md5'}};hashlib.file_digest(io.BytesIO({b}), 'md5').hexdigest();hashlib.md5(string={b}).hexdigest();hashlib.md5(data={b}).hexdigest();hashlib.sha256({n});
    operator.add({n}, {n});operator.sub({n}, {n});operator.mul({s}, {q});operator.truediv({n}, {n});operator.floordiv({n}, {n});operator.mod({n}, {n});operator.pow({s}, {s});operator.matmul({n}, {n});operator.and_({n}, {n});operator.or_({n}, {n});operator.xor({n}, {n});operator.lshift({n}, {s});operator.rshift({n}, {s});
    operator.neg({n});operator.pos({n});operator.invert({s});operator.inv({s});operator.abs({n});operator.not_({n});operator.truth({n});operator.is_({n}, None);operator.is_not({n}, None);operator.is_none({n});operator.is_not_none({n});operator.lt({n}, {n});operator.le({n}, {n});operator.eq({n}, {n});operator.ne({n}, {n});
    operator.ge({n}, {n});operator.gt({n}, {n});operator.contains({q}, {n});operator.countOf({q}, {n});operator.indexOf({q}, {n});operator.getitem({q}, {s});operator.delitem([1, 2], {s});operator.setitem([1, 2], {s}, {n});operator.index({n});operator.length_hint({q});operator.length_hint({q}, {s});
    operator.iadd([1], {q});operator.isub({n}, {n});operator.imul([1], {s});operator.iconcat([1], {q});operator.iand({n}, {n});operator.ipow({s}, {s});operator.imod({n}, {n});operator.ilshift({s}, {s});operator.itruediv({n}, {n});operator.ifloordiv({n}, {n});operator.ior({n}, {n});operator.ixor({n}, {n});operator.imatmul({n}, {n});
    operator.call({f}, {n});operator.itemgetter({s})({q});operator.itemgetter({s}, {s})({q});operator.itemgetter(slice(1, 3))({q});operator.itemgetter({s}, 'a');operator.itemgetter();operator.itemgetter({s}).__reduce__();copy.copy(operator.itemgetter({s}, 1))([1, 2, 3]);operator.itemgetter(1)([1], 2);operator.itemgetter(1)();
    operator.attrgetter('a')(Obj());operator.attrgetter('b.__len__')(Obj())();operator.attrgetter('a', 'b')(Obj());operator.attrgetter({t})(Obj());operator.attrgetter({n});operator.attrgetter('a', 'x.y');operator.attrgetter('x.y').__reduce__();operator.methodcaller('meth', {n}, k={n})(Obj());operator.methodcaller('upper')({t});
    operator.methodcaller({n});operator.methodcaller('m', 1, a=2);operator.methodcaller('m', 1).__reduce__();operator.methodcaller();operator.attrgetter()""".replace("\n", "")
CALLS += """;collections.Counter({q});collections.Counter({t}).most_common({s});collections.Counter({t}) + collections.Counter('ab');collections.Counter('aab') - collections.Counter({t});collections.Counter('aab') & collections.Counter({t});collections.Counter('ab') | collections.Counter({t});
    sorted(collections.Counter(a=2, b=-1).elements());collections.Counter(a={n}).total();collections.Counter('aab').subtract({t});+collections.Counter(a=-1, b=2);-collections.Counter(a=-1);collections.Counter(a=1) <= collections.Counter(a={s});collections.Counter('ab')['z'];collections.Counter({{'a': {n}}});
    after(collections.Counter('ab'), lambda c: c.update({t}), lambda c: c.update(a={s}), lambda c: c, lambda c: c.copy(), lambda c: c.pop('a'), lambda c: c.__missing__('q'), lambda c: c.fromkeys('a'));
    collections.OrderedDict([(1, 2), (3, 4)]);after(collections.OrderedDict(a=1, b=2), lambda d: d.move_to_end('a'), lambda d: d.move_to_end('b', last=False), list, lambda d: d.popitem(False), lambda d: d.move_to_end('z'), repr, lambda d: list(reversed(d)), lambda d: d | {{'z': 1}}, lambda d: d == {{'a': 1}}, lambda d: d.__reduce__()[:2]);
    after(collections.defaultdict(list), lambda d: d[1].append(2), lambda d: d, lambda d: d.copy(), lambda d: d.__missing__(5), lambda d: d | {{3: 4}}, lambda d: d.default_factory, lambda d: d.__reduce__()[:2], lambda d: setattr(d, 'default_factory', None), lambda d: d[9]);collections.defaultdict(5);
    collections.ChainMap({{'a': 1}}, {{'b': 2}});after(collections.ChainMap({{'a': 1}}, {{'b': 2, 'a': 3}}), lambda c: c['a'], lambda c: sorted(c), lambda c: c.new_child({{'z': 0}}), lambda c: c.parents, lambda c: c.pop('b'), lambda c: c.maps, len, lambda c: c | {{'q': 1}}, lambda c: c.popitem(), lambda c: c['none']);
    Point(1);Point(1, 2)._asdict();Point(1)._replace(y={n});Point(1)._replace(z=1);Point._make({q});Point(1, 2) == (1, 2);Point._fields;Point._field_defaults;Point(*{q});Point(1, 2).x;Point.x.__doc__;Point.x.__get__(None, Point) is Point.x;Point.x.__get__((1, 2));Point.x.__get__({n});Point.x.__set__(Point(1), 1);Point.x.__delete__(Point(1));
    Point.x.__reduce__();Point.x;copy.copy(Point(1));Point(1).__getnewargs__();Point(1).x.real;Point.__match_args__;Point(1, 2)[{s}];Point(x=1, z=2);Point();repr(Point(1, y={n}));setattr(Point(1), 'x', 2);collections.namedtuple({t}, 'a b');collections.namedtuple('N', {t});collections.namedtuple('N', ['a', 'class', 'a'], rename=True)._fields;
    collections.namedtuple('N', 'a b', defaults={q})._field_defaults;type(Point.x)(0, 'doc');copy.replace(Point(1), x={n});collections.deque({q});collections.deque({q}, {s});collections.deque([1, 2, 3], maxlen=2);collections.deque([1, 2, 3])[{s}];collections.deque([1, 2]) + collections.deque([3]);collections.deque([1, 2]) * {s};
    after(collections.deque([1, 2, 3]), lambda d: d.rotate({i}), lambda d: d.append({n}), lambda d: d.appendleft(0), lambda d: d.pop(), lambda d: d.popleft(), lambda d: d.extend({q}), lambda d: d.extendleft({q}), lambda d: d.insert({s}, 9), lambda d: d.remove(2), lambda d: d.index(3), lambda d: d.count(1), lambda d: d.reverse(), lambda d: d, lambda d: d.maxlen, copy.copy, lambda d: d.__reduce__());
    collections.UserDict(a=1) | {{'b': 2}};collections.UserList({q});collections.UserString({t}).upper();collections._count_elements({{}}, {q});after({{'a': 1}}, lambda d: collections._count_elements(d, {t}), dict);
    upto(itertools.count({n}, {n}));upto(itertools.cycle({q}));upto(itertools.repeat({n}, {s}));upto(itertools.accumulate({q}));upto(itertools.accumulate({q}, {f}, initial={n}));upto(itertools.chain({q}, {q}));upto(itertools.chain.from_iterable({q}));upto(itertools.compress({q}, {q}));upto(itertools.dropwhile({f}, {q}));
    upto(itertools.filterfalse({f}, {q}));[(k, list(g)) for k, g in itertools.groupby({q}, {f})];upto(itertools.islice({q}, {s}));upto(itertools.islice({q}, {s}, {s}, {s}));upto(itertools.pairwise({q}));upto(itertools.starmap({f}, [(1, 2), (3,)]));upto(itertools.takewhile({f}, {q}));[list(t) for t in itertools.tee({q}, {s})];
    upto(itertools.zip_longest({q}, {q}, fillvalue={n}));upto(itertools.product({q}, {q}));upto(itertools.product({q}, repeat={s}));upto(itertools.permutations({q}, {s}));upto(itertools.combinations({q}, {s}));upto(itertools.combinations_with_replacement({q}, {s}));upto(itertools.batched({q}, {s}));upto(itertools.batched({q}, 2, strict=True));
    itertools.count({n});itertools.repeat({n}, {s});itertools.count(1, 2).__reduce__;itertools.islice({q});itertools.tee({n});itertools.groupby();itertools.chain;operator.length_hint(itertools.repeat(1, {s}));
    functools.reduce({f}, {q});functools.reduce({f}, {q}, {n});functools.reduce(operator.add, {q});functools.partial({f}, {n})({n});functools.partial({f}, {n});functools.partial({f}, k={n}).keywords;functools.partial(functools.partial({f}, 1), 2).args;functools.partial({f});sorted({q}, key=functools.cmp_to_key(lambda a, b: b - a));
    functools.cmp_to_key({f})(1) < functools.cmp_to_key({f})(2);after(functools.lru_cache(maxsize={s})(lambda x: x), lambda f: f(1), lambda f: f(1), lambda f: f(1.0), lambda f: f.cache_info(), lambda f: f.cache_clear(), lambda f: f.cache_parameters(), lambda f: f([]));functools.cache({f})({n});functools.lru_cache({n});
    functools.singledispatch({f})({n});functools.wraps(len)(lambda: 1).__name__;functools.total_ordering(Rev);functools.total_ordering(Group);functools.partial(print, functools.Placeholder, 2).args;functools.partialmethod({f});functools.cached_property({f}).attrname;
    unicodedata.name({c});unicodedata.name({c}, {n});unicodedata.lookup('no such name');unicodedata.lookup('GREEK SMALL LETTER ALPHA');unicodedata.category({c});unicodedata.bidirectional({c});unicodedata.combining({c});unicodedata.decimal({c}, {n});unicodedata.decimal({c});unicodedata.digit({c}, {n});unicodedata.digit({c});unicodedata.numeric({c});
    unicodedata.numeric({c}, {n});unicodedata.east_asian_width({c});unicodedata.mirrored({c});unicodedata.decomposition({c});unicodedata.normalize('NFC', {t});unicodedata.normalize('NFD', {t});unicodedata.normalize('NFKC', {t});unicodedata.normalize('NFKD', {t});unicodedata.normalize('nfc', {t});unicodedata.is_normalized('NFC', {t});unicodedata.is_normalized('NFKD', {t});
    sys.getrefcount({n}) > 0;sys.getsizeof({n}) > 0;sys.getsizeof(Group(), {n}) > 0;sys.intern({t});sys.intern(Text('a'));sys.getdefaultencoding();sys.getfilesystemencoding();sys.is_finalizing();sys.exc_info();sys.exception();sys.getrecursionlimit() > 0;sys.get_int_max_str_digits();
    sys.set_int_max_str_digits({i});after(sys, lambda s: s.set_int_max_str_digits(5000), lambda s: s.get_int_max_str_digits(), lambda s: s.set_int_max_str_digits(4300));sys.exit({n});sys.exit();sys.displayhook({n});sys._getframe().f_code.co_name;
    sys.maxsize;sys.byteorder;sys.float_info.max;sys.int_info.bits_per_digit;sys.hash_info.modulus;sys.version_info[:2];sys.version_info >= (3, 14);sys.implementation.name is None;sys.flags.optimize;sys.maxunicode;sys.platform is None;
    gc.collect() >= 0;gc.is_tracked({n});gc.get_count() is None;gc.get_threshold() is None;gc.is_finalized({n});gc.freeze();gc.get_freeze_count() >= 0;
    weakref.ref(Group)() is Group;after(Group(), lambda o: weakref.ref(o)() is o, lambda o: weakref.ref(o) == weakref.ref(o), lambda o: hash(weakref.ref(o)) == hash(o), lambda o: weakref.proxy(o).x, lambda o: weakref.ref(o, len) == weakref.ref(o), lambda o: weakref.ref(o).__callback__);
    len(weakref.WeakSet([Group, Obj]));len(weakref.WeakKeyDictionary({{Group: 1}}));len(weakref.WeakValueDictionary(a=Group));weakref.WeakMethod({n});weakref.finalize(Group, print, 1).alive;weakref.ref[int];
    copy.copy({j});copy.deepcopy({j});copy.copy({q});copy.deepcopy([{n}, {q}]);string.capwords({t});string.Template('$a ${{b}} $$').substitute(a={n}, b=2);string.Template('$').substitute();string.Formatter().format('{{0}} {{a!r:>5}}', {n}, a=1);list(string.Formatter().parse('a{{b!r:c}}d'));
    textwrap.wrap({t}, {i});textwrap.fill({t}, 5);textwrap.dedent({t});textwrap.indent({t}, '> ');textwrap.shorten({t}, {s});statistics.mean({l});statistics.median({l});statistics.mode({q});statistics.stdev({l});statistics.variance({l});statistics.quantiles({l}, n={s});statistics.fmean({l});statistics.harmonic_mean({l});near(statistics.geometric_mean({l}));
    fractions.Fraction({n});fractions.Fraction({i}, {i});fractions.Fraction({t});fractions.Fraction(1, 3) + {n};fractions.Fraction(7, 3).limit_denominator({s});round(fractions.Fraction(7, 3), {s});format(fractions.Fraction(7, 3), '.3f');fractions.Fraction(3, 4) ** {s};
    Colour({n});Colour[{t}];Colour.RED.value;list(Colour);Colour.RED == 1;repr(Colour.BLUE);Colour('b').name;enum.IntFlag('F', 'A B')(3);keyword.iskeyword({t});fnmatch.fnmatch({t}, '*a*');fnmatch.translate({t});shlex.split({t});shlex.quote({t});reprlib.repr({q});reprlib.repr('x' * 100);errno.errorcode[2];isinstance({n}, numbers.Number);
    contextlib.nullcontext({n}).enter_result;difflib.get_close_matches('appel', ['ape', 'apple', 'peach']);hashlib.pbkdf2_hmac('sha256', b'p', b'salt', 1 + {s}).hex();weakref.ref(5);weakref.ref('a');weakref.proxy(5);weakref.proxy(Group).__name__;bisect.bisect([1, 2, 3], {n});heap(bisect.insort_right, [1, 2, 3], {n});bisect.bisect([1, 2, 3], 2, lo={i});after(re.compile({p}).scanner('hello ab'), lambda s: found(s.match()), lambda s: found(s.search()), lambda s: s.pattern.pattern);type(Point.x)(2, {n});operator.concat([1], {q});binascii.b2a_hex(b'abcd', ':');string.Template('a$b').safe_substitute();collections.defaultdict(len);sys.excepthook(ValueError, ValueError(1), None);seeded({h}, lambda r: r.sample([1, 2, 3], 2));contextlib.suppress({n});list(difflib.ndiff(['a'], ['b']));list(difflib.unified_diff(['a\\n'], {q}));difflib.SequenceMatcher(None, {t}, 'hello').ratio();types.SimpleNamespace(a={n})""".replace("\n", "")
CALLS += ";" + """struct.pack({S}, {n});struct.pack({S}, {n}, {n});struct.unpack({S}, {b});struct.calcsize({S});list(struct.iter_unpack({S}, {b}));struct.unpack_from({S}, b'abcdefghijkl', 1);struct.pack_into('<h', bytearray(8), {s}, {s});struct.Struct({S}).size;struct.Struct({S}).format;    struct.Struct({S}).unpack(b'abcdefgh');struct.Struct('<h').unpack_from(b'abcd', {s});list(struct.Struct('<h').iter_unpack(b'abcd'));struct.Struct('<h').pack({n});len(struct.iter_unpack('B', b'abc').__length_hint__.__name__);after(struct.iter_unpack('B', b'abc'), next, lambda i: i.__length_hint__(), list);struct._clearcache();    datetime.date({s}, {s}, {s});datetime.date(2024, 2, 29).isoformat();datetime.date(2024, 2, 29).ctime();datetime.date.fromisoformat({t});datetime.date.fromisoformat('2024-02-29');datetime.date.fromordinal({i});datetime.date(2024, 2, 29).isoweekday();datetime.date(2024, 2, 29).weekday();datetime.date(2024, 2, 29).toordinal();    datetime.date(2024, 2, 29).__reduce__();datetime.date(2024, 2, 29).isocalendar();datetime.date(2024, 2, 29).replace(day={s});datetime.date(2024, 2, 29) + datetime.timedelta({i});datetime.date(2024, 2, 29) - datetime.date(2020, 1, {s});datetime.date(2024, 2, 29).strftime('%Y-%j %a %b %d %U');datetime.date(2024, 2, 29).timetuple()[:3];    datetime.timedelta({n});datetime.timedelta(1, {s}, {s}).total_seconds();datetime.timedelta(1).__reduce__();datetime.timedelta(hours={n}) * {s};datetime.timedelta(1) / {n};datetime.timedelta(1) // datetime.timedelta(hours=5);str(datetime.timedelta(days={s}, seconds=3661));datetime.timedelta(1) < datetime.timedelta({s});-datetime.timedelta(1, 2, 3);    datetime.datetime(2024, 2, 29, {s}, {s});datetime.datetime(2024, 2, 29, 12, 30).isoformat();datetime.datetime.fromisoformat({t});datetime.datetime.fromisoformat('2024-02-29T12:30:01.5+01:00');datetime.datetime(2024, 2, 29).date();datetime.datetime(2024, 2, 29, 5).time();datetime.datetime(2024, 2, 29, tzinfo=datetime.UTC).timetz();    datetime.datetime(2024, 2, 29).__reduce__();datetime.datetime(2024, 2, 29).__reduce_ex__({s});datetime.datetime(2024, 2, 29) - datetime.datetime(2020, 1, 1);datetime.datetime(2024, 2, 29) + datetime.timedelta(hours={s});datetime.timedelta(1) + datetime.datetime(2024, 2, 28);datetime.datetime(2024, 2, 29, tzinfo=datetime.UTC).timestamp();    datetime.datetime(2024, 2, 29).isocalendar();datetime.datetime(2024, 2, 29).strftime('%H:%M:%S %f %p %I');datetime.datetime(2024, 2, 29, 1) < datetime.datetime(2024, 2, 29, {s});datetime.datetime(2024, 2, 29) == {n};hash(datetime.datetime(2024, 2, 29)) == hash(datetime.datetime(2024, 2, 29));datetime.datetime.strptime('2024-02-29', '%Y-%m-%d');    datetime.time({s}, {s});datetime.time(12, 30).isoformat();datetime.time.fromisoformat({t});datetime.time.fromisoformat('12:30:01');datetime.time(1, 2).__reduce__();datetime.time(1, 2).__reduce_ex__(4);datetime.time(12).replace(hour={s});datetime.time(12, 30).strftime('%H:%M');datetime.tzinfo();datetime.tzinfo().utcoffset(None);datetime.tzinfo().dst(None);    datetime.tzinfo().tzname(None);datetime.timezone(datetime.timedelta(hours={s}));datetime.timezone.utc.utcoffset(None);datetime.timezone.utc.tzname(None);datetime.timezone.utc.dst(None);datetime.timezone(datetime.timedelta(hours=1)).fromutc(datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone(datetime.timedelta(hours=1))));    datetime.timezone(datetime.timedelta(hours=1), 'X').__getinitargs__();datetime.timezone({n});copy.copy(datetime.timezone(datetime.timedelta(hours=1)));datetime.datetime(2024, 2, 29, tzinfo=datetime.UTC).astimezone(datetime.timezone(datetime.timedelta(hours=2)));    after(io.StringIO('ab\\ncd\\n'), lambda f: f.readline(), lambda f: f.tell(), lambda f: f.seek({s}), lambda f: f.readlines(), lambda f: f.truncate({s}), lambda f: f.getvalue(), lambda f: f.write({t}), lambda f: f.read(), lambda f: f.close(), lambda f: f.read());    after(io.StringIO('ab'), lambda f: f.__getstate__()[:2], lambda f: f.__setstate__(('xyz', None, 1, None)), lambda f: f.read(), lambda f: f.seek(0, 2), lambda f: f.seek(1, 1), lambda f: f.readable(), lambda f: f.writable(), lambda f: f.line_buffering, lambda f: f.newlines);    after(functools.partial(max, 3), lambda p: p(5), lambda p: p.__reduce__()[1:], lambda p: p.__setstate__((min, (1,), {{}}, None)), lambda p: p(5), lambda p: p.__setstate__({n}), lambda p: p.__call__(9), lambda p: copy.copy(p)(2), lambda p: p.func, repr);type(functools.Placeholder)();functools.Placeholder.__reduce__();    functools.partial(len).__get__([1, 2], list)();functools.partial(len).__get__(None, list);after(functools.lru_cache(lambda x: x), lambda f: copy.copy(f) is f, lambda f: copy.deepcopy(f) is f, lambda f: f.__get__(5)(), lambda f: f.__get__(None, int) is f, lambda f: f.__call__(3), lambda f: f.__reduce__());functools.cmp_to_key(lambda a, b: a - b).__call__(1) < functools.cmp_to_key(lambda a, b: a - b)(2);    operator.irshift({i}, {s});hasher('shake_128', {b}).digest(3);after(Group, lambda o: weakref.ref(o) == weakref.ref(o), lambda o: weakref.ref(o) != weakref.ref(Obj), lambda o: hash(weakref.ref(o)) == hash(o), lambda o: {{weakref.ref(o): 1}}[weakref.ref(o)], lambda o: weakref.ref(o) < weakref.ref(o));    asyncio.iscoroutine({n});list(csv.reader(x for x in ['a,b', 'c']));list(csv.DictReader(x for x in ['a,b', '1,2']));list(type('S', (io.StringIO,), {{}})('a\\nb'));gc.get_count() is None;after(Keyed(), lambda o: hash(weakref.ref(o)), lambda o: weakref.ref(o) != weakref.ref(o, len));sys.setrecursionlimit('a');sys.setrecursionlimit(0);sys.setrecursionlimit(-1)"""
CALLS = [c.strip() for c in CALLS.split(";") if c.strip()]
FORMATS = ["'B'", "'<h'", "'>I'", "'=q'", "'2s'", "'5p'", "'?'", "'f'", "'<d'", "'e'", "'c'", "'<bH'", "'x'", "'P'", "'n'", "'<n'", "'z'", "''", "b'B'", "'0s'", "'3B'", "'!L'", "5", "'< h'", "'99999999999999999999B'"]
HASHABLE_SEEDS = ["0", "1", "-5", "10**30", "'abc'", "b'xyz'", "1.5", "None_", "bytearray(b'q')", "True", "''", "2**70", "Num(3)", "[]", "(1,)"]


class Library(Maker):
    lists = {}

    def __init__(self, seed):
        Maker.__init__(self, seed)
        self.seed = seed

    def fill(self, template):
        pick = self.pick
        lists = {"r": REALS, "i": INTS, "s": SMALLS, "l": FLOATS, "q": SEQS, "j": JSONS, "d": DUMPS, "k": LOADS, "K": LOADS_MORE, "p": PATTERNS, "t": TEXTS, "x": REPLACEMENTS, "n": NUMBERS, "f": FUNCS,
                 "b": BYTES, "h": [h for h in HASHABLE_SEEDS if h != "None_"], "H": HASHES, "c": CHARS, "D": DECIMALS, "A": AMOUNTS, "R": ROUNDINGS, "S": FORMATS, **self.lists}
        out, i = [], 0
        while i < len(template):
            if template[i:i + 2] in ("{{", "}}"):
                out.append(template[i])
                i += 2
            elif template[i] == "{":
                out.append(pick(lists[template[i + 1]]))
                i += 3
            else:
                out.append(template[i])
                i += 1
        return "".join(out)

    def program(self):
        for turn in range(6):
            call = CALLS[(self.seed * 2 + turn) % len(CALLS)] if turn < 2 else self.pick(CALLS)
            text = self.fill(call)
            if "attrgetter('\\ud800')" not in text:    # its message cannot be printed
                self.show(text)
        return self.text(PRELUDE)
