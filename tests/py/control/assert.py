# assert with and without a message.
assert True
assert 1, 'unused'
def show(f):
    try:
        f()
    except AssertionError as e:
        print(type(e).__name__, e.args, str(e))
def a(): assert False
def b(): assert 0, 'message'
def c(): assert [], ('tuple', 1)
def d(): assert None, None
def e(): assert '' or (), f'{1 + 1}'
for f in (a, b, c, d, e):
    show(f)
print(__debug__)
x = []
try:
    assert x, x.append(1)
except AssertionError as err:
    print(err.args, x)
