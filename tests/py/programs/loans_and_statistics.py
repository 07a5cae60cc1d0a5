# Decimals, fractions and statistics.
from decimal import *
from fractions import Fraction
import statistics as st, math
getcontext().prec = 28
D = Decimal
print(D("1.10") + D("2.205"), D(1) / D(7), D("0.1") * 3, D(0.1), D("1E+5"), D("-0"), D("NaN"), D("sNaN123"), D("Infinity"))
print(D("123.456").quantize(D("0.01"), ROUND_HALF_EVEN), D("2.675").quantize(D("1.00"), ROUND_HALF_UP), round(D("2.5")), round(D("2.675"), 2))
for r in (ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP): print(r, [str(D(x).quantize(D(1), r)) for x in ("1.5", "-1.5", "2.5", "0.4", "-0.6")])
for s in ("{:,.2f}", "{:>15,}", "{:e}", "{:+.3g}", "{:%}", "{:010.3f}", "{:_}", "{:*^20}"): print(s, s.format(D("1234567.891")), s.format(D("-0.000012")))
with localcontext() as c:
    c.prec = 5; print(D(1) / 3, D(2).sqrt(), D(10).ln(), D(2) ** D("0.5"), D(1).exp(), +D("123456789")); print(c)
with localcontext(prec=50): print(D(2).sqrt())
for e in ("1/D(0)", "D(0)/D(0)", "D('abc')", "D(1) + 1.5", "D('Inf') - D('Inf')", "D('1e999999') ** 9999999", "D(1).quantize(D('1e-40'))", "D((0,(1,2),'x'))", "D('sNaN') + 1", "D(-1).sqrt()", "int(D('NaN'))", "D('1') < 'a'", "hash(D('sNaN'))", "D(1,2,3)", "D([1])"):
    try: print(e, eval(e))
    except Exception as x: print(e, type(x).__name__, x, type(x).__mro__[1].__name__)
print(D("1.23E-7").as_tuple(), D("1.50").normalize(), D("15e3").to_eng_string(), D("7").adjusted(), D("3.75").as_integer_ratio(), D("3.7") // 1, D("-7") % 3, divmod(D("-7"), 2), D(5).compare(D("5.0")), D("5").compare_total(D("5.0")), D(7).fma(2, 3), D("1.0") == 1 == Fraction(1), hash(D("0.5")) == hash(.5), D("10").logb(), D(12).logical_or if 0 else 0, D("0.5").max(D(2)), D(1).next_plus(), D("1e3").same_quantum(D("2e3")), D(3).scaleb(2), D("1.1").rotate(1))
print(getcontext().flags[Inexact], [s.__name__ for s, v in getcontext().flags.items() if v], Context(prec=3, rounding=ROUND_UP).divide(1, 3))
print(sum([D("0.10")] * 3), sorted([D(3), D("1.5"), 2]), max(D(1), 2.5), float(D("1.1")), int(D("-3.9")), math.floor(D("-3.5")), math.trunc(D("3.5")), complex(D(1)), abs(D(-3)), bool(D(0)))
def loan(p, rate, n):
    m = (p * rate / 12) / (1 - (1 + rate / 12) ** -n); return m.quantize(D("0.01"))
bal = D(100000); pay = loan(bal, D("0.05"), 12)
for i in range(1, 13):
    it = (bal * D("0.05") / 12).quantize(D("0.01")); bal = bal + it - pay; print(f"{i:>3} {pay:>12,.2f} {it:>10} {bal:>14,.2f}")
F = Fraction
print(F(3, 6), F("1.25"), F("3/4") ** 2, F(0.1).limit_denominator(10), F(7, 3) // 1, F(-7, 3) % 2, divmod(F(7, 3), F(1, 2)), round(F(7, 3), 1), math.floor(F(-1, 2)), F(1, 3) + 0.5, F(1, 2) ** F(1, 2), F(2) ** -2, repr(F(D("0.5"))), f"{F(22, 7):.5f}", f"{F(22, 7):>10}", f"{F(1234567, 1):,.2f}", F(1, 3).is_integer(), F.from_float(0.5), F(5).as_integer_ratio(), hash(F(1, 3)))
for e in ("F(1, 0)", "F('x')", "F(1.5, 2)", "F('1/0')", "F(1) + 'a'", "f'{F(1,3):d}'"):
    try: print(eval(e))
    except Exception as x: print(e, type(x).__name__, x)
data = [2, 3, 3, 5, 7, 9.5, 1]
print(st.mean(data), st.median(data), st.mode(data), st.stdev(data), st.pvariance(data), st.quantiles(data, n=4), st.harmonic_mean(data), st.geometric_mean(data), st.fmean(data, weights=range(1, 8)), st.median_low([1, 2, 3, 4]), st.median_grouped(data), st.multimode("aabbc"), st.mean([D("1.1"), D("2.2")]), st.mean([F(1, 2), F(1, 3)]), st.variance([D(1), D(2), D(4)]))
print(st.linear_regression([1, 2, 3], [2, 4, 6.5]), st.correlation([1, 2, 3], [1, 2, 4]), st.covariance([1, 2, 3], [1, 5, 7]), st.NormalDist(100, 15).cdf(120), st.NormalDist.from_samples(data), st.NormalDist(0, 1).inv_cdf(.975), st.NormalDist(1, 2) + 3, st.NormalDist(1, 2).overlap(st.NormalDist(2, 2)))
