# options: --mount /tmp:/tmp:rw
# What open() returns for bytes, with and without a buffer.
import os
here = "/tmp/natrix-" + os.urandom(8).hex()
os.mkdir(here)
os.chdir(here)
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).replace(here, "HERE"))

with open('b', 'wb') as f:
    print(f, f.raw, f.mode, f.name, f.readable(), f.writable(), f.seekable())
    print(f.write(b'one\ntwo\n'), f.write(bytearray(b'three')), f.write(memoryview(b'!')), f.tell())
    show(f.read)
    show(lambda: f.write('text'))
    show(lambda: f.write(5))
with open('b', 'rb') as f:
    print(f, f.raw, f.readline(), f.read(2), f.tell(), f.peek()[:3], f.read1(2), f.tell(), f.read(), f.read(), f.read(5))
    print(f.seek(-3, 2), f.read(2), f.seek(1, 1), f.seek(0), f.readlines(), f.seek(2), list(f))
    buf = bytearray(4)
    print(f.seek(0), f.readinto(buf), buf, f.readinto1(buf), buf, f.seek(12), f.readinto(buf), buf)
    show(lambda: f.write(b'x'))
    show(lambda: f.truncate(2))
    show(lambda: f.seek(-1))
    show(lambda: f.seek(0, 5))
    show(lambda: f.read(-5))
    show(lambda: f.readinto(b'abc'))
    show(lambda: f.readinto('abc'))
for op in (f.read, f.read1, f.peek, f.readline, f.tell, f.flush, lambda: f.seek(0), f.readable, f.fileno, lambda: next(f)):
    show(op)
print(f, f.raw)
with open('b', 'r+b') as f:
    print(f, f.read(3), f.write(b'-'), f.read(3), f.tell(), f.seek(0), f.read())
    print(f.seek(4), f.write(b'TW'), f.flush(), f.seek(0), f.read(), f.truncate(5), f.seek(0), f.read())
with open('b', 'ab+') as f:
    print(f, f.tell(), f.write(b'end'), f.seek(0), f.read(2), f.tell(), f.write(b'END'))
print(open('b', 'rb').read())
with open('b', 'w+b', buffering=0) as f:
    print(f, f.mode, f.write(b'raw'), f.seek(1), f.read(), f.readall(), f.tell(), f.closefd, f.truncate(1), f.seek(0), f.readall())
    show(lambda: f.write('x'))
with open('b', 'rb', 0) as f:
    show(lambda: f.write(b'x'))
    print(f.read(10), f.read(10))
print(f)
show(f.read)
with open('b', 'wb', buffering=2) as f:
    print(f.write(b'abcdefgh'), os.stat('b').st_size, f.write(b'i'), f.tell())
with open('big', 'wb') as f:
    for i in range(50):
        f.write((b'%06d' % i * 1000 + b'\n'))
print(os.path.getsize('big'))
with open('big', 'rb') as f:
    print([len(line) for line in f] == [6001] * 50, f.seek(6001 * 49), f.read(6), f.seek(100000), f.read(5), len(f.read(150000)), len(f.read()))
import io
print(isinstance(f, io.BufferedReader), isinstance(f, io.BufferedIOBase), isinstance(f, io.IOBase), isinstance(f.raw, io.RawIOBase))
for top, dirs, files in os.walk(here, topdown=False):
    for name in files:
        os.remove(os.path.join(top, name))
    os.rmdir(top)

