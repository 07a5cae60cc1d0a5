# + * comparison and containment of lists.
print([1] + [2, 3], [0] * 3, 2 * [1, 2], [1] * 0, [1] * -1, [] + [], [[]] * 2)
print([1, 2] == [1, 2], [1, 2] != [1], [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 9, 9], [1, 2] <= [1, 2], [[1], 2] == [[1], 2], [1] == (1,))
rows = [[0] * 2] * 2
rows[0][0] = 1
print(rows, rows[0] is rows[1])
a = b = [1]
a += 'xy'
a *= 2
print(b, a is b)
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: [1] + (2,))
show(lambda: [1] + 2)
show(lambda: (1,) + [2])
show(lambda: [1] * [2])
show(lambda: [1] * 1.5)
show(lambda: [1] - [1])
show(lambda: [1] < (1,))
show(lambda: [1] < ['a'])
show(lambda: [1, 'a'] < [1, 'b'])
try:
    a += 5
except TypeError as e:
    print(e)
