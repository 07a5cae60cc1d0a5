# SyntaxErrors: Missing colons, missing blocks, else without if.
sources = [
    'if a\n  b', 'if a:', 'if a:\nb', 'while a\n b', 'while a:\n', 'for a in b\n c', 'def f()\n pass', 'def f():',
    'def f():\npass', 'class C\n pass', 'class C:', 'try\n a', 'try:\n a', 'try:\n a\nb', 'try: a\nelse: b',
    'try: a\nexcept:\nb', 'with a\n b', 'with a:\nb', 'else: a', 'elif a: b', 'except: a', 'finally: a',
    'if a: b\nelse\n c', 'if a: b\nelif\n c', 'lambda', 'lambda x', 'lambda x:', 'match a:\ncase 1: b',
    'match a\n case 1: b', 'match a:\n case 1\n  b', 'match a:\n case 1:\n b', 'class C(:\n pass', 'async x',
    'async def f(): pass; await', 'try: a\nfinally:\nb', 'try: a\nexcept E:\nb', 'for a in b:\nc',
    'if a:\n  b\n else: c', 'async for x in y: pass',
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
