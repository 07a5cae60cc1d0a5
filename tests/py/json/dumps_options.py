# json.dumps: values, keys and options.
import json
class E(int): pass
import enum
class C(enum.IntEnum): A=1
for args in [({1:2,1.5:3,None:4,True:5,'a':6},{}),([1.0,1e16,1e-7,float('inf'),float('nan'),-0.0],{}),({(1,2):3},{'skipkeys':True}),({(1,2):3,'a':1},{'skipkeys':True,'indent':2}),([],{'indent':2}),({},{'indent':2}),([[],{}],{'indent':2}),([1,[2,3],{'a':[4]}],{'indent':2}),([1,2],{'indent':0}),([1,2],{'indent':'\t'}),([1,2],{'indent':-1}),([1,2],{'indent':True}),({'b':1,'a':2},{'sort_keys':True}),({'b':1,2:2},{'sort_keys':True}),([1,2],{'separators':(',',':')}),([1,2],{'separators':[',',':']}),({'a':1},{'separators':(' ,',' :'),'indent':1}),("é\u2028\U0001F600\x7f\x00\"\\/",{}),("é\u2028\U0001F600\x7f\x00\"\\/",{'ensure_ascii':False}),("\ud800",{}),("\ud83d\ude00",{}),(C.A,{}),([C.A,{C.A:C.A}],{}),(E(5),{}),({E(5):1},{}),([float('nan')],{'allow_nan':False}),({float('nan'):1},{'allow_nan':False}),({1.5:1,float('inf'):2},{}),(10**30,{}),({10**30:1},{}),({'a':{1,2}},{}),([object],{}),((1,(2,)),{}),({'a':[1,{'b':2}]},{'indent':3,'sort_keys':True}),([1,2],{'indent':2.5}),([1],{'separators':('a',)}), ({'a':{'z':1,'y':2},'A':1},{'sort_keys':True})]:
    try: print(repr(json.dumps(args[0],**args[1])))
    except Exception as e: print(type(e).__name__, e, getattr(e,'__notes__',None))
l=[]; l.append(l)
try: json.dumps(l)
except Exception as e: print(type(e).__name__, e, getattr(e,'__notes__',None))
