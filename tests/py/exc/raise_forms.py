# raise with classes, instances, nothing, and wrong things.
def show(f):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__, e, e.args)
def a(): raise ValueError
def b(): raise ValueError('m', 2)
def c(): raise
def d(): raise 5
def e(): raise int
def f(): raise 'text'
def g(): raise None
def h(): raise ValueError from 5
class E(Exception):
    def __init__(self, a, b=2):
        self.a, self.b = a, b
    def __str__(self):
        return f'E:{self.a}:{self.b}'
def i(): raise E(1)
def j(): raise E
def k(): raise ValueError() from None
class NotExc: pass
def l(): raise NotExc()
def m(): raise NotExc
class New(Exception):
    def __new__(cls): return 5
def n(): raise New
for fn in (a, b, c, d, e, f, g, h, i, j, k, l, m, n):
    show(fn)
def reraise():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            raise
        except ZeroDivisionError as e:
            print('again', e)
        raise
show(reraise)
try:
    try:
        raise ValueError(1)
    except TypeError or 5:
        pass
except ValueError as x:
    print(x)
try:
    try:
        1 / 0
    except 5:
        pass
except TypeError as x:
    print(x)
