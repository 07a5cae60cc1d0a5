# What was printed before an error stays; a file that is not the standard output gets every piece by itself.
class Log:
    def __init__(self): self.got = []
    def write(self, text): self.got.append(text)
    def flush(self): self.got.append('flush')


class Loud:
    def __str__(self):
        print('inside')
        return 'loud'


class Broken:
    def __str__(self): raise ValueError('broken')


print('a', Loud(), 'b')
for values in (('a', Broken()), (1, 2, Broken(), 3), (Broken(),), ('x', 10 ** 5000)):
    try:
        print(*values, sep='-')
    except ValueError as e:
        print('|', str(e)[:30])
log = Log()
print('a', 1, Loud(), file=log, flush=True)
print(file=log)
print('a', 'b', sep='', end='', file=log)
try:
    print('a', Broken(), 'b', file=log)
except ValueError as e:
    print(e)
print(log.got)
for bad in (object(), 5):
    try:
        print('x', file=bad)
    except AttributeError as e:
        print(str(e)[-30:])


class NoFlush:
    def write(self, text): pass


try:
    print('x', file=NoFlush(), flush=True)
except AttributeError as e:
    print(e)
try:
    print('x', sep=1)
except TypeError as e:
    print(e)
