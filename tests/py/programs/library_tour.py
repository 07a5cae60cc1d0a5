# A little of many modules.
import graphlib, uuid, secrets, hashlib, copy, pickle, copyreg, types, operator, numbers, array, time, platform, sys, os, string, contextvars, queue
g = graphlib.TopologicalSorter({"d": {"b", "c"}, "b": ["a"], "c": ["a"]}); print(list(g.static_order())[0], list(g.static_order()) if 0 else "")
try: list(graphlib.TopologicalSorter({"a": ["b"], "b": ["a"]}).static_order())
except graphlib.CycleError as e: print(e.args[0], e.args[1])
ts = graphlib.TopologicalSorter(); ts.add("x", "y", "z"); ts.prepare()
while ts.is_active(): r = ts.get_ready(); print(sorted(r)); ts.done(*r)
u = uuid.UUID("12345678-1234-5678-1234-567812345678"); print(u, repr(u), u.hex, u.int, u.urn, u.version, u.variant, u.fields, uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "x"), uuid.uuid4().version, uuid.uuid7().version, uuid.NIL, u < uuid.UUID(int=2**127), uuid.UUID(bytes=bytes(16)))
try: uuid.UUID("xyz")
except ValueError as e: print(e)
print(len(secrets.token_hex(8)), len(secrets.token_urlsafe(16)), secrets.randbelow(1), secrets.choice([5]), secrets.compare_digest("a", "b"))
h = hashlib.sha256(); h.update(b"a"); h2 = h.copy(); h2.update(b"b"); print(h.hexdigest()[:16], h2.digest()[:4], hashlib.blake2s(b"x", digest_size=4, key=b"k").hexdigest(), hashlib.shake_128(b"x").hexdigest(5), hashlib.md5(usedforsecurity=False).name, h.digest_size, sorted(hashlib.algorithms_guaranteed)[:3], hashlib.file_digest(__import__("io").BytesIO(b"abc"), "sha1").hexdigest())
try: hashlib.new("nope")
except ValueError as e: print(e)
class P:
    def __init__(self, x): self.x = x
    def __getstate__(self): return {"x": self.x, "v": 1}
    def __setstate__(self, s): self.__dict__.update(s); self.x += 100
    def __repr__(self): return f"P({self.__dict__})"
for proto in range(6): print(proto, len(pickle.dumps([P(1), {"a": (1, 2.5, None, b"x", "é")}], proto)), pickle.loads(pickle.dumps(P(1), proto)))
print(pickle.dumps([1, "a", (True,)]), pickle.dumps({"k": 2**70}, 0), copy.copy(P(3)), copy.replace(types.SimpleNamespace(a=1), a=2))
l = [1, [2]]; l.append(l); d = copy.deepcopy(l); print(d, d[2] is d, pickle.loads(pickle.dumps(l)))
class NewArgs(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    def __getnewargs__(self): return tuple(self)
print(pickle.loads(pickle.dumps(NewArgs(1, 2))), type(pickle.loads(pickle.dumps(NewArgs(1, 2)))))
for bad in (lambda: pickle.dumps(lambda: 0), lambda: pickle.loads(b""), lambda: pickle.loads(b"garbage"), lambda: pickle.dumps((i for i in "")), lambda: pickle.loads(pickle.dumps(P(1))[:-5]), lambda: pickle.dumps(sys), lambda: copy.deepcopy((i for i in ""))):
    try: bad(); print("?")
    except Exception as e: print(type(e).__name__, str(e).split(" at 0x")[0], getattr(e, "__notes__", ""))
a = array.array("i", [1, 2, 3]); a.append(4); a.extend([5]); print(a, a.tobytes()[:4], a[1:3], a.itemsize, a.typecode, a.index(3), array.array("d", [1.5]), memoryview(a)[1], a.tolist())
try: a.append("x")
except TypeError as e: print(e)
m = memoryview(bytearray(b"hello")); m[0] = 72; print(bytes(m), m[1:3].tobytes(), m.readonly, m.format, m.nbytes, m.cast("B").tolist())
v = contextvars.ContextVar("v", default=0); ctx = contextvars.copy_context(); ctx.run(v.set, 5); print(v.get(), ctx[v], list(ctx.items())[0][1]); tok = v.set(3); print(v.get(), tok.old_value is tok.MISSING); v.reset(tok); print(v.get(), tok.var is v)
print(operator.attrgetter("real", "imag")(3 + 4j), operator.methodcaller("split", ",")("a,b"), operator.itemgetter(1, 0)("ab"), operator.countOf([1, 1], 1), operator.length_hint([1]), operator.index(True), operator.concat("a", "b"), operator.itruediv(1, 2), isinstance(3, numbers.Integral), isinstance(1.5, numbers.Rational))
ns = types.SimpleNamespace(a=1, b=[2]); print(ns, ns == types.SimpleNamespace(a=1, b=[2]), types.MappingProxyType({"a": 1}), types.new_class("X", (int,), {}, lambda n: n.update(y=1)).y, types.FunctionType((lambda: z).__code__, {"z": 9})(), types.MethodType(lambda s, x: (s, x), 1)(2), types.CellType(5).cell_contents, type(types.GenericAlias(list, (int,))), types.resolve_bases((int,)), types.get_original_bases(int))
try: types.MappingProxyType({})["a"] = 1
except TypeError as e: print(e)
print(sys.version_info[:2], sys.maxsize, sys.getrecursionlimit(), sys.byteorder, sys.getsizeof(1) > 0, sys.intern("a"), sys.float_info.epsilon, sys.flags.optimize, os.sep, os.linesep, os.getcwd() != "", os.environ.get("NOPE"), os.path.sep, os.name, sys.implementation.version[0], __name__, sys.getdefaultencoding(), sys.exc_info(), sys.platform)
q = queue.PriorityQueue(); [q.put(x) for x in ((2, "b"), (1, "a"))]; print(q.get(), q.qsize(), queue.Queue(1).full(), queue.LifoQueue().empty())
try: q.get_nowait(); q.get_nowait()
except queue.Empty as e: print(repr(e))
print(eval("x + 1", {"x": 2}), exec("y = 5") or "", (lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4), [x := 5, x ** 2], {**{"a": 1}, "b": 2}, [*range(3), *"ab"], (y := 10) + y, not None, 1 if [] else 2, 1 < 2 < 3 != 4, "a" "b", b"a" b"\x00", r"\n", 0x_ff, 1_0.0_1, 3j ** 2, ..., print)
from typing import NamedTuple
match {"type": "circle", "r": 5, "extra": [1, (2, 3)]}:
    case {"type": "square", "side": s}: print("sq", s)
    case {"type": ("circle" | "ellipse") as k, "r": int(r) | float(r), **rest} if r > 1: print(k, r, rest)
class Pt(NamedTuple): x: int; y: int = 0
for v in (Pt(0, 5), Pt(1), [1, 2, 3, 4], "str", {"k": None}, 1.5, (), [[]], True, None, b"x"):
    match v:
        case Pt(x=0, y=yy): print("on y", yy)
        case Pt(xx): print("pt", xx)
        case [a, *mid, b]: print("seq", a, mid, b)
        case [] | [[]]: print("empty")
        case str() as s if s.startswith("s"): print("s", s)
        case {"k": None}: print("none")
        case bool(b): print("bool", b)
        case float(f) | int(f): print("num", f)
        case None: print("None!")
        case _: print("default", v)
