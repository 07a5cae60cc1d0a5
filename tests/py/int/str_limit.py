# Conversions between long decimal text and int are limited.
import sys
print(sys.get_int_max_str_digits())
def show(f):
    try:
        print(f())
    except ValueError as e:
        print(e)
show(lambda: len(str(10 ** 4299)))
show(lambda: str(10 ** 4300))
show(lambda: len(str(int('1' * 4300))))
show(lambda: int('1' * 4301))
show(lambda: len(hex(10 ** 5000)))
show(lambda: int('f' * 5000, 16) > 0)
show(lambda: repr(10 ** 5000))
show(lambda: f'{10 ** 5000}')
show(lambda: '%d' % 10 ** 3)
show(lambda: int('1' * 5000, 7) > 0)
sys.set_int_max_str_digits(0)
show(lambda: len(str(10 ** 5000)))
show(lambda: sys.set_int_max_str_digits(5))
