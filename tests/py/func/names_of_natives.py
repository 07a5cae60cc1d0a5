import math
print(math.sqrt.__qualname__, len.__qualname__, [].append.__qualname__, dict.fromkeys.__qualname__, str.maketrans.__qualname__, math.sqrt, str.join.__qualname__, object.__init_subclass__.__qualname__)
def t(f, *a, **k):
    try: f(*a, **k)
    except TypeError as e: print(e)
t(math.sqrt); t(math.sqrt, 1, 2); t(math.sqrt, x=1); t(len); t(len, a=1); t([].append); t([].append, x=1); t(list.append); t(dict.fromkeys); t(list.append, 3)
for f in (math.sqrt, len, [].append, dict.fromkeys):
    try: f(*1)
    except TypeError as e: print(e)
