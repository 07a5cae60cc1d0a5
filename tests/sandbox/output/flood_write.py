# limits: --max-output 20000
# expect: status=3 kind=output max-out=20000
# The same through sys.stdout.write and writelines.
import sys
while True:
    try:
        sys.stdout.write('x' * 100)
        sys.stdout.writelines(['y'] * 100)
    except BaseException:
        pass
