# options: --mount {dir}:{dir}:ro --cwd {dir}
# A module that fails is not kept; circular imports see partial modules.
import sys
for _ in range(2):
    try:
        import _broken
    except ZeroDivisionError as e:
        print(type(e).__name__, '_broken' in sys.modules)
import _circle_a
print(_circle_a.value, _circle_a._circle_b.value)
sys.modules['_none'] = None
try:
    import _none
except ModuleNotFoundError as e:
    print(e)
sys.modules['_fake'] = 'anything'
import _fake
print(_fake)
del sys.modules['_fake'], sys.modules['_none']
