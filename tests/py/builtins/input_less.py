# input at the end of stdin raises EOFError; open needs a file.
try:
    input()
except EOFError as e:
    print(type(e).__name__, e)
try:
    input('prompt> ')
except EOFError as e:
    print(type(e).__name__, e)
try:
    open('does-not-exist.txt')
except FileNotFoundError as e:
    print(type(e).__name__, e, e.errno, e.filename)
import sys
print(repr(sys.stdin.read()), sys.stdin.readline() == '', list(sys.stdin))
