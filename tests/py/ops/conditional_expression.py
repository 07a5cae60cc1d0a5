# `a if c else b` evaluates one branch only.
def t(x):
    print('t', x)
    return x
print(t(1) if t(True) else t(2))
print(t(1) if t(0) else t(2))
print([('even' if i % 2 == 0 else 'odd') for i in range(3)])
x = 7
print('neg' if x < 0 else 'zero' if x == 0 else 'pos')
print((lambda a: a if a else 'empty')(''), (1 if x else 2) + 1, 1 if x else 2 + 1)
f = (lambda: 1) if x else (lambda: 2)
print(f())
y = None
print(y if y is not None else 'default', y or 'default')
