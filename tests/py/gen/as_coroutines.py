# Generators as coroutines: a scheduler, accumulators, and a parser fed by send.
def accumulate():
    total = 0
    while True:
        x = yield total
        if x is None:
            return total
        total += x
a = accumulate()
next(a)
print(a.send(1), a.send(10), a.send(100))
try:
    a.send(None)
except StopIteration as e:
    print('final', e.value)
def task(name, n):
    for i in range(n):
        print(name, i)
        yield
    return name
def scheduler(tasks):
    done = []
    while tasks:
        t = tasks.pop(0)
        try:
            next(t)
            tasks.append(t)
        except StopIteration as e:
            done.append(e.value)
    return done
print(scheduler([task('a', 3), task('b', 1), task('c', 2)]))
def words():
    word, out = '', []
    while True:
        c = yield
        if c is None:
            return out + [word] if word else out
        if c == ' ':
            if word: out.append(word)
            word = ''
        else:
            word += c
def feed(text):
    w = words()
    next(w)
    for c in text:
        w.send(c)
    try:
        w.send(None)
    except StopIteration as e:
        return e.value
print(feed('to be  or not'))
