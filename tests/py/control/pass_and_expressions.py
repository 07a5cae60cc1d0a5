# Statements that do nothing, bare expressions, docstrings of modules.
"not a docstring, a comment came first? it still is one"
pass
1
'x'
[]
...
lambda: 0
if True: pass
else: print('no')
while False: pass
for _ in (): pass
def f(): ...
class C: ...
try: pass
finally: pass
print(f(), C.__name__, __doc__)
None
print(__name__)
