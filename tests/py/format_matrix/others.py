# format(value, spec) over many specs: others.
SPECS = [''] + """
    . 5 >8 s d .2f + , 08 z
""".split()
for v in [None, [], (1,), {'a': 1}, b'x', 1j, 2.5 - 1j, ..., range(2), True, int]:
    for spec in SPECS:
        try:
            print(repr(v), repr(spec), repr(format(v, spec)))
        except Exception as e:
            print(repr(v), repr(spec), type(e).__name__, e)
