# if/elif/else, while and for with else, break and continue.
for x in (5, 0, -5):
    if x > 0:
        print('pos')
    elif x == 0:
        print('zero')
    else:
        print('neg')
n = 0
while n < 5:
    n += 1
    if n == 2:
        continue
    if n == 4:
        break
    print('n', n)
else:
    print('no break')
while n > 2:
    n -= 1
else:
    print('ended', n)
for i in range(3):
    for j in range(3):
        if j == 1:
            break
    else:
        print('inner else')
    print(i, j)
else:
    print('outer else')
for i in []:
    pass
else:
    print('empty', i)
while True:
    try:
        break
    finally:
        print('finally on break')
for i in range(2):
    try:
        continue
    finally:
        print('finally on continue', i)
print([i for i in range(3)], i)
