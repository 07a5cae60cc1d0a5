"""Helper module A."""
print('importing _mod_a as', __name__)
VALUE = 'a'
_private = 'hidden'
def func():
    return VALUE
def change(v):
    global VALUE
    VALUE = v
class Klass:
    pass
