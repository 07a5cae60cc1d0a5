# A matrix class with operators, indexing, equality, transposition and power.
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    @property
    def shape(self): return len(self.rows), len(self.rows[0])
    def __add__(self, o):
        if not isinstance(o, Matrix): return NotImplemented
        if self.shape != o.shape: raise ValueError(f'shapes {self.shape} and {o.shape} differ')
        return Matrix([a + b for a, b in zip(r, s)] for r, s in zip(self.rows, o.rows))
    def __mul__(self, k): return Matrix([k * x for x in r] for r in self.rows)
    __rmul__ = __mul__
    def __matmul__(self, o): return Matrix([sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows)
    def __pow__(self, n):
        out, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1: out = out @ base
            base, n = base @ base, n >> 1
        return out
    def __getitem__(self, ij): return self.rows[ij[0]][ij[1]] if isinstance(ij, tuple) else self.rows[ij]
    def __setitem__(self, ij, v): self.rows[ij[0]][ij[1]] = v
    def __eq__(self, o): return isinstance(o, Matrix) and self.rows == o.rows
    def __neg__(self): return self * -1
    def __sub__(self, o): return self + -o
    def __iter__(self): return (x for r in self.rows for x in r)
    def __len__(self): return len(self.rows)
    def __repr__(self): return 'Matrix(' + ', '.join(map(str, self.rows)) + ')'
    def __str__(self): return '\n'.join(' '.join(f'{x:>3}' for x in r) for r in self.rows)
    @property
    def T(self): return Matrix(zip(*self.rows))
    def __contains__(self, x): return any(x in r for r in self.rows)
    def __bool__(self): return any(self)
m, n = Matrix([[1, 2], [3, 4]]), Matrix([[0, 1], [1, 0]])
print(m + n, m @ n, 2 * m, m * 3, -m, m - n, m ** 5, m.T, m == m.T.T, m != n, m.shape, len(m))
print(m, m[0, 1], m[1], list(m), 4 in m, bool(Matrix([[0]])), sum(m), max(m), sep='\n')
m[0, 0] = 9
print(repr(m), (Matrix([[1, 1], [1, 0]]) ** 90)[0, 1], Matrix.identity(2) == Matrix([[1, 0], [0, 1]]))
for f in (lambda: m + Matrix([[1]]), lambda: m + 1, lambda: m[5, 5], lambda: hash(m), lambda: m < n):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
