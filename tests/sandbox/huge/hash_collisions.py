# limits: --max-memory 134217728 --max-steps 100000000 --timeout 20
# expect: status=0|3 last=ok kind=steps
# Keys that collide by design: either the table copes or it is charged.
step = 2**61 - 1
d = {}
for i in range(20000):
    d[i * step] = i
s = {1 << (61 * k) for k in range(300)}
print(len(d) == 20000)
print('ok')
