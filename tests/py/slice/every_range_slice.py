# Every slice of a sequence of six: range.
seq = range(10, 40, 5)
for step in (None, 1, 2, 3, -1, -2, -3, 7, -7):
    for start in (None, -7, -6, -3, -1, 0, 1, 3, 5, 6, 9):
        print(step, start, *(repr(seq[start:stop:step]) for stop in (None, -7, -4, -1, 0, 2, 5, 6, 9)))
