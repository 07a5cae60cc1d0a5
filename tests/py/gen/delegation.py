# A generator that delegates again and again; values both ways.
def accumulate():
    total = 0
    while True:
        x = yield total
        if x is None:
            return total
        total += x
def delegator():
    while True:
        r = yield from accumulate()
        print('sub result', r)
d = delegator()
next(d)
print(d.send(5), d.send(6), d.send(None), d.send(7))
d.close()
def bidirectional():
    received = []
    try:
        while len(received) < 3:
            received.append((yield len(received)))
    finally:
        print('received', received)
b = bidirectional()
print([b.send(x) for x in (None, 'p', 'q')])
b.close()
