# Assigning to and deleting every slice of a list of five.
for step in (None, 1, 2, -1, -2):
    for start in (None, -6, -2, 0, 1, 4, 7):
        for stop in (None, -3, 0, 2, 5):
            a, b, c = list(range(5)), list(range(5)), list(range(5))
            del a[start:stop:step]
            try:
                b[start:stop:step] = 'xy'
            except ValueError as e:
                b = str(e)
            n = len(c[start:stop:step])
            c[start:stop:step] = ['z'] * n
            print(step, start, stop, a, b, c)
