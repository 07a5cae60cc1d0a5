"""The parts of json that scan and quote, called with arguments of all kinds."""
import json
class Idx:
    def __index__(self): return 1
class Bad:
    def __index__(self): raise KeyError
def name(f): return f.__name__.replace('scan_once', 'scanner') if hasattr(f, '__name__') else 'scanner'
def t(f, *a):
    try: print(name(f), [x if not isinstance(x, (Idx, Bad)) else type(x).__name__ for x in a], f(*a))
    except BaseException as e: print(name(f), [x if not isinstance(x, (Idx, Bad)) else type(x).__name__ for x in a], type(e).__name__, e)
E = json.encoder
for f in (E.encode_basestring, E.encode_basestring_ascii, E.py_encode_basestring, E.py_encode_basestring_ascii):
    for a in (5, None, b'a', 'a"b', '\ud800é', type('S', (str,), {})('x')): t(f, a)
D = json.decoder
for f in (D.scanstring,):
    for a in ('a"b', b'a"', 5, None, ''):
        for i in (0, 1, 2, 3, 4, -1, -2, -9, 9, True, Idx(), Bad(), 1.0, 'a', None, 10**30, -10**30):
            t(f, a, i)
    for a in (('a"b', 0, False), ('a\n"', 0, False), ('a\n"', 0, 1.0), ('a\n"', 0, None)): t(f, *a)
for s in (json.scanner.make_scanner(json.JSONDecoder()),):
    for a in ('[1]', b'[1]', 5, '', '[1', '{"a": 1}', 'tru', 'NaN'):
        for i in (0, 1, 2, 3, 4, -1, -9, True, Idx(), Bad(), 1.0, 'a', None, 10**30):
            t(s, a, i)
t(json.JSONDecoder().raw_decode, '[1]', -1)
t(json.JSONDecoder().raw_decode, '[1]', 5)
t(json.JSONDecoder().raw_decode, '[1]', 1.0)
t(json.JSONDecoder().scan_once, '[1]', 0)
