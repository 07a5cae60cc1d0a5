# A subclass's reflected method is tried first; NotImplemented on both sides ends in TypeError.
class Base:
    def __init__(self, n='base'): self.n = n
    def __add__(self, o): return f'{self.n}.add'
    def __radd__(self, o): return f'{self.n}.radd'
    def __eq__(self, o): return f'{self.n}.eq'
    def __lt__(self, o): return f'{self.n}.lt'
    def __gt__(self, o): return f'{self.n}.gt'
class Same(Base): pass
class Over(Base):
    def __radd__(self, o): return f'{self.n}.over radd'
    def __eq__(self, o): return f'{self.n}.over eq'
    def __gt__(self, o): return f'{self.n}.over gt'
print(Base('a') + Same('b'), Base('a') + Over('b'), Over('a') + Base('b'), Over('a') + Over('b'))
print(Base('a') == Over('b'), Base('a') < Over('b'), Base('a') > Over('b'), Over('a') < Base('b'), Base('a') == Same('b'))
class N:
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return NotImplemented
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
    def __contains__(self, o): return NotImplemented
x, y = N(), N()
def show(f):
    try:
        print(f())
    except TypeError as e:
        print(e)
show(lambda: x + y)
show(lambda: x + 1)
show(lambda: 1 + x)
show(lambda: x == y)
show(lambda: x == x)
show(lambda: x != y)
show(lambda: x < y)
show(lambda: x > 1)
show(lambda: 1 in x)
class Int(int):
    def __radd__(self, o): return 'Int.radd'
    def __rsub__(self, o): return 'Int.rsub'
    def __lt__(self, o): return 'Int.lt'
print(1 + Int(2), 1 - Int(2), 1 > Int(2), Int(1) + 1, 1.5 + Int(1))
class Str(str):
    def __rmod__(self, o): return 'Str.rmod'
    def __radd__(self, o): return 'Str.radd'
print('a' + Str('b'), 'x' % Str('y'))
class Lst(list):
    def __radd__(self, o): return 'Lst.radd'
print([1] + Lst([2]))
