# Where the parts of a group and the group that except* makes come from.
import traceback
try:
    try: 1/0
    except* ZeroDivisionError as e:
        print([x.lineno for x in traceback.extract_tb(e.__traceback__)])
        raise KeyError
except* KeyError as e: print([x.lineno for x in traceback.extract_tb(e.__traceback__)], e.__suppress_context__)
g=ExceptionGroup('a',[ValueError(1),KeyError(2)])
a,b=g.split(ValueError)
print(a.__suppress_context__,b.__suppress_context__, g.derive([ValueError()]).__suppress_context__, g.subgroup(KeyError).__suppress_context__)
