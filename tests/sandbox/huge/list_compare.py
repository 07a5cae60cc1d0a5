# limits: --max-memory 67108864 --max-steps 20000000
# expect: status=3 kind=steps
# A small structure whose comparison is exponential.
x, y = ['spam'], ['spam']
for _ in range(40):
    x, y = [x, x], [y, y]
print(x == y)
