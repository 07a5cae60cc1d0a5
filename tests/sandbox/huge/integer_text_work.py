# limits: --max-memory 134217728 --max-steps 20000000 --timeout 20
# expect: status=3 kind=steps|time
# Number text without the digit limit is still charged.
import sys
sys.set_int_max_str_digits(0)
while True:
    int(str(3**100000))
