# Arguments of str and its methods: wrong ones, and objects with __index__ and their like.
def t(s):
    try: print(s, '->', ascii(eval(s)))
    except Exception as e: print(s, '->', type(e).__name__, ascii(str(e)))
class I:
    def __index__(self): return 2
class BadI:
    def __index__(self): return 'x'
abc = 'abc'
class S(str): pass
class T(str):
    def __str__(self): return 'T!'
    def __repr__(self): return 'R!'
    def __len__(self): return 99
class R:
    def __radd__(self, o): return 'radd'
    def __rmul__(self, o): return 'rmul'
    def __rmod__(self, o): return 'rmod'
    def __contains__(self, o): return True
cases = r''''abc'.find(1)
'abc'.find()
'abc'.find('a','x')
'abc'.find('a',1.5)
'abc'.find('b',I())
'abc'.count(None)
'abc'.index('z')
'abc'.rindex('z')
'abc'.startswith(1)
'abc'.startswith((1,))
'abc'.startswith(['a'])
'abc'.endswith(('b',2))
'abc'.partition(1)
'abc'.partition('')
'abc'.rpartition('')
'abc'.split('')
'abc'.split(1)
'abc'.split(sep=None, maxsplit=1.5)
'a b c'.split(maxsplit=I())
'abc'.splitlines('x')
'abc'.splitlines(keepends=0)
'abc'.replace(1,'b')
'abc'.replace('a',2)
'abc'.replace('a')
'abc'.replace('a','b',count=1)
'abc'.replace('a','b','c')
'abc'.center('x')
'abc'.center(3,'xx')
'abc'.center(9,1)
'abc'.center(I())
'abc'.ljust(9,'')
'abc'.zfill('x')
'abc'.zfill(None)
'abc'.expandtabs('x')
'abc'.strip(1)
'abc'.lstrip(1)
'abc'.rstrip(1)
'abc'.join(1)
'abc'.join(None)
'abc'.join([1])
'abc'.join(['x',b''])
'-'.join({'a':1,'b':2})
'-'.join('abc')
'-'.join(x for x in 'abc')
'-'.join([S('a'),S('b')])
type(S('').join([S('a')])) is str
'abc'.upper(1)
'abc'.isalpha(1)
'abc'.translate(1)
'abc'.translate({97:-1})
'abc'.translate({97:1<<40})
'abc'.translate({97:1.5})
'abc'.translate({97:'XY',98:None,99:100})
'abc'.translate('xyz'*50)
'abc'.translate([1,2])
'abc'.translate({})
'aé😀'.translate({0xe9:'e',0x1f600:None})
str.maketrans(1)
str.maketrans('a')
str.maketrans('a','bc')
str.maketrans({'ab':1})
str.maketrans({'a':1,98:'x'})
str.maketrans({1.5:1})
str.maketrans('a','b','cd')
str.maketrans('a','b',1)
str.maketrans('a',1)
str.maketrans(1,'a')
str.maketrans('éa','bé','ü')
'abc'.encode(1)
'abc'.encode('foo')
'abc'.encode('utf-8','foo')
'\udc80'.encode('utf-8','foo')
'\udc80'.encode()
'é'.encode('ascii')
'ééx'.encode('ascii')
'€'.encode('latin-1')
'abc'.__format__(1)
format('abc','d')
format('abc','>10')
format('abc','^10.2')
format('abc','=10')
format('é😀','*^7')
format('abc','010')
'abc'.__add__(1)
'abc'*'b'
'abc'*1.5
'abc'*I()
I()*'abc'
'abc'*-1
2*'ab'
'abc'+b''
1+'a'
'a'+None
'a'+R()
'a'*R()
'a'%R()
'abc'*(1<<70)
'ab'*(1<<62)
abc['x']
abc[1.5]
abc[1<<70]
abc['x':]
abc[::0]
abc[I()]
abc[I():]
abc[::I()]
abc[True]
abc[5]
abc[-4]
abc[None]
abc[()]
1 in 'a'
None in 'abc'
'b' in 'abc'
'' in ''
str(b'a',1)
str('a','utf-8')
str(1,'utf-8')
str(b'a','x')
str(b'\xff','utf-8')
str(b'\xff','utf-8','replace')
str(b'\xc3\xa9','utf-8')
str(bytearray(b'x'),'ascii')
str(memoryview(b'x'),'ascii')
str(1,2,3,4)
str(foo=1)
str(b'a',errors='strict')
str(encoding='utf-8')
str(object=5)
str()
str(T('x'))
S('abc')
type(S('abc')), len(S('é')), S('a')==  'a', hash(S('a'))==hash('a')
S(5), S(b'a','ascii')
type(S('abc')+'d'), type(S('abc')[0:3]), type(S('abc').strip()), type(S('abc')*1), type(S('abc').replace('x','y')), type(str(S('abc'))), type(S('abc').lower()), type(S('a').join(['x'])), type('%s' % S('a')), type('{}'.format(S('a'))), type(S('abc').partition('x')[0]), type(S('a').center(1)),type(S('a').zfill(0)),type(S('a').encode())
'%s %r %d' % (T('x'),T('y'),3)
'{} {!r} {!s} {:5}|'.format(T('x'),T('y'),T('z'),T('w'))
f'{T("x")} {T("y")!r} {T("z"):4}|'
len(T('x')), str.__len__(T('x'))
'a' < 1
'a' == 1, 'a' != 1, 'a' == b'a'
'a' < 'b' <= 'b', 'é' > 'z', '\ud800' < '\uffff', '\uffff' < '😀'
hash('abc') == hash('ab'+'c'), hash('é') == hash('\xe9')
max('hello'), min('hello'), sorted('hello'), ''.join(sorted('héllo'))
list(enumerate('aé')), list(zip('ab','cd')), dict(zip('ab',[1,2])), set('a') == {'a'}
str.lower(1)
str.join('a')
str.upper()
'abc'.nosuch
type(iter('a')).__name__, type(iter('é')).__name__
iter('abc').__length_hint__()
'abc'.__getnewargs__(), 'abc'.__sizeof__(), '€'.__sizeof__(), '😀'.__sizeof__()
[c for c in 'a😀é\ud800']
'\ud83d' + '\ude00' == '😀', len('\ud83d' + '\ude00')
'abc'.__contains__('b'), 'abc'.__mul__(2), 'abc'.__rmul__(2), 'abc'.__mod__(()), 'abc'.__eq__(1), 'abc'.__ne__('abc'), 'abc'.__lt__(1), 'abc'.__getitem__(1), 'abc'.__hash__() == hash('abc')
'abc'.__getitem__('x')
'abc'.__iter__().__next__()'''
for case in cases.splitlines():
    t(case)
