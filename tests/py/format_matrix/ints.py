# format(value, spec) over many specs: ints.
SPECS = [''] + """
    d 5 05 <5 >5 ^5 =5 + - , _ x #x X #X b #b o #o c e .2f % n +, 010, *^9 #010x _b _x 08_b +d 5d 3 g .3g G
""".split()
for v in [0, 7, -42, 255, 10 ** 12, True]:
    for spec in SPECS:
        try:
            print(repr(v), repr(spec), repr(format(v, spec)))
        except Exception as e:
            print(repr(v), repr(spec), type(e).__name__, e)
