# options: --mount /tmp:/tmp:rw
# What open() returns for text, and its methods.
import os
here = "/tmp/natrix-" + os.urandom(8).hex()
os.mkdir(here)
os.chdir(here)
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).replace(here, "HERE"))

f = open('a.txt', 'w+')
print(f, f.buffer, f.buffer.raw, f.mode, f.buffer.mode, f.buffer.raw.mode, f.name, f.encoding, f.errors)
print(f.readable(), f.writable(), f.seekable(), f.isatty(), f.closed, f.newlines, f.line_buffering, f.write_through)
print(f.write('hello\nwörld\n'), f.write(''), f.writelines(['x\n', 'y\n', 'last']))
print(f.tell(), f.seek(0), f.read(7), f.tell(), repr(f.readline()), f.tell(), repr(f.readline(1)), f.tell())
print(f.readlines(), repr(f.read()), repr(f.readline()), f.seek(0, 2), f.seek(0), list(f))
print(f.seek(0), f.readlines(3), f.readlines())
f.close()
print(f.closed, f, f.close())
for op in (f.read, f.readline, f.readlines, f.tell, f.flush, f.readable, f.__enter__, f.fileno, f.isatty, f.seekable,
           lambda: f.write('x'), lambda: f.seek(0), lambda: next(f), lambda: iter(f), lambda: f.truncate()):
    show(op)
with open('a.txt') as f:
    show(lambda: f.write('x'))
    for number, line in enumerate(f, 1):
        print(number, repr(line))
    show(lambda: next(f))
    print(f.tell())
with open('a.txt', 'w') as f:
    show(f.read)
    show(f.readline)
    show(lambda: next(f))
    show(lambda: f.write(5))
    show(lambda: f.write(b'x'))
    print(f.write('again'), file=f, end='')
print(open('a.txt').read())
with open('a.txt', 'a') as f:
    print(f.tell(), f.write('more'), f.tell())
print(open('a.txt').read())
with open('a.txt', 'r+') as f:
    print(f.read(2), f.seek(0), f.write('AG'), f.read(), f.seek(0), f.read())
    print(f.truncate(3), f.seek(0), f.read())
with open('new.txt', 'x') as f:
    f.write('made')
show(lambda: open('new.txt', 'x'))
print(open('new.txt', encoding='latin-1').encoding, open('new.txt', 'rt').mode, open(b'new.txt').name)
class P:
    def __fspath__(self): return 'new.txt'
print(open(P()).name)
with open('new.txt') as f:
    it = iter(f)
    print(it is f, next(f))
    show(f.tell)
    print(list(f), f.tell())
f = open('new.txt')
b = f.detach()
print(b.read(), b)
show(f.read)
show(lambda: f.closed)
for top, dirs, files in os.walk(here, topdown=False):
    for name in files:
        os.remove(os.path.join(top, name))
    os.rmdir(top)

