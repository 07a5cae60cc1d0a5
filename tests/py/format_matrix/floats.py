# format(value, spec) over many specs: floats.
SPECS = [''] + """
    f .2f .0f e .3e E g .3g G % .1% n 10 <10 ^10.2f =10.1f +.1f , ,.2f _.3f 012.4f #.0f #g .0e z.0f d s .10
    5.1 *>12
""".split()
for v in [0.0, 1.5, -2.675, 1e-7, 123456789.125, float('inf'), float('nan')]:
    for spec in SPECS:
        try:
            print(repr(v), repr(spec), repr(format(v, spec)))
        except Exception as e:
            print(repr(v), repr(spec), type(e).__name__, e)
