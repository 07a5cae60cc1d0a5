# Sections, options, interpolation, converters, writing, errors.
import configparser, io
c = configparser.ConfigParser()
c.read_string("""
[DEFAULT]
base = /srv
[a]
path = %(base)s/x
n: 5
f = 1.5
on = yes
multi = one
  two

  three
; comment
[b c]
empty =
Key = V
""")
print(c.sections(), dict(c['a']), c.getint('a','n'), c['a'].getfloat('f'), c['a'].getboolean('on'), c.get('a','nope',fallback='fb'), c['a'].get('nope'), c['b c']['key'], c.has_option('a','base'), 'a' in c, c['a'], len(c), list(c))
c['new'] = {'x': 1, 'y': 'z'}
c.set('new', 'w', '%%100')
c.add_section('more'); c.remove_option('a', 'n'); c.remove_section('b c')
out = io.StringIO(); c.write(out); print(out.getvalue())
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), allow_no_value=True, delimiters='=', inline_comment_prefixes='#')
e.read_string("[x]\na = 1 # c\nflag\n[y]\nb = ${x:a}-${c}\nc = $$\n")
print(e['y']['b'], e['x']['flag'], e.items('x'), e.options('y'))
r = configparser.RawConfigParser(strict=False, converters={'list': str.split})
r.optionxform = str
r.read_dict({'s': {'A': 'x y %(z)s'}})
print(r.getlist('s', 'A'), r['s'].getlist('A'), r.items('s'))
for bad in ("c.get('zz','a')", "c.get('a','zz')", "c.add_section('a')", "c.read_string('x=1')", "c.read_string('[a]\\n[a]')", "c.read_string('[q]\\nx=1\\nx=2')", "c.read_string('[p]\\njunk\\n=3')", "c.set('a','k',5)", "c.getint('a','path')", "c.getboolean('a','path')", "c.set('a','k','%')", "c.add_section('DEFAULT')", "c['nope']", "c.read_string('[i]\\nv=%(no)s') or c['i']['v']", "c.read_string('[r]\\nv=%(v)s') or c['r']['v']", "c.read_string('[s]\\nv=%x') or c['s']['v']", "c.add_section(5)", "e['y']['c'] or e.read_string('[t]\\nv=${a:b:c}') or e['t']['v']"):
    try: print(bad, eval(bad))
    except Exception as x: print(bad, type(x).__name__, x)
print(c.read(['/no/such']), repr(configparser.NoSectionError('x')))
