# pow with two and three arguments.
print(pow(2, 10), pow(2, 10, 1000), pow(3, -1, 7), pow(2, -3, 11), pow(-3, 3, 5), pow(5, 3, -7))
print(pow(10, 100, 10 ** 9 + 7), pow(7, 10 ** 18, 998244353), pow(2, 0, 1), pow(0, 0, 5))
print(pow(2, -2), pow(2.0, 3), pow(4, 0.5), (-8) ** (1 / 3))
print(pow(base=2, exp=5, mod=13), pow(12345678901234567890, 3, 10 ** 20))
def show(*a):
    try:
        print(pow(*a))
    except Exception as e:
        print(type(e).__name__, e)
show(2, -1, 4)
show(2, 3, 0)
show(2.0, 3, 5)
show('a', 2)
show(2)
show(1, 2, 3, 4)
print(2 ** 3 ** 2, (2 ** 3) ** 2, -2 ** 2, 2 ** -1 ** 2)
