# print() of what has no UTF-8: what stands before it is written, the error has its parts.
import sys


def attempt(*args, **kwargs):
    try:
        print(*args, **kwargs)
    except UnicodeEncodeError as e:
        print('->', e.args[0], ascii(e.args[1:]), e.start, e.end, ascii(str(e)))


class Text:
    def __str__(self):
        return 'x\udfff'


attempt('a', '\ud800b')
attempt('a', 'b\ud800\ud801c', 'd')
attempt('a', ['\ud800'], 'd')
attempt('a', Text(), 'd')
attempt('a', 'b', sep='\ud800')
try:
    sys.stdout.write('abc\ud800')
except UnicodeEncodeError as e:
    print(ascii(e.args))
