# __buffer__ and __release_buffer__ of guest classes: who asks for them, and when they are released.
import io, inspect, struct, collections.abc, gc
log=[]
class G:
    def __init__(self,b): self.b=b
    def __buffer__(self,flags): log.append(('get',int(flags))); return memoryview(self.b)
    def __release_buffer__(self,mv): log.append(('rel',mv.tobytes()))
def t(name,f):
    log.clear()
    try: r=ascii(f())
    except BaseException as e: r=type(e).__name__+' '+str(e)
    print(name,'->',r,log)
g=G(b'12'); gm=G(bytearray(b'12'))
m=memoryview(g)
print(type(m.obj), m.readonly, m.format)
m.release()
def nest():
    m=memoryview(gm); s=m[1:]; k=memoryview(m); m.release(); log.append('m'); s.release(); log.append('s'); k.release(); return 'ok'
t('nest',nest)
def drop():
    m = memoryview(gm)
    del m
    gc.collect()
    return 'ok'
t('drop', drop)
import array, re, hashlib, binascii, base64, os
for src in '''bytes(g)
bytearray(g)
b'a'+g
bytearray(b'a')+g
g in b'1234'
b'1234'.find(g)
b'1234'.count(g)
b'1234'.replace(g,b'x')
b'1234'.replace(b'x',g)
b'1234'.split(g)
b'1234'.startswith(g)
b'1234'.strip(g)
b'1234'.removeprefix(g)
b'1234'.translate(g)
b'1234'.translate(None,g)
b'-'.join([g,g])
b'1234'==g
bytearray(b'12')==g
b'%s'%g
b'%b'%g
complex(g)
eval(g)
compile(g,'','eval') and 1
exec(g)
int.from_bytes(g)
bytearray(b'12').__setitem__(slice(0,1),g)
memoryview(bytearray(b'12')).__setitem__(slice(0,2),g)
array.array('b',g)
array.array('b').frombytes(g)
struct.unpack('2s',g)
struct.unpack_from('1s',g,1)
struct.pack('2s',g)
hashlib.md5(g).hexdigest()
io.BytesIO(b'abc').readinto(gm)
bytes.fromhex(g)
bytes.maketrans(g,g)
b'12'.ljust(5,g)
b'12'.hex(g)
ord(g)
b'1'<g
bytearray(b'1')<g
g+b'1'
g==b'12'
inspect.BufferFlags.FULL_RO
memoryview._from_flags(b'a',1)
memoryview._from_flags(g)
os.fsdecode(g)
open(g)'''.split('\n'): t(src, lambda: eval(src))
class Bad:
    def __buffer__(self, flags):
        return 5


class Raises:
    def __buffer__(self, flags):
        raise KeyError('x')


class NoneB:
    __buffer__ = None


class RelRaises(G):
    def __release_buffer__(self, view):
        raise KeyError('x')


def view(o):
    with memoryview(o) as m:
        return m.tobytes()


for o in (Bad(), Raises(), NoneB(), RelRaises(b'12')):
    for f in (view, bytes, bytearray, b'12'.find, b'-'.join):
        t(type(o).__name__ + f.__name__, lambda: f([o] if f.__name__ == 'join' else o))
print(int(g), float(g), str(g, 'ascii'), b'x%b' % g)
ba = bytearray(b'12')
ba += g
ba.extend(g)
ba[:1] = g
print(ba)


class Sub(bytearray):
    def __release_buffer__(self, view):
        for f in (memoryview, lambda v: v.cast('b'), lambda v: v.toreadonly(), lambda v: v[:1],
                  lambda v: v.__buffer__(0)):
            try:
                f(view)
            except ValueError as e:
                print(e)
        print(view.tobytes())
        self.last = view
        super().__release_buffer__(view)


c = Sub(b'hello')
with memoryview(c) as m:
    print(m.obj is c)
    try:
        c.clear()
    except BufferError as e:
        print(e)
c.clear()
try:
    c.last.tobytes()
except ValueError as e:
    print(e)


class Both(bytearray):
    def __buffer__(self, flags):
        print('buffer')
        return super().__buffer__(flags)

    def __release_buffer__(self, view):
        print('release', view.tobytes())
        super().__release_buffer__(view)


b = Both(b'xyz')
with memoryview(b) as m:
    print(m.tobytes())
b.append(1)
print(bytes(b))


# Guest code that runs while a native looks at the bytes.
class Evil:
    def __init__(self, ba):
        self.ba = ba

    def __buffer__(self, flags):
        self.ba.clear()
        return memoryview(self.ba)

    def __index__(self):
        self.ba.clear()
        return ord('A')


for name in ('find', 'count', 'index', 'rindex', 'rfind', 'split', 'rsplit', '__contains__'):
    ba = bytearray(b'A')
    t(name, lambda: getattr(ba, name)(Evil(ba)))
    ba.append(1)


class Sep(bytes):
    def __len__(self):
        try:
            if target is not ba:
                target.release()
            ba.clear()
        except BufferError as e:
            print(e)
        return 1


ba = bytearray(b'abc')
target = ba
print(ba.hex(Sep(b':')))
target = memoryview(ba)
print(target.hex(Sep(b':')))
target.release()
ba.clear()


class Hashed(bytearray):
    def __hash__(self):
        try:
            mv.release()
        except BufferError as e:
            print(e)
        return 5


h = Hashed(b'abc')
mv = memoryview(h).toreadonly()
print(hash(mv) == hash(b'abc'), hash(mv) == hash(b'abc'))
for o in (bytearray(b'a'), array.array('b', b'a')):
    t('hash', lambda: hash(memoryview(o).toreadonly()))


def mutated(change):
    class Item:
        def __buffer__(self, flags):
            change()
            return memoryview(b'x')
    seq = [b'a', Item(), b'c']
    return seq


seq = mutated(lambda: seq.clear())
t('join', lambda: b'-'.join(seq))
seq = mutated(lambda: seq.__setitem__(1, b'z'))
t('join', lambda: b'-'.join(seq))
m = memoryview(b'abc')
print(memoryview(b'\0\2\0').cast('?') == memoryview(b'\0\4\0').cast('?'))
