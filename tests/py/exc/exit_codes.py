# sys.exit with a text prints it to stderr and gives status 1.
import sys
try:
    sys.exit(3)
except SystemExit as e:
    print(e.code, repr(e))
try:
    exit_code = 0
    raise SystemExit
except SystemExit as e:
    print(e.code)
try:
    print('working')
finally:
    print('cleanup')
sys.exit('fatal: no config')
