# What return, break and continue do inside try/finally.
def a():
    try:
        return 'try'
    finally:
        print('cleanup a')
def c():
    for i in range(3):
        try:
            if i == 1:
                break
            continue
        finally:
            print('c', i)
    return i
def d():
    while True:
        try:
            try:
                return 'value'
            finally:
                print('inner')
        finally:
            print('outer')
def e():
    x = 1
    try:
        return x
    finally:
        x = 2
def f():
    try:
        raise ValueError('lost?')
    except ValueError:
        return 'handled'
    else:
        return 'else'
    finally:
        print('f finally')
def g():
    try:
        pass
    except Exception:
        return 1
    else:
        return 'from else'
    finally:
        print('g finally')
print(a(), c(), d(), e(), f(), g())
