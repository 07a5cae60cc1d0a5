# try/except/else/finally in all combinations.
def run(f):
    try:
        r = f()
    except TypeError as e:
        print('TypeError', e)
    except (KeyError, IndexError) as e:
        print('lookup', type(e).__name__, e)
    except ArithmeticError:
        print('arithmetic')
    except Exception as e:
        print('other', type(e).__name__, e)
    except:
        print('bare')
    else:
        print('else', r)
    finally:
        print('finally')
def exit_(): raise SystemExit(3)
for f in (lambda: 1, lambda: 1 + 'a', lambda: {}['k'], lambda: [][1], lambda: 1 / 0, lambda: int('x'), exit_):
    run(f)
try:
    try:
        1 / 0
    finally:
        print('inner finally')
except ZeroDivisionError as e:
    print('outer', e)
def which():
    return ValueError
try:
    raise ValueError('computed class')
except which() as e:
    print(e)
try:
    try:
        raise KeyError('k')
    except ValueError:
        print('not here')
except KeyError:
    print('passed through')
