# limits: --max-steps 50000000
# expect: status=1 error=ZeroDivisionError
# Exceptions whose own parts raise while they are reported.
class Evil(str):
    def __str__(self): raise ValueError('str')
    def __repr__(self): raise ValueError('repr')
    def __len__(self): raise ValueError('len')
    def __format__(self, s): raise ValueError('format')
class E(Exception):
    def __str__(self): raise KeyError('in str')
    def __repr__(self): raise KeyError('in repr')
    @property
    def __cause__(self): raise KeyError('cause')
    @property
    def __notes__(self): raise KeyError('notes')
    @property
    def __traceback__(self): raise KeyError('traceback')
try:
    try:
        raise E(Evil('x'))
    except E:
        raise NameError(Evil('y'), name=Evil('z'))
except NameError as e:
    e.__notes__ = [Evil('n'), 5, None]
    1 / 0
