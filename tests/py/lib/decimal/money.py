# Decimals as programs use them: exact money, rounding, formatting, conversion, errors.
import copy, decimal, fractions, math, statistics
from decimal import *
D = Decimal
price, rate = D('19.99'), D('0.0825')
tax = (price * rate).quantize(D('0.01'), rounding=ROUND_HALF_UP)
print(price + tax, tax, price * 3, price / 3, price // 3, price % 3, -price, abs(-price), +price, divmod(price, 7), price ** 2)
print(sum([D('0.1')] * 10), sum([D('0.1')] * 10) == 1, D('0.1') + D('0.2') == D('0.3'), D(0.1), D(10), D('1e3'), D('  -1_000.50 '), D((1, (1, 2, 3), -2)), D('NaN'), D('-inf'))
print([str(D('2.5').quantize(D('1'), rounding=r)) for r in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)])
print([round(D('2.675'), 2), round(D('2.5')), round(D('-3.5')), math.floor(D('-1.5')), math.ceil(D('1.2')), math.trunc(D('9.9')), int(D('-7.9')), float(D('1.25'))])
print(f"{D('1234567.891'):,.2f} {D('0.12345'):.1%} {D('5'):>8} {D('-5'):08.2f} {D('1e10')} {D('1E+10'):f} {D('0.00001234')} {D('1234.5'):e} {D('1.0'):g} {D('123'):+} {D('7'):^9.1f}|")
print(D('1.10') == D('1.1'), hash(D('1.10')) == hash(D('1.1')) == hash(fractions.Fraction(11, 10)), D(3) == 3, D('0.5') == 0.5, D(1) < 2, D('2.5') > 2.4, sorted([D('3'), D('1.5'), 2]), max(D(1), D(2)), {D(1): 'a'}[1])
print(D('1.500').normalize(), D('100').normalize(), D('1.5').as_tuple(), D('0.75').as_integer_ratio(), D('12.34').adjusted(), D('-0').is_signed(), D('1E+2').to_eng_string(), D('5').is_zero())
print(D(2).sqrt(), D(2).ln(), D(2).exp(), D(2).log10(), D(2) ** D('0.5'), D(2) ** -1, D(7).remainder_near(4), D(10).logb(), D('1.3').fma(2, 3))
with localcontext() as ctx:
    ctx.prec = 50
    print(D(1) / 7, ctx)
with localcontext(prec=3, rounding=ROUND_DOWN):
    print(D('1.2399') + 0, D(2) / 3)
print(getcontext().prec, getcontext().flags[Inexact])
for bad in ("D('abc')", "D(1) / 0", "D(0) / 0", "D(1) % 0", "D('1') + 1.5", "D('x' * 3)", "D([1])", "D(None)", "D('1') + 'x'", "D(-1).sqrt()", "D(-1).ln()", "D('NaN') < 1", "int(D('NaN'))", "int(D('Infinity'))", "D('sNaN') + 1", "D(10) ** 1000000000", "D(1).quantize(D('1e-50'))", "format(D(1), 'q')", "round(D('NaN'))", "Context(prec=0)", "getcontext().nope", "D('1').x", "hash(D('sNaN'))", "D(1, 2)", "D((2, (1,), 0))", "localcontext(precision=3)", "setcontext(5)", "D.from_float('x')", "D('0') ** 0"):
    try:
        print(bad, eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
print(statistics.mean([D('1.5'), D('2.5')]), fractions.Fraction(D('0.25')), copy.deepcopy(D('1.5')), D('1.5').from_float(0.5), isinstance(D(1), __import__('numbers').Number), repr(D('-1.50')), bool(D('0.0')))
print(math.fsum([D('0.1'), D('0.2')]), math.isnan(D('nan')), sum([D(1), 2, 3]), D('3.7').to_integral_value(), D('3.7') // 1, D('-7') // 2, D('-7') % 2, pow(D(3), 4, 5))
class Money(D):
    def __str__(self): return '$' + format(self, ',.2f')
print(Money('1234.5'), type(Money('1') + 1).__name__, repr(Money('2')))
c = Context(prec=4, rounding=ROUND_UP, traps=[Inexact])
print(c.create_decimal('1.5'), c.add(D(1), D(2)), c)
try:
    c.divide(1, 3)
except Inexact as e:
    print(repr(e), c.flags[Rounded])
print(decimal.MAX_PREC, decimal.HAVE_THREADS, BasicContext, ExtendedContext, DefaultContext)
