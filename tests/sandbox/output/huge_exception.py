# limits: --max-output 20000 --max-memory 134217728
# expect: status=1|3 error=ValueError kind=output max-out=20000
# An uncaught exception with a message of ten megabytes.
raise ValueError('x' * 10_000_000)
