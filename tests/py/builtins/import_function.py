# __import__ and what it returns.
m = __import__('math')
print(m.floor(2.7), __import__('os.path').__name__, __import__('os.path', fromlist=['join']).__name__ in ('posixpath', 'os.path'))
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: __import__('does_not_exist'))
show(lambda: __import__('math.nope'))
show(lambda: __import__(''))
show(lambda: __import__(5))
show(lambda: __import__('.x'))
show(lambda: __import__('math', level=-1))
show(lambda: __import__())
import importlib
print(importlib.import_module('math') is m)
