# Annotations have no effect until they are read; then they run each time from __annotate__.
def note(x):
    print('evaluated', x)
    return x
def f(a: note('a'), b: note('b') = 1) -> note('ret'):
    return a
print('defined')
print(f(1))
print(f.__annotations__)
print(f.__annotations__)
class C:
    x: note('class x')
    if False:
        y: note('never')
    z: note('z') = 3
print('class made')
print(list(C.__annotations__))
print(C.__annotate__ is not None)
C.__annotations__ = {'replaced': 1}
print(C.__annotations__)
class D(C): pass
print(D.__annotations__)
m: note('module')
print('end')
