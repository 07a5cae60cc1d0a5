# limits: --max-steps 50000000 --max-memory 134217728
# expect: status=0 last=ok
# Odd texts as names, sources, keys and file names.
def attempt(what, f):
    try:
        f()
    except Exception as e:
        print(what, type(e).__name__)
    else:
        print(what, 'done')
class C: pass
odd = ['', '\0', '\ud800', 'a\0b', '1', 'é' * 1000, ' ', '__class__', '__dict__', '\U0010ffff', 'a.b', 'None', '-', '\n']
for name in odd:
    attempt('setattr', lambda: setattr(C, name, 1))
    attempt('getattr', lambda: getattr(C(), name))
    attempt('type', lambda: type(name, (), {name: 1}))
    attempt('kwargs', lambda: (lambda **k: k)(**{name: 1}))
    attempt('exec', lambda: exec(name))
    attempt('eval', lambda: eval(name))
    attempt('import', lambda: __import__(name))
    attempt('open', lambda: open(name))
    attempt('encode', lambda: name.encode(name))
    attempt('globals', lambda: exec('x = 1', {name: 1}))
    attempt('compile', lambda: compile('1', name, 'eval'))
    attempt('mode', lambda: compile('1', 'f', name))
for data in (b'\xff\xfe1\x00', b'# coding: utf-16\n1', b'# coding: nope\n1', b'\xef\xbb\xbf1', b'1\x00', '# coding: latin-1\n"\xe9"', b'# coding: latin-1\n"\xe9"', b'"\xe9"', '\ufeff1', '\x0c1', '1\r2', 'x = "\r"', '\\\n1', '\\', '1\\', '"""', "'", 'f"{', 'f"{a!', 'f"{a:', "t'{"):
    attempt(repr(data), lambda: eval(data))
print('ok')
