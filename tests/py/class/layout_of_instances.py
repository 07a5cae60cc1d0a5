# What instances have room for: slots, __dict__, __weakref__; and layouts that do not go together.
class C: 
    def __init__(self): self.a=1
print(sorted(vars(C)), sorted(set(dir(C()))-set(dir(object))))
class D:
    __slots__=('a','__weakref__')
print(sorted(vars(D)), sorted(set(dir(D()))-set(dir(object))))
class E(Exception): pass
print(sorted(vars(E)), sorted(set(dir(E()))-set(dir(Exception))))
class L(list): pass
print(sorted(vars(L)), sorted(set(dir(L()))-set(dir(list))))
class T(type): pass
print(sorted(vars(T)))
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: type('X',(C,),{'__slots__':['__dict__']}))
t(lambda: type('X',(C,),{'__slots__':['__weakref__']}))
t(lambda: type('X',(),{'__slots__':['__weakref__','__weakref__']}))
t(lambda: type('X',(list,),{'__slots__':['a']}))
t(lambda: type('X',(str,),{'__slots__':['a']}))
for b in (int,bytes,tuple,type,frozenset,dict,range,Exception,OSError,float,complex,bytearray,property,staticmethod):
    t(lambda: type('X',(b,),{'__slots__':['a']}))
    t(lambda: type('X',(b,),{'__slots__':()}))
ex=[e for e in vars(__builtins__).values() if isinstance(e,type) and issubclass(e,BaseException) and e.__name__ in ('OSError', 'KeyError', 'ImportError', 'StopIteration', 'UnicodeDecodeError', 'ExceptionGroup', 'NameError', 'FileNotFoundError', 'ValueError')]
for a in sorted(ex, key=lambda e: e.__name__):
    for b in sorted(ex, key=lambda e: e.__name__):
        if a is not b and not issubclass(a,b) and not issubclass(b,a):
            try: type('X',(a,b),{})
            except TypeError as e: print(a.__name__,b.__name__,str(e)[:40])
import weakref
t(lambda: weakref.ref(type('X',(),{'__slots__':()})()))
t(lambda: weakref.ref(type('X',(tuple,),{})()))
t(lambda: weakref.ref(type('X',(tuple,),{'__slots__':()})()))
t(lambda: weakref.ref(type('X',(list,),{'__slots__':()})()))
t(lambda: weakref.ref(type('X',(int,),{})()))
t(lambda: C.__dict__['__dict__'].__get__(C()))
t(lambda: vars(D()))
t(lambda: type('X',(C,),{'__slots__':()})().__dict__)
t(lambda: setattr(C(),'__weakref__',1))
t(lambda: delattr(C(),'__dict__'))
t(lambda: C.__dict__['__dict__'].__get__(1))
t(lambda: C.__dict__['__dict__'].__objclass__)
