# Builtins with words of their own for wrong arguments.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for text in '''enumerate();enumerate(start=1);enumerate([], 1, 2);enumerate([], x=1);enumerate(start=1, end=2);sorted();sorted([1], 2)
sorted(iterable=[]);float.fromhex(1);float.fromhex(b'');type();type(1, 2);type(1, 2, 3, 4);type.__call__(type, 1);type.__call__(type)
super(1, 2, 3);super(1);hasattr(1, 2);getattr(1, 2);getattr(1, 2, 3);setattr(1, 2, 3);delattr(1, 2);bytes(1, 2);bytes('a', None)
bytes('a', 'ascii', 3);bytearray(1, 2);str(1, 2);str(1, None);str(b'', errors=2);(None).__hash__();sum([1], bytearray())
sum(5, '');sum([], '');sum(5, b'');issubclass(1, 2);issubclass(int, 2);issubclass(1, (int, 2));issubclass(5, None)
''.join(5);b''.join(5);','.join(None);bytearray(b'a').__imul__('a');'a'.__mul__('a');'a' * ...;[] * NotImplemented;[1].__imul__(1.5)
bytearray(b'abc').__setitem__(slice('a', 1, 0), 5);bytearray(b'abc').__setitem__(slice('a', 1), 5);[1].__setitem__(slice('a', 1, 0), 5)
bytearray(b'abc').__setitem__(slice(1), 1j);bytearray(b'abc').__setitem__(slice(1), None);'x'.maketrans('a', None)
int | str | print;list[print];list[show];'{0[1]}'.format(str)'''.replace('\n', ';').split(';'):
    show(lambda: eval(text))
try:
    a, b = {1: 1, 2: 2, 3: 3}
except ValueError as e:
    print(e)
try:
    () = {1: 1}
except ValueError as e:
    print(e)
