# options: --mount /tmp:/tmp:rw
# What one stream has written, others read as if it were there: buffers are written before other operations, and when the program ends.
import os
here = "/tmp/natrix-" + os.urandom(8).hex()
os.mkdir(here)
os.chdir(here)
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).replace(here, "HERE"))

open('a', 'w').write('text')
print(open('a').read(), os.path.getsize('a'))
f = open('b', 'wb')
f.write(b'bytes')
f.flush()
print(os.stat('b').st_size)
f.write(b' and more')
f.close()
print(open('b', 'rb').read())
with open('c', 'w') as f:
    for i in range(5):
        f.write('%d\n' % i)
    f.flush()
    print(open('c').read().split())
with open('d', 'a') as f, open('d', 'a') as g:
    for i in range(3):
        f.write('f%d ' % i)
        f.flush()
        g.write('g%d ' % i)
        g.flush()
print(open('d').read())
import io
t = io.TextIOWrapper(io.BufferedWriter(io.FileIO('e', 'w')), encoding='utf-8', line_buffering=True)
print(t, t.write('line\npart'))
print(open('e').read())
t.close()
for top, dirs, files in os.walk(here, topdown=False):
    for name in files:
        os.remove(os.path.join(top, name))
    os.rmdir(top)

