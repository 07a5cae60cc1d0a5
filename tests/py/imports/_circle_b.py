print('circle b starts')
import _circle_a
value = 'b'
print('circle b sees', hasattr(_circle_a, 'value'))
try:
    from _circle_a import value as v
except ImportError as e:
    print(str(e).split(' (')[0])
