# A surrogate cannot be printed; the error says where it is.
import sys

for text in ("ab\ud800", "é\udc80x"):
    try:
        print(text)
    except UnicodeEncodeError as error:
        print(repr(str(error)), error.start, error.end, error.reason)
    try:
        sys.stdout.write(text)
    except UnicodeEncodeError as error:
        print(error)
