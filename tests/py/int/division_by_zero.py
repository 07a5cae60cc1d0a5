# The messages of division by zero for ints and floats.
def show(f):
    try:
        print(f())
    except (ZeroDivisionError, ValueError) as e:
        print(type(e).__name__, e)

show(lambda: 1 / 0)
show(lambda: 1 // 0)
show(lambda: 1 % 0)
show(lambda: divmod(1, 0))
show(lambda: 1.0 / 0)
show(lambda: 1.0 // 0)
show(lambda: 1.0 % 0)
show(lambda: divmod(1.0, 0.0))
show(lambda: 0 ** -1)
show(lambda: 0.0 ** -1)
show(lambda: 10 ** 30 // 0)
show(lambda: 10 ** 30 / 0)
show(lambda: 10 ** 30 % 0)
show(lambda: 1j / 0)
show(lambda: pow(2, 3, 0))
show(lambda: False / False)
