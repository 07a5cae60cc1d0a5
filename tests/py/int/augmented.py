# Augmented assignment with every operator.
x = 10
x += 5; print(x)
x -= 3; print(x)
x *= 4; print(x)
x //= 5; print(x)
x **= 3; print(x)
x %= 100; print(x)
x <<= 3; print(x)
x >>= 1; print(x)
x |= 3; print(x)
x &= 0b1110; print(x)
x ^= 255; print(x)
x /= 2; print(x)
x = [1]
y = x
x += (2, 3)
x *= 2
print(x, y is x)
s = 'a'
s += 'b'
s *= 3
print(s)
t = (1,)
u = t
t += (2,)
print(t, u)
