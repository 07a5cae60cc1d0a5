# limits: --max-output 20000 --max-memory 134217728
# expect: status=3 kind=output max-out=20000
# One print of ten megabytes.
print('x' * 10_000_000)
print('never')
