# options: --mount /tmp:/tmp:rw
# os: what is known of files, folders, renaming, removing, and the errors.
import os
here = "/tmp/natrix-" + os.urandom(8).hex()
os.mkdir(here)
os.chdir(here)
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).replace(here, "HERE"))

open('f', 'w').write('12345')
st = os.stat('f')
print(st.st_size, len(st), st[6], os.path.isfile('f'), os.path.isdir('f'), os.path.exists('nope'), os.path.getsize('f'))
import stat
print(stat.S_ISREG(st.st_mode), stat.S_ISDIR(os.stat('.').st_mode), st.st_mtime == os.path.getmtime('f'), type(st.st_mtime_ns), st.st_mtime_ns // 10**9 == int(st.st_mtime))
os.mkdir('d')
os.makedirs('d/e/f')
os.makedirs('d/e/f', exist_ok=True)
show(lambda: os.makedirs('d/e/f'))
show(lambda: os.mkdir('d'))
show(lambda: os.mkdir('no/way'))
open('d/x.txt', 'w').close()
open('d/e/y.txt', 'w').close()
print(sorted(os.listdir()), sorted(os.listdir('d')), sorted(os.listdir(b'd')))
print([(t.replace(here, 'HERE'), sorted(d), sorted(f)) for t, d, f in os.walk('d')])
print([(t, sorted(d), sorted(f)) for t, d, f in os.walk('d', topdown=False)])
with os.scandir('d') as it:
    print(sorted((e.name, e.path, e.is_dir(), e.is_file(), e.is_symlink(), repr(e), e.stat().st_size) for e in it))
os.rename('f', 'g')
os.replace('g', 'd/g')
print(os.path.exists('f'), open('d/g').read())
show(lambda: os.rename('nope', 'x'))
show(lambda: os.rename('d', 'd/e/z'))
show(lambda: os.remove('nope'))
show(lambda: os.remove('d'))
show(lambda: os.unlink('d/g'))
show(lambda: os.rmdir('d'))
show(lambda: os.rmdir('nope'))
show(lambda: os.rmdir('d/x.txt'))
show(lambda: os.listdir('nope'))
show(lambda: os.listdir('d/x.txt'))
show(lambda: os.scandir('nope'))
show(lambda: os.stat('nope'))
show(lambda: os.stat('d/x.txt/y'))
show(lambda: os.stat(''))
show(lambda: os.chdir('nope'))
show(lambda: os.chdir('d/x.txt'))
show(lambda: open('d'))
show(lambda: open('d', 'w'))
show(lambda: open('nope/x', 'w'))
show(lambda: open(''))
show(lambda: open('d/x.txt/y'))
show(lambda: os.stat('a\0b'))
show(lambda: os.stat(1.5))
show(lambda: os.listdir(1.5))
show(lambda: os.mkdir([]))
show(lambda: os.unlink(5))
show(lambda: os.readlink('d'))
for bad in (os.stat, os.remove, os.listdir, open):
    try:
        bad('nope')
    except OSError as e:
        print(e.errno, e.strerror, e.filename, e.filename2, type(e).__name__, e.args)
try:
    os.rename('nope', 'other')
except OSError as e:
    print(e.filename, e.filename2)
os.chdir('d/e')
print(os.getcwd().replace(here, 'HERE'), os.getcwdb().replace(here.encode(), b'HERE'), os.listdir('f'), os.path.abspath('q').replace(here, 'HERE'))
os.chdir('..')
print(os.getcwd().replace(here, 'HERE'), sorted(os.listdir('.')), os.path.realpath('e/../x.txt').replace(here, 'HERE'))
print(os.path.samefile('x.txt', here + '/d/x.txt'), os.access('x.txt', os.R_OK), os.access('nope', os.F_OK))
os.removedirs('e/f') if not os.path.exists('e/y.txt') else os.remove('e/y.txt')
os.removedirs('e/f')
print(os.listdir('.'))
os.chdir(here)
open('xä☃', 'w').close()
print(sorted(os.listdir()), 'xä☃'.encode() in os.listdir(b'.'))
os.truncate('d/x.txt', 3)
print(open('d/x.txt', 'rb').read())
os.utime('d/x.txt', (1000, 2000.5))
print(os.stat('d/x.txt').st_atime, os.stat('d/x.txt').st_mtime, os.stat('d/x.txt').st_mtime_ns)
os.chmod('d/x.txt', 0o640)
print(oct(os.stat('d/x.txt').st_mode))
fd = os.open('low', os.O_RDWR | os.O_CREAT | os.O_EXCL)
print(fd >= 3, os.write(fd, b'abc'), os.lseek(fd, 1, 0), os.read(fd, 10), os.fstat(fd).st_size, os.close(fd))
show(lambda: os.read(fd, 1))
with open('low', 'rb') as f:
    print(os.fstat(f.fileno()).st_size, os.read(f.fileno(), 2))
with os.fdopen(os.open('low', os.O_RDONLY)) as f:
    print(f.read(), type(f.name))
print(open('opened', 'w', opener=lambda p, flags: os.open(p, flags, 0o600)).write('x'))
for top, dirs, files in os.walk(here, topdown=False):
    for name in files:
        os.remove(os.path.join(top, name))
    os.rmdir(top)

