# Floor division and modulo keep a == (a // b) * b + a % b with the sign of b.
bad = 0
for a in range(-20, 21):
    for b in range(-7, 8):
        if b:
            q, r = divmod(a, b)
            if q * b + r != a or (r and (r < 0) != (b < 0)) or abs(r) >= abs(b):
                bad += 1
            if q != a // b or r != a % b:
                bad += 1
print('violations', bad)
print(divmod(7, 2), divmod(-7, 2), divmod(7, -2), divmod(-7, -2), divmod(7.5, 2), divmod(-7.5, 2), divmod(True, 2))
big = 10 ** 25 + 7
for d in (3, -3, 2 ** 40, -(2 ** 40), 10 ** 24 + 1, -(10 ** 24 + 1), 10 ** 26):
    print(divmod(big, d), divmod(-big, d))
