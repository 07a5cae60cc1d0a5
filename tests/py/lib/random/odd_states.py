# States of Random that are not what getstate gives; re.sub of a derived str gives a str.
import random
r = random.Random(3)
for st in ((3, (1,) * 625, None), (2, (1,) * 625, None), (9, (), None), (3, (1,) * 3, None), (3, ('a',) * 625, None), (3, (2**40,)*625, None), (3, (-1,)*625, None), 5, (3, [1]*625, None)):
    try: print(r.setstate(st), r.random())
    except Exception as e: print(type(e).__name__, e)
class T(str): pass
import re
print(type(re.sub('x', lambda m: 'y', T('t'))), type(re.sub('x', 'y', T('t'))), type(re.split('x', T('t'))[0]), type(re.findall('t', T('t'))[0]), type(re.sub('t', 'y', T('t'))), type(re.search('t', T('t')).group()), type(re.sub('x', 'y', T('t'), count=-1)))
