# try statements in loops with break and continue in each part.
def run(where, what):
    log = []
    for i in range(3):
        try:
            log.append(f't{i}')
            if where == 'try' and i == 1:
                if what == 'break': break
                continue
            if i == 1: raise ValueError
        except ValueError:
            log.append(f'e{i}')
            if where == 'except':
                if what == 'break': break
                continue
        else:
            log.append(f'l{i}')
            if where == 'else':
                if what == 'break': break
                continue
        finally:
            log.append(f'f{i}')
        log.append(f'end{i}')
    else:
        log.append('loop else')
    return log
for where in ('try', 'except', 'else', 'none'):
    for what in ('break', 'continue'):
        print(where, what, *run(where, what))
def count():
    attempts = 0
    while True:
        attempts += 1
        try:
            if attempts < 3: raise KeyError(attempts)
        except KeyError as e:
            print('retry', e)
            continue
        finally:
            print('cleanup', attempts)
        return attempts
print(count())
def nested():
    for i in range(3):
        try:
            try:
                if i == 0: continue
                if i == 1: raise ValueError(i)
                return i
            finally:
                print('inner', i)
        except ValueError as e:
            print('outer except', e)
        finally:
            print('outer', i)
print(nested())
