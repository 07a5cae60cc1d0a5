# Subclasses of builtins: which operations give the base type.
class I(int):
    def __repr__(self): return 'I%d' % int(self)
class F(float): pass
class S(str):
    def __repr__(self): return 'S:' + str(self)
class L(list): pass
class T(tuple): pass
class D(dict): pass
class Se(set): pass
class B(bytes): pass
def n(x): return type(x).__name__
i, f, s, l, t, d, se, b = I(5), F(2.5), S('ab'), L([1]), T((1,)), D(a=1), Se({1}), B(b'x')
print(n(i + 1), n(-i), n(abs(i)), n(+i), n(~i), n(i * 1.0), n(i.real), n(i.conjugate()), n(int(i)), n(I(i)), n(i // 2), n(divmod(i, 2)[0]), n(round(i)), n(i.__index__()))
print(n(f + 1), n(-f), n(f.real), n(float(f)), n(round(f, 1)), n(abs(f)))
print(n(s + 'c'), n(s * 2), n(s[0]), n(s[:]), n(s.upper()), n(s.strip()), n(s.replace('a', 'b')), n(s.replace('z', '')), n(str(s)), n(''.join([s])), n(s.format()), n('%s' % s), n(f'{s}'), n(s.center(1)), n(s.split()[0]), n(s.partition('x')[0]))
print(n(l + [2]), n(l * 2), n(l[:]), n(l.copy()), n(sorted(l)), n(list(l)), n(t + (2,)), n(t[:]), n(t * 1), n(tuple(t)), n(d | {}), n(d.copy()), n(dict(d)), n(D.fromkeys('a')), n(se | {2}), n(se.copy()), n(se & {1}), n(set(se)), n(b + b'y'), n(b[:]), n(b.upper()), n(bytes(b)))
l += [2]
t += (2,)
s += 'c'
print(n(l), n(t), n(s), i, [i], {i: s}, s, [s])
print({5: 'int'}[i], {i} == {5}, hash(s) == hash('abc'), {'abc': 1}[s], i == 5.0, T((1, 2)) == (1, 2), L([1]) == [1], D(a=1) == {'a': 1})
class M(int):
    def __add__(self, o): return M(int(self) + o)
    __radd__ = __add__
print(n(M(1) + 1), n(1 + M(1)), n(sum([M(1), M(2)])), n(M(1) * 2))
