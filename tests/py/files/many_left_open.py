# options: --mount /tmp:/tmp:rw
# Files that nobody holds any more are closed, so a program never runs out of them.
import os
name = "/tmp/natrix-" + os.urandom(8).hex()
open(name, 'w').write('text')
for i in range(400):
    open(name).read(1)
held = [open(name) for i in range(100)]
for i in range(200):
    open(name, 'rb')
print(len(held), {f.read() for f in held})
class Lost:
    pass
for i in range(200):
    lost = Lost()
    lost.self, lost.file = lost, open(name)
print(open(name).read())
os.remove(name)
