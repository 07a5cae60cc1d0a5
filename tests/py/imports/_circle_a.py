print('circle a starts')
import _circle_b
value = 'a'
print('circle a ends', _circle_b.value)
