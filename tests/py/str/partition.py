# partition and rpartition.
print('a=b=c'.partition('='), 'a=b=c'.rpartition('='), 'abc'.partition('x'), 'abc'.rpartition('x'), ''.partition('x'))
print('key: value'.partition(': '), 'aXXbXX'.rpartition('XX'), 'x'.partition('x'), 'éàé'.partition('à'))
for f in (lambda: 'a'.partition(''), lambda: 'a'.partition(1), lambda: 'a'.rpartition(None), lambda: 'a'.partition()):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
