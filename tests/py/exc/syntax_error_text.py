"""The text of a SyntaxError whose message is any object, and lines that are too large."""
class Num(int): pass
import re
class S:
    def __str__(self): return 'S!'
for msg in ('m', 3, Num(3), None, 1.5, S(), [1], b'x'):
    for det in ((), (('f.py', 3, 1, 't'),), ((None, 3, 1, 't'),), (('f.py', None, 1, 't'),), ((5, 3, 1, 't'),), (('a/b.py', 'x', 1, 't'),), (('', 3, 1, 't'),)):
        try: print(repr(str(SyntaxError(msg, *det))))
        except Exception as e: print(type(e), e)
    e = SyntaxError('q', ('g.py', 2, 1, 't')); e.__init__(msg, 1.0, 2); print(re.sub("0x[0-9a-f]+", "0x-", str(e))); e.msg = None; print(str(e)); e.lineno = True; print(str(e)); e.lineno = 2**70; 
    try: print(str(e))
    except Exception as x: print(type(x), x)
