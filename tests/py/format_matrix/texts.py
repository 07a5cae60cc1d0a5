# format(value, spec) over many specs: texts.
SPECS = [''] + """
    s 5 <5 >5 ^5 *^7 .2 .0 8.3 05 =5 d + , # 😀>4 {^5
""".split()
for v in ['', 'a', 'hello', 'é😀']:
    for spec in SPECS:
        try:
            print(repr(v), repr(spec), repr(format(v, spec)))
        except Exception as e:
            print(repr(v), repr(spec), type(e).__name__, e)
