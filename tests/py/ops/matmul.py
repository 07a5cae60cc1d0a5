# The @ operator and its dunders.
class M:
    def __init__(self, *rows):
        self.rows = rows
    def __matmul__(self, o):
        cols = list(zip(*o.rows))
        return M(*[[sum(a * b for a, b in zip(r, c)) for c in cols] for r in self.rows])
    def __rmatmul__(self, k):
        return ('rmatmul', k)
    def __imatmul__(self, o):
        return 'imatmul'
a, b = M([1, 2], [3, 4]), M([0, 1], [1, 0])
print((a @ b).rows, 5 @ a)
a @= b
print(a)
for f in (lambda: 1 @ 2, lambda: [1] @ [2]):
    try:
        f()
    except TypeError as e:
        print(e)
