# __context__, __cause__, __suppress_context__.
def chain(e):
    while e:
        print(' ', type(e).__name__, e, '| cause', repr(e.__cause__), '| context', repr(e.__context__), '| suppress', e.__suppress_context__)
        e = e.__cause__ or (None if e.__suppress_context__ else e.__context__)
def implicit():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError('while handling')
def explicit():
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise ValueError('because') from z
def hidden():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError('hidden') from None
def in_finally():
    try:
        raise KeyError('first')
    finally:
        raise ValueError('in finally')
def after():
    try:
        1 / 0
    except ZeroDivisionError:
        pass
    raise ValueError('no context')
def nested():
    try:
        try:
            raise KeyError(1)
        except KeyError:
            raise IndexError(2)
    except IndexError:
        raise ValueError(3)
def same():
    try:
        raise KeyError(1)
    except KeyError as e:
        raise e
def by_class():
    raise ValueError('x') from KeyError
for f in (implicit, explicit, hidden, in_finally, after, nested, same, by_class):
    try:
        f()
    except Exception as e:
        print(f.__name__)
        chain(e)
