# options: --mount /tmp:/tmp:rw
# Line ends, encodings and their errors.
import os
here = "/tmp/natrix-" + os.urandom(8).hex()
os.mkdir(here)
os.chdir(here)
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).replace(here, "HERE"))

with open('n', 'wb') as f:
    f.write(b'unix\ndos\r\nmac\rlast')
for newline in (None, '', '\n', '\r', '\r\n'):
    with open('n', newline=newline) as f:
        print(repr(newline), list(f), f.newlines)
    with open('n', newline=newline) as f:
        print(repr(f.read(6)), f.tell(), repr(f.readline()), f.tell(), repr(f.read()), f.tell())
for newline in (None, '', '\n', '\r', '\r\n'):
    with open('w', 'w', newline=newline) as f:
        print(f.write('a\nb\r\nc'))
    print(repr(newline), open('w', 'rb').read())
text = 'grün ☃ 𝄞\n'
for encoding in ('utf-8', 'utf-16', 'utf-16-le', 'utf-32', 'latin-1', 'ascii', 'utf-8-sig', 'cp1252'):
    try:
        with open('e', 'w', encoding=encoding) as f:
            f.write(text)
            f.write(text)
    except UnicodeEncodeError as e:
        print(encoding, e.reason, e.start, e.object)
    data = open('e', 'rb').read()
    print(encoding, data[:12], len(data))
    with open('e', encoding=encoding) as f:
        print(f.encoding, list(f))
for errors in ('ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace'):
    with open('e', 'w', encoding='ascii', errors=errors) as f:
        print(f.errors, f.write('a☃b'))
    print(open('e').read())
with open('bad', 'wb') as f:
    f.write(b'ok\nbad \xff\xfe here\n')
for errors in ('strict', 'ignore', 'replace', 'surrogateescape', 'backslashreplace'):
    try:
        with open('bad', errors=errors) as f:
            print(errors, ascii(f.readlines()))
    except UnicodeDecodeError as e:
        print(errors, e)
with open('bad', 'w', errors='surrogateescape') as f:
    f.write('\udcff')
print(open('bad', 'rb').read())
show(lambda: open('bad', 'w').write('\ud800'))
show(lambda: open('n', encoding='nope'))
show(lambda: open('n', errors='nope').read())
show(lambda: open('n', encoding=5))
show(lambda: open('n', newline='x'))
show(lambda: open('n', newline=5))
show(lambda: open('n', 'rb', encoding='utf-8'))
with open('l', 'w') as f:
    f.write('é' * 50000 + '\n' + 'z' * 50000 + '\nend')
with open('l') as f:
    lines = f.readlines()
    print([len(line) for line in lines], f.tell())
with open('l') as f:
    print(len(f.read(60000)), f.tell(), f.read(3), f.seek(100001), f.read(2), f.readline()[-3:], f.readline())
for top, dirs, files in os.walk(here, topdown=False):
    for name in files:
        os.remove(os.path.join(top, name))
    os.rmdir(top)

