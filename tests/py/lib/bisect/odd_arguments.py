# Arguments of bisect, re, binascii, operator and json that are not what they usually are.
import binascii, bisect, json, operator, re
class Index:
    def __index__(self): return 2
class Num(int): pass
def show(f, *args, **kw):
    try:
        r = f(*args, **kw)
        print(type(r).__name__, r)
    except Exception as e:
        print(type(e).__name__, e)
class Rev:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v > o.v
revs = [Rev(3), Rev(2), Rev(1)]
for lo in (0, 1, Index(), Num(1), True, -1, 'a', 1.0, None, 10**30, -10**30):
    show(bisect.bisect, [1, 2, 3], 2, lo)
    show(bisect.bisect, revs, Rev(2), lo)
    show(bisect.bisect_left, [1, 2, 3], 2, 0, lo)
    show(bisect.bisect_left, revs, Rev(2), 0, lo)
    show(re.split, 'b', 'abcbd', maxsplit=lo)
    show(re.sub, 'b', 'x', 'abcbd', count=lo)
    show(re.subn, 'b', lambda m: 'x', 'abcbd', count=lo)
    show(binascii.crc32, b'abc', lo)
    show(binascii.crc_hqx, b'abc', lo)
    show(operator.length_hint, [], lo)
    show(operator.length_hint, 5, lo)
    show(operator.countOf, lo, 1)
    show(operator.indexOf, lo, 1)
    show(json.JSONDecoder().raw_decode, lo)
    show(re.escape, lo)
show(binascii.crc32, None, 'a')
show(binascii.crc_hqx, 5, 'a')
p = re.compile('(?P<a>x)(?P<b>y)')
print(p.groupindex, type(p.groupindex).__name__)
show(lambda: p.groupindex.update(c=1))
show(lambda: __import__('sys').set_int_max_str_digits(10**20))
