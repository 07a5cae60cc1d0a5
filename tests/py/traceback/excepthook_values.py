# What sys.__excepthook__ writes of values that are no exceptions.
import io
import sys

for stream in (sys.stderr, io.StringIO()):
    sys.stderr = stream
    for value in (12, None, "text", ValueError, ValueError("one")):
        print(sys.__excepthook__(type(value), value, None))
print(stream.getvalue())
sys.stderr = sys.__stderr__
