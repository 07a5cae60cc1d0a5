# Programs cannot see int caching through equality, dicts and sets.
a = 257
b = int('257')
print(a == b, a in [b], {a: 1}[b], {a, b} == {257})
big1, big2 = 10 ** 30, int('1' + '0' * 30)
print(big1 == big2, hash(big1) == hash(big2), {big1: 'v'}[big2], len({big1, big2}))
print(2 ** 62 in {4611686018427387904: 0}, -(2 ** 63) in [-9223372036854775808])
