# What list() and its kin ask for a length, what that may answer, and when __iter__ is called.
log=[]
class It:
    n=0
    def __iter__(s): log.append('iter2'); return s
    def __next__(s):
        s.n+=1
        if s.n>2: raise StopIteration
        return s.n
    def __length_hint__(s): log.append('it.hint'); return 1
class A:
    def __iter__(s): log.append('iter'); return It()
    def __len__(s): log.append('len'); return 2
class B:
    def __iter__(s): log.append('iter'); return It()
    def __length_hint__(s): log.append('hint'); return 2
def star(*a): pass
for cls in A,B:
  for name,f in [('list',list),('tuple',tuple),('set',set),('frozenset',frozenset),('sorted',sorted),('bytes',bytes),('bytearray',bytearray),('extend',lambda x:[].extend(x)),('+=',lambda x:[].__iadd__(x)),('[*x]',lambda x:[*x]),('(*x,)',lambda x:(*x,)),('{*x}',lambda x:{*x}),('f(*x)',lambda x:star(*x)),('f(1,*x)',lambda x:star(1,*x)),('join',lambda x:''.join(x)),('bjoin',lambda x:b''.join(x)),('sum',sum),('min',min),('any',any),('zip',lambda x:list(zip(x))),('map',lambda x:list(map(str,x))),('enum',lambda x:list(enumerate(x))),('rev',lambda x:list(reversed(x))),('in',lambda x:5 in x),('slice',lambda x:[1,2].__setitem__(slice(0,1),x)),('ba slice',lambda x:bytearray(b'ab').__setitem__(slice(0,1),x)),('fromkeys',dict.fromkeys),('dict',dict),('update',lambda x:{1}.update(x)),('comp',lambda x:[y for y in x]),('filter',lambda x:list(filter(None,x))),('iter',lambda x:list(iter(x))),('issub',lambda x:{1}.issubset(x)), ('all',all),('dict.update',lambda x:{}.update(x)),('ExceptionGroup',lambda x:ExceptionGroup('a',x)),('type',lambda x:type('x',x,{})),('__slots__',lambda x:type('x',(),{'__slots__':x})),('next',lambda x:next(iter(x)))]:
    log.clear()
    try: f(cls())
    except Exception as e: log.append(type(e).__name__+str(e))
    print(cls.__name__, name, log)
  log.clear(); a,b=cls(); print(log)
  log.clear(); a,*b=cls(); print(log)
  log.clear()
  for x in cls(): pass
  print(log)
class C:
    def __iter__(s): return iter([1])
    def __len__(s): raise TypeError('x')
print(list(C()))
class C:
    def __iter__(s): return iter([1])
    def __len__(s): return -1
try: print(list(C()))
except Exception as e: print(repr(e))
class C:
    def __iter__(s): return iter([1])
    def __len__(s): return 'a'
try: print(list(C()))
except Exception as e: print(repr(e))
class C:
    def __iter__(s): return iter([1])
    def __length_hint__(s): return NotImplemented
print(list(C()))
class C:
    def __iter__(s): return iter([1])
    def __length_hint__(s): return -1
try: print(list(C()))
except Exception as e: print(repr(e))
class C:
    def __iter__(s): return iter([1])
    def __length_hint__(s): raise TypeError
try: print(list(C()))
except Exception as e: print(repr(e))
class C:
    def __iter__(s): return iter([1])
    def __length_hint__(s): raise ValueError
try: print(list(C()))
except Exception as e: print(repr(e))
class C:
    def __iter__(s): return iter([1])
    def __length_hint__(s): return 2**70
try: print(list(C()))
except Exception as e: print(repr(e))
