# SyntaxErrors: Wrong import statements.
sources = [
    'import', 'import a.', 'import .a', 'import a,', 'import a b', 'import a as', 'from a', 'from a import',
    'from import b', 'from a import b,', 'from a import (b', 'from a import ()', 'from a import (b,)',
    'from a import *, b', 'from a import b, *', 'from . import', 'from .a import b c', 'from a import b as',
    'import a.b as c.d', 'import *', 'from a.b import', 'import "a"', 'from 1 import a', 'from a import 1',
    'from a import b.c', 'from a import (b as c d)', 'import a from b', 'from ... import a', 'from .... import *',
    'import a as b as c', 'from a import (*)', 'import a, b.c as d, e', 'import (a)', 'from (a) import b',
]
for s in sources:
    try:
        compile(s, 'file.py', 'exec')
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print(repr(s), 'compiles')
