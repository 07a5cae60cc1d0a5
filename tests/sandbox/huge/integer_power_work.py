# limits: --max-memory 134217728 --max-steps 20000000 --timeout 20
# expect: status=1|3 error=MemoryError kind=steps|time
# One modular power that would take hours.
m = 3**50000
pow(7, 5**50000, m)
