# Unions of types, generic aliases, and attributes of what wraps a function.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
U=int|str
t(lambda: U[int]); t(lambda: type(U)[int,str]); t(lambda: type(U)[int]); t(lambda: type(U)['a'])
t(lambda: U|1); t(lambda: U|'a'); t(lambda: 1|U); t(lambda: int|'a'); t(lambda: int|1); t(lambda: list[int]|1)
t(lambda: None|int); t(lambda: type(U).__or__(U,None)); t(lambda: U.__origin__); t(lambda: U.__mro_entries__(1))
t(lambda: (int|list[str])|list[str])
t(lambda: type(U)()); 
t(lambda: type('X',(U,),{}))
t(lambda: (U).__parameters__)
t(lambda: (list[int]|dict)[1])
t(lambda: U==1)
t(lambda: U|[])
t(lambda: U|())
t(lambda: U|(1,))
t(lambda: type(U)[int,str,1])
t(lambda: type(U)[()])
class P:
    x=property(lambda s:1)
    @property
    def y(self): return 1
t(lambda: setattr(P(),'x',1)); t(lambda: setattr(P(),'y',1)); t(lambda: delattr(P(),'y'))
p=property(lambda s:1)
t(lambda: p.__set__(1,2)); t(lambda: p.__delete__(1)); t(lambda: property().__get__(1)); t(lambda:property().__set__(1,2))
t(lambda: p.__set_name__(1)); t(lambda: p.__set_name__(1,2)); t(lambda: p.__name__)
t(lambda: property().__name__)
class C: pass
t(lambda: classmethod(C.__init__).__isabstractmethod__)
def f(): pass
f.__isabstractmethod__=True
t(lambda: classmethod(f).__isabstractmethod__)
t(lambda: staticmethod(f).__isabstractmethod__)
t(lambda: property(f).__isabstractmethod__)
t(lambda: staticmethod(f).__dict__)
s=staticmethod(f)
t(lambda: setattr(s,'foo',1)); t(lambda: s.foo); t(lambda:sorted(s.__dict__))
t(lambda: classmethod())
