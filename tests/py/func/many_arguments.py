# Calls with very many arguments and parameters.
def f(*a, **k):
    return len(a), len(k), sum(a)
print(f(*range(1000)), f(**{'k%d' % i: i for i in range(500)}))
src = 'def g(' + ', '.join('a%d=%d' % (i, i) for i in range(300)) + '): return a0 + a299'
exec(src)
print(g(), g(a299=1), g(*range(1, 301)))
call = 'f(' + ', '.join(map(str, range(400))) + ')'
print(eval(call))
print(max(*range(600)), len([*range(300)]), eval('[' + '1,' * 700 + ']').count(1), len(eval('{' + ','.join('%d: 0' % i for i in range(300)) + '}')))
try:
    g(*range(301))
except TypeError as e:
    print(e)
