# Random operations on io.StringIO, with every kind of newline and text beyond ASCII.
import binascii
import copy
import io
import random


class Loud(io.StringIO):
    def readline(self, size=-1):
        return super().readline(size).upper()


class Number:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


def run(seed):
    rand = random.Random(seed)
    alphabet = rand.choice(["ab\n", "ab\r\n", "aé\n", "€a\r\n", "abc de\n"])

    def text(n=12):
        return "".join(rand.choice(alphabet) for _ in range(rand.randrange(n)))

    newline = rand.choice(["\n", "\n", None, "", "\r", "\r\n"])
    stream = [(Loud if seed % 7 == 0 else io.StringIO)(text(30), newline=newline)]
    operations = (
        lambda s: s.write(text()), lambda s: s.write(text()), lambda s: s.write(text()), lambda s: s.readline(),
        lambda s: s.read(rand.choice([None, -1, 0, 1, 3, 100, Number(2)])), lambda s: s.read(),
        lambda s: s.readline(rand.choice([None, -1, 0, 1, 3, Number(2)])), lambda s: s.seek(rand.randrange(-1, 40)),
        lambda s: s.seek(0, rand.randrange(4)), lambda s: s.truncate(rand.choice([None, 0, 1, 5, 50, -1, Number(3)])),
        lambda s: next(s), lambda s: s.readlines(rand.choice([None, 0, 3, 10])), lambda s: [x for x in s],
        lambda s: (s.newlines, s.closed, s.seekable(), s.isatty(), s.encoding, s.line_buffering),
        lambda s: s.writelines([text(), text()]), lambda s: print(1, text(), file=s),
        lambda s: s.close() if rand.random() < 0.2 else stream.append(copy.copy(stream.pop())))
    said = []
    for _ in range(40):
        operation = rand.choice(operations)
        try:
            result = operation(stream[0])
        except Exception as error:
            result = f"{type(error).__name__} {error}"
        s = stream[0]
        said.append(f"{result!r} {s.closed or (s.tell(), s.getvalue())!r}")
    print(seed, repr(newline), binascii.crc32("\n".join(said).encode()), ascii(said[-1]))


for seed in range(40):
    run(seed)
