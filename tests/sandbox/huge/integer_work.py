# limits: --max-memory 134217728 --max-steps 20000000 --timeout 20
# expect: status=3 kind=steps|time
# Work of big integers is charged by its size.
x = 3**200000
n = 0
while True:
    n += (x * x) % (x - 1) > 0
    n += x // 12345678901234567890123 > 0
