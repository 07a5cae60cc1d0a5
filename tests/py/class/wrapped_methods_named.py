"""Methods of staticmethod and classmethod objects are named by the class that has them; docs of modules are there."""
import builtins
import sys


class C:
    cm = classmethod(len)
    sm = staticmethod(len)


for text in ("C.__dict__['cm'].__reduce__('é')", "C.__dict__['sm'].__format__(1, 'a')", "memoryview(b'ab').__buffer__()",
             "memoryview(b'ab').__release_buffer__()", "C.__dict__['sm'].__get__()", "bytearray(b'a').__buffer__(1, 2)"):
    try:
        print(text, eval(text))
    except TypeError as e:
        print(text, e)
print(sys.__doc__ is None, builtins.__doc__ is None)
