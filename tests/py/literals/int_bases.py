# Integer literals in every base, with underscores.
print(0, 7, 00, 0_0, 1_000_000)
print(0b0, 0b1011, 0B11, 0b1111_0000)
print(0o17, 0O7, 0o7_7)
print(0xff, 0XDEAD_beef, 0x_1F)
print(123456789012345678901234567890)
print(0xffffffffffffffffffffffffffffffff)
print(-1, --1, ---1, +1, ~0, ~-1)
print(type(0b1), type(10 ** 30))
