__all__ = ['first', 'second']
second = 2
def __getattr__(name):
    if name in ('made', 'fifth'):
        return name.upper()
    if name == 'broken':
        raise ValueError(name)
    if not name.startswith('__'):
        print('asked for', name)
    raise AttributeError(name)
