# Ordering and equality with NaN, infinities and signed zeros.
inf, nan = float('inf'), float('nan')
print(nan == nan, nan != nan, nan < 1, nan > 1, 1 < nan, nan <= nan, nan is nan)
print(nan in [nan], [nan] == [nan], {nan: 1}[nan], nan in (1.0, 2.0))
print(0.0 == -0.0, hash(0.0) == hash(-0.0), {0.0, -0.0})
print(inf == inf, inf > 10 ** 1000, -inf < -10 ** 1000, inf == 10 ** 400)
print(min(nan, 1), min(1, nan), max(nan, 1), max(1, nan), sorted([3, 1.5, 2, -inf, inf]))
print(1.0 == 1, 1.5 == True, 2 ** 60 == float(2 ** 60), 2 ** 60 + 1 == float(2 ** 60), 1 < 1.0000000000000002)
print(bool(0.0), bool(-0.0), bool(nan), bool(5e-324))
