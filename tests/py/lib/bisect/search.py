import bisect

a = [1, 3, 3, 5]
for x in (0, 1, 3, 4, 9):
    print(x, bisect.bisect_left(a, x), bisect.bisect_right(a, x), bisect.bisect(a, x, 1, 3))
bisect.insort(a, 3); bisect.insort_left(a, 0); print(a)
words = ["kiwi", "apple", "banana"]; words.sort(key=len)
print(bisect.bisect(words, 5, key=len), bisect.bisect_left(words, 6, key=len)); bisect.insort(words, "grape", key=len); print(words)
def grade(score, points=[60, 70, 80, 90], letters="FDCBA"):
    return letters[bisect.bisect(points, score)]
print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100)])
for bad in (lambda: bisect.bisect(a, 1, -1), lambda: bisect.bisect(a, "x"), lambda: bisect.bisect(5, 1)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
