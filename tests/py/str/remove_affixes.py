# removeprefix and removesuffix take one whole affix.
print('TestCase'.removeprefix('Test'), 'TestTest'.removeprefix('Test'), 'abc'.removeprefix('x'), 'abc'.removeprefix(''), 'abc'.removeprefix('abcd'), repr('abc'.removeprefix('abc')))
print('file.py'.removesuffix('.py'), 'a.py.py'.removesuffix('.py'), 'abc'.removesuffix('x'), 'abc'.removesuffix(''), repr('abc'.removesuffix('abc')))
for f in (lambda: 'a'.removeprefix(1), lambda: 'a'.removesuffix(('a',)), lambda: 'a'.removeprefix()):
    try:
        f()
    except TypeError as e:
        print(e)
