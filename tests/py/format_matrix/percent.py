# The %% operator: conversions by flags, width and precision.
FLAGS, WIDTHS, PRECISIONS = ['', '-', '+', ' ', '#', '0', '-+', '0+', '#0'], ['', '8'], ['', '.2', '.0']
for conversion, value in (('d', 42), ('d', -42), ('i', 7.9), ('x', 255), ('X', -255), ('o', 8), ('e', 12.5), ('f', -1.25), ('g', 1e10), ('G', 1e-5), ('s', 'text'), ('r', 'q'), ('a', 'é'), ('c', 'z'), ('c', 65)):
    for flags in FLAGS:
        out = []
        for width in WIDTHS:
            for precision in PRECISIONS:
                spec = '%' + flags + width + precision + conversion
                try:
                    out.append(repr(spec % (value,)))
                except Exception as e:
                    out.append(type(e).__name__ + str(e))
        print(conversion, repr(flags), *out)
