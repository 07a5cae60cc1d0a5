# limits: --max-memory 67108864 --max-steps 500000000
# expect: status=1 error=MemoryError
# A small structure whose repr is exponential.
x = ['spam']
for _ in range(40):
    x = [x, x]
print(len(repr(x)))
