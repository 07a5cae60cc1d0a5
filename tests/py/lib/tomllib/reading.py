# TOML: values, tables, and what is wrong where.
import tomllib, io
print(tomllib.loads('''
title = "T" # c
"quoted key" = 1
a.b.c = [1, 2.5, 0xff, 0o17, 0b11, 1_000, -7, +3, inf, -nan, 1e3, true]
[owner]
dob = 1979-05-27T07:32:00-08:00
d = 1979-05-27
t = 07:32:00.999999
l = 1979-05-27 07:32:00
z = 1979-05-27T07:32:00Z
s = """multi
line \\
   joined "" """
lit = 'c:\\x'
ml = \'\'\'
raw '' text\'\'\'
esc = "\\u00e9\\t\\"\\U0001F600"
[[p]]
x = {y = 1, z = "q", w = {}}
[[p]]
[p.sub]
k = [[1], ["a",], # comment
 ]
''', parse_float=str))
for bad in ('a = ', 'a = 1\na = 2', '[x', "k = 'x", 'a = 1 b = 2', '=1', 'a = "\\q"', 'a = "x\ny"', '[a]\n[a]', 'a = [1', 'a = {b = 1', 'a = 01', 'a = 1__0', 'a.b = 1\na.b.c = 2', '[[a]]\n[a]', 'a = 2021-13-01', 'a = 1.', '[a]\nb.c=1\n[a.b]', 'a = nope', 'x = "\\ud800"', 'a=1 #\x00', '"a', 'a = {b=1, b=2}'):
    try: print(repr(bad), tomllib.loads(bad))
    except tomllib.TOMLDecodeError as e: print(repr(bad), e, e.lineno, e.colno, e.pos)
for bad in (lambda: tomllib.load(io.StringIO('a=1')), lambda: tomllib.loads(b'a=1')):
    try: print(bad())
    except TypeError as e: print(e)
print(tomllib.load(io.BytesIO(b'a=1\r\n')))
