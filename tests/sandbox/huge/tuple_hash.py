# limits: --max-memory 67108864 --max-steps 20000000
# expect: status=3 kind=steps
# The same for hash.
x = ('spam',)
for _ in range(60):
    x = (x, x)
print(hash(x))
