"""Every method of every builtin type, and module math, with any arguments: what the other kinds leave out."""
import matrix
from maker import Maker

PRELUDE = '''\
import math
from string.templatelib import Template, Interpolation
def function(a, b=1, *, c=2): return a
def generator(n):
    while n:
        got = yield n
        n -= 1
async def coroutine(): return 1
async def agen():
    yield 1
class Plain:
    attr = 1
    def method(self, x=0): return x
    @property
    def prop(self): return 5
    @classmethod
    def cm(cls, x=0): return x
    @staticmethod
    def sm(x=0): return x
class Slotted:
    __slots__ = ('a', 'b')
class Derived(Plain):
    def parent(self): return super()
def raised():
    try: 1 / 0
    except ZeroDivisionError as e: return e
def closing(c):
    c.close()
    return c
'''
RECEIVERS = """
    iter([1, 2]);reversed([1, 2]);iter('ab');iter('é');iter(b'ab');iter(bytearray(b'a'));iter((1,));iter({1: 2});iter({1, 2});
    iter({1: 2}.values());iter({1: 2}.items());reversed({1: 2});reversed({1: 2}.items());{1: 2}.keys();{1: 2}.values();{1: 2}.items();
    enumerate('ab');zip('ab', [1]);map(str, [1]);filter(None, [0, 1]);iter(range(3));iter(range(10**30, 10**30 + 2));
    iter(memoryview(b'ab'));iter(int, 1);generator(2);closing(coroutine());function;(lambda x: x);Plain().method;
    Plain.__dict__['prop'];Plain.__dict__['cm'];Plain.__dict__['sm'];property(len);classmethod(len);staticmethod(len);Plain;Plain();
    Derived().parent();math;raised();raised().__traceback__;ExceptionGroup('g', [ValueError(1), KeyError(2)]);KeyError('k');
    OSError(2, 'x', 'f');StopIteration(5);SystemExit(3);UnicodeDecodeError('utf-8', b'ab', 0, 1, 'r');SyntaxError('m', ('f', 1, 2, 't'));
    ImportError('m', name='n');AttributeError('m', name='n', obj=1);NameError('m', name='n');slice(1, 5, 2);NotImplemented;...;None;
    list[int];int | str;memoryview(b'abcd');memoryview(bytearray(b'abcd'));t'a{1}b';
    Interpolation(1, 'x');iter(t'a{1}');object();Slotted();Slotted.a;int.real;str.join;int.__add__;function.__code__;
    agen();agen().asend(None);5;-3;2**70;True;1.5;-0.0;float('inf');'abc';'é😀';'a b,c';b'abc';b'a b';
    [1, 2, 3];[3, 1];(1, 2);{'a': 1};{1: 2, 3: 4};{1, 2};frozenset([1]);range(5);range(1, 10, 3);bytearray(b'abc');1j;2-3j;dict;str;
    int;list;float;bytes;set;tuple;frozenset;bytearray""".replace(
        "\n", "").split(";")
RECEIVERS = [r.strip() for r in RECEIVERS]
# What depends on an address (__hash__), on how a type is laid out or its code is (sizes and offsets, co_code and what goes with
# it, co_consts, tb_lasti), on the order of a builtin namespace (__dir__, __subclasses__), the docstrings: docs/differences.md. And what
# shows all of a program or ends it: __globals__, __builtins__, __loader__, __spec__, __del__.
SKIP = set("""__hash__ __sizeof__ __dir__ __doc__ __del__ __basicsize__ __itemsize__ __dictoffset__ __weakrefoffset__ __globals__ __builtins__
    co_code co_consts co_lines co_positions co_linetable co_exceptiontable co_branches _co_code_adaptive co_stacksize co_lnotab tb_lasti
    __subclasses__ __loader__ __spec__ _varname_from_oparg _from_flags""".split())
# Not made yet, for they differ: docs/status.md.
OPEN = {"tb_frame": "traceback", "athrow": "agen()", "__new__": "Error"}
MATH = """ceil floor trunc sqrt fabs gcd lcm factorial comb perm isnan isinf isfinite fsum prod copysign fmod frexp ldexp modf isqrt
    degrees radians dist isclose remainder nextafter ulp sumprod fma""".split()


class Rows(matrix.Matrix, Maker):
    names = {}

    def __init__(self, seed):
        Maker.__init__(self, seed)
        self.used, self.seed = set(), seed

    def members(self, receiver):
        """Names of its attributes and methods in CPython, which runs this."""
        if receiver not in self.names:
            space = {}
            exec(PRELUDE + "r = %s" % receiver, space)
            self.names[receiver] = [n for n in dir(space["r"]) if n not in SKIP and n != "math"] if receiver != "math" else MATH
            if hasattr(space["r"], "close") and "agen" not in receiver:
                space["r"].close()
        return self.names[receiver]

    def program(self):
        for turn in range(7):
            receiver = self.pick(RECEIVERS)
            name = self.pick(self.members(receiver))
            if turn < 3:    # a few in turn, so that no method is left out for long
                receiver = RECEIVERS[(self.seed * 3 + turn) % len(RECEIVERS)]
                names = self.members(receiver)
                name = names[(self.seed * 3 + turn) // len(RECEIVERS) % len(names)]
            if receiver in ("staticmethod(len)", "classmethod(len)") and name in ("__dict__", "__getstate__"):
                name = "__func__"    # holds the docstring of len: docs/differences.md
            if name in OPEN and any(o in receiver for o in (OPEN[name], "raised()", "StopIteration", "SystemExit", "ExceptionGroup")):
                name = "__repr__"
            n = self.pick((0, 0, 1, 1, 1, 2, 2, 3))
            values = ", ".join(self.value(name not in matrix.GROWS) for _ in range(n))
            if receiver == "math" and self.chance(0.6):
                values = ", ".join(self.pick("0 1 2 -3 7 0.5 -2.5 10**20 1e16 True [1,2] (3,4)".split()) for _ in range(n or 1))
            text = "(%s).%s" % (receiver, name)
            self.show(text + ("(%s)" % values if self.chance(0.85) else ""))
        return self.text(PRELUDE)
