# SyntaxErrors: Wrong patterns.
sources = [
    'match a:\n case b: pass\n case c: pass', 'match a:\n case _: pass\n case 1: pass', 'match a:\n case b | 1: pass',
    'match a:\n case (b | 1): pass', 'match a:\n case [x, x]: pass', 'match a:\n case 1 | x: pass',
    'match a:\n case [*a, *b]: pass', 'match a:\n case {**k, "a": 1}: pass', 'match a:\n case {**k, **l}: pass',
    'match a:\n case {"a": 1, "a": 2}: pass', 'match a:\n case {x: 1}: pass', 'match a:\n case C(a=1, 2): pass',
    'match a:\n case C(a=1, a=2): pass', 'match a:\n case 1 + 2: pass', 'match a:\n case 1 + x: pass',
    'match a:\n case -x: pass', 'match a:\n case f"x": pass', 'match a:\n case 1 as 2: pass',
    'match a:\n case 1 as _: pass', 'match a:\n case 1 as x.y: pass', 'match a:\n case x as y: pass',
    'match a:\n case *a: pass', 'match a:\n case *a,: pass', 'match a:\n case {**_}: pass',
    'match a:\n case a.b(): pass', 'match a:\n case [1, 2: pass', 'match a:\n case : pass',
    'match a:\n case 1 if: pass', 'match a:\n pass', 'match a:', 'match:\n case 1: pass',
    'match a, b:\n case 1, 2: pass', 'match *a, b:\n case _: pass',
    'match a:\n case 1 | 2 | x if y: pass\n case _: pass', 'match a:\n case {1 + 2j: x, -3: y}: pass',
    'match a:\n case {"k": x, **x}: pass', 'match a:\n case C(x, y=x): pass', 'match a:\n case 1.5 + 2: pass',
    'match a:\n case not 1: pass', 'match a:\n case a(): b\n else: c', 'match a:\n case (x, y) | (y, z): pass',
    'match (a:\n case 1: pass',
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
