# Arguments of bytes, bytearray and memoryview and their methods, wrong ones too.
def t(s):
    try: print(s, '->', ascii(eval(s)))
    except Exception as e: print(s, '->', type(e).__name__, ascii(str(e)))
class I:
    def __index__(self): return 2
class By:
    def __bytes__(self): return b'by!'
class BadBy:
    def __bytes__(self): return 'x'
class It:
    def __iter__(self): return iter([1, I(), 3])
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * 2
abc = b'abc'
class SB(bytes): pass
class SA(bytearray): pass
class SI(bytearray):
    def __init__(self, *a):
        super().__init__(b'init')
        self.x = a
m=memoryview(b'abcdefgh'); w=memoryview(bytearray(b'abcdefgh')); r=memoryview(b'x'); r.release()
c2=memoryview(bytes(range(12))).cast('B',(3,4)); ci=memoryview(bytearray(range(16))).cast('i'); cf=memoryview(bytearray(16)).cast('d'); cc=memoryview(bytearray(b'abc')).cast('c'); cq=memoryview(bytearray(4)).cast('?');z0=memoryview(bytes(4)).cast('i',())
cases = r'''b'abc'.find('a')
b'abc'.find(1.5)
b'abc'.find(300)
b'abc'.find(1<<80)
b'abc'.find(True)
b'abc'.index(b'x')
b'abc'.rindex(b'x')
b'abc'.find(b'a','x')
b'abc'.startswith(('a',))
b'abc'.split('a')
b'abc'.split(b'')
b'abc'.partition(b'')
b'abc'.replace('a',b'')
b'abc'.strip('a')
b'abc'.join(1)
b'abc'.join([1])
b'abc'.join(['a'])
b','.join([bytearray(b'x'),memoryview(b'y'),b'z'])
bytearray(b',').join([b'x',b'y'])
b'abc'.center(5,'x')
b'abc'.center(5,b'xx')
b'abc'.center(5,bytearray(b'xy'))
b'abc'.center(5,bytearray(b'x'))
b'abc'.ljust(5,1)
b'abc'.translate('x')
b'abc'.translate(b'x')
b'abc'.translate(None)
b'abc'.translate(None,b'a')
b'abc'.translate(None,'a')
b'abc'.translate()
b'abc'.translate(None,delete=b'c')
b'abc'.translate(bytes(range(255,-1,-1)))
bytes.maketrans(b'a',b'bc')
bytes.maketrans('a',b'b')
bytes.maketrans(b'a',b'b')[95:100]
bytearray.maketrans(b'a',b'b')[95:100]
bytes.fromhex('a')
bytes.fromhex('a b')
bytes.fromhex('aa b')
bytes.fromhex('zz')
bytes.fromhex('aaé')
bytes.fromhex(' aa  bb ')
bytes.fromhex(1)
bytes.fromhex(b'aa')
SB.fromhex('aabb'), type(SB.fromhex('aabb'))
SA.fromhex('aabb'), type(SA.fromhex('aabb'))
bytearray.fromhex('aabb')
b'abc'.hex(':')
b'abcde'.hex(':',-2)
b'abc'.hex('::')
b'abc'.hex('é')
b'abc'.hex(1)
b'abc'.hex(b'-')
b'abc'.hex(':',0)
b'abc'.decode(1)
b'abc'.decode('foo')
abc['a']
abc[5]
abc[1<<80]
abc[1.5]
abc[I()], abc[I():], bytearray(b'abc')[I()]
bytearray(b'abc')['a']
bytearray(b'abc')[5]
b'abc'+'a'
b'abc'+1
b'abc'*'a'
b'abc'*1.5
b'abc'*I(), I()*b'ab', bytearray(b'x')*I()
bytearray(b'a')+'a'
1+b'a'
'a' in b'abc'
300 in b'abc'
1.5 in b'abc'
I() in b'a\x02'
bytes(-1)
bytes('a')
bytes('aé','utf-8','strict')
bytes(1,'utf-8')
bytes(b'a','utf-8')
bytes('a',1)
bytes(1.5)
bytes([300])
bytes([-1])
bytes(['a'])
bytes([1.5])
bytes((1,2))
bytes(None)
bytes(1<<80)
bytes(encoding='x')
bytes(errors='x')
bytes(b'a',errors='strict')
bytes('a',errors='strict')
bytes(source=b'a')
bytes(foo=1)
bytes({1:2})
bytes(object())
bytes(), bytes(3), bytes(I()), bytes(By()), bytes(It()), bytes(Seq()), bytes([I(),5]), bytes(range(4)), bytes(x for x in (1,2)), bytes(memoryview(b'ab'))
bytes(BadBy())
bytes(True)
SB(b'abc'), type(SB(b'abc')), SB(3), SB('a','utf8'), type(SB(b'a')+b'b'), type(bytes(SB(b'a'))), SB(b'a')==b'a', hash(SB(b'a'))==hash(b'a'), repr(SB(b'x'))
SA(b'abc'), type(SA(b'abc')), SA(3), type(SA(b'a')+b'b'), type(SA(b'a').upper()), repr(SA(b'x')), SA(b'xy')[0:1]
SI(1,2), SI(1).x
bytearray(-1)
bytearray('a')
bytearray(1,'utf-8')
bytearray([300])
bytearray(['a'])
bytearray(1.5)
bytearray(object())
bytearray(), bytearray(3), bytearray(I()), bytearray(It()), bytearray(Seq()), bytearray(range(4)), bytearray('é','latin-1')
b'a'<'a'
b'a'<1
b'a'=='a', b'a'==bytearray(b'a'), bytearray(b'a')==b'a', b'a'!=b'b'
b'a'<bytearray(b'b'), bytearray(b'a')<=b'a', b'a'==memoryview(b'a'), b'ab'>b'a'
bytearray(b'a')<1
b'abc'.isalpha(1)
bytearray(b'a').pop(5)
bytearray().pop()
bytearray(b'a').pop('x')
bytearray(b'a').append(256)
bytearray(b'a').append('a')
bytearray(b'a').append(1.5)
bytearray(b'a').append(1<<70)
bytearray(b'a').insert(0,256)
bytearray(b'a').insert('a',1)
bytearray(b'a').remove(256)
bytearray(b'a').remove(1)
bytearray(b'a').remove('a')
bytearray(b'a').extend('a')
bytearray(b'a').extend(1)
bytearray(b'a').extend([256])
bytearray(b'a').extend(['a'])
bytearray(b'a').__setitem__(0,256)
bytearray(b'a').__setitem__(0,'a')
bytearray(b'a').__setitem__(5,1)
bytearray(b'a').__setitem__('a',1)
bytearray(b'a').__setitem__(slice(0,1),1)
bytearray(b'a').__setitem__(slice(0,1),'a')
bytearray(b'a').__setitem__(slice(0,1),[1,2])
bytearray(b'a').__setitem__(slice(0,1),[300])
bytearray(b'a').__setitem__(slice(0,1),['a'])
bytearray(b'abc').__setitem__(slice(0,3,2),b'a')
bytearray(b'a').__delitem__(5)
bytearray(b'a').__delitem__('a')
bytearray(b'a').__iadd__('a')
bytearray(b'a').__iadd__(1)
bytearray(b'a').__imul__(-1)
bytearray(b'abc').resize(5)
bytearray(b'abc').resize(-1)
hash(bytearray())
bytearray(b'a').decode('x')
repr(bytearray(b"it's")), repr(b'"\''), str(b'a'), str(bytearray(b'a'))
bytes.__new__(int)
b'a'.__getnewargs__(), b'a'.__bytes__(), b'a'.__sizeof__()
type(iter(b'a')).__name__, type(iter(bytearray(b'a'))).__name__
b'abc'.nosuch
m['a']
m[100]
m[1.5]
m[0:2:0]
m[...]
m[()]
m[0,0]
m[0], m[-1], m[I()]
w.__setitem__(0,'a')
w.__setitem__(0,256)
w.__setitem__(0,1.5)
w.__setitem__(99,1)
m.__setitem__(0,1)
w.__delitem__(0)
w.__setitem__(slice(0,2),b'a')
w.__setitem__(slice(0,2),'ab')
w.__setitem__(slice(0,2),b'zz')
w.__setitem__(slice(0,8,2),b'1234')
w.__setitem__(slice(2,6),w[0:4])
w.tobytes()
r[0]
r.tobytes()
len(r)
r.format
r.release()
r.obj
repr(r)[:15], repr(m)[:8]
hash(r)
hash(w)
hash(m)==hash(b'abcdefgh')
hash(ci.toreadonly())
m==b'abcdefgh', m=='a', m!=b'x', m==m[::1], m[::2]==b'aceg', b'aceg'==m[::2]
m<m
r==r, r==m
c2[0]
c2[0,1], c2[2,3], c2[-1,-1]
c2[3,0]
c2[0,0,0]
c2[0,0:1]
c2.tolist()
c2.shape, c2.strides, c2.ndim, c2.suboffsets, len(c2), c2.nbytes, c2.c_contiguous, c2.f_contiguous, c2.contiguous
ci.tolist(), ci[0], ci.shape,ci.strides, ci.format, len(ci)
ci.__setitem__(0, 1<<40)
ci.__setitem__(0, 'a')
ci.__setitem__(0, -5)
ci.tolist()
cf[0], cf.tolist()
cf.__setitem__(0, 'a')
cf.__setitem__(0, 3)
cf[0]
cc[0]
cc.__setitem__(0, b'x')
cc.__setitem__(0, b'xy')
cc.__setitem__(0, 5)
cc.tolist()
cq.__setitem__(0, 5)
cq.tolist()
z0[()], z0.shape, z0.ndim, z0.tolist(), z0.strides
z0[0]
len(z0)
m[:7].cast('i')
m[::2].cast('B')
m.cast('x')
m.cast(1)
ci.cast('h')
ci.cast('B').tolist()
m.cast('B',(2,3))
m.cast('B',[2,4]).tolist()
m.cast('B',(-1,2))
m.cast('B','x')
m.cast('@i').format
m.hex(), m.hex(':'), m[::2].hex(), c2.hex()
m.tobytes('F'), m.tobytes(order=None), m[::-1].tobytes()
m.tobytes('x')
m[::2].shape, m[::2].strides, m[::2].contiguous, m[::-1].strides, m[5:2].shape
97 in m, 300 in m, b'a' in m, 'a' in m
list(m[:3]), list(reversed(m[:3]))
m.index(98), m.count(97)
m.index(500)
m.toreadonly().readonly, w.toreadonly().readonly
w.toreadonly().__setitem__(0,1)
m.obj, memoryview(m).obj
bytes(m[::2]), bytearray(m[::2])
m.__enter__() is m
m.__exit__()
r.__enter__()
memoryview('abc')
memoryview()
memoryview(object=b'a').tobytes()
memoryview(bytearray(b'abc'))==bytearray(b'abc')
cf==memoryview(bytearray(16)).cast('d'), ci==[1]'''
for case in cases.splitlines():
    t(case)
