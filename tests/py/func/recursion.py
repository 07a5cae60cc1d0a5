# Recursive functions, mutual recursion, and the limit's exception.
import sys
def fact(n):
    return 1 if n < 2 else n * fact(n - 1)
def even(n):
    return n == 0 or odd(n - 1)
def odd(n):
    return n != 0 and even(n - 1)
print(fact(20), fact(50), even(100), odd(7))
def hanoi(n, a, b, c):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
print(len(hanoi(6, 'A', 'B', 'C')), hanoi(2, 'A', 'B', 'C'))
def forever(n):
    return forever(n + 1)
try:
    forever(0)
except RecursionError as e:
    print(type(e).__name__, e)
def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n
print(depth(0) > 500, sys.getrecursionlimit())
sys.setrecursionlimit(200)
print(depth(0) < 200)
for bad in (0, 'a'):
    try:
        sys.setrecursionlimit(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
