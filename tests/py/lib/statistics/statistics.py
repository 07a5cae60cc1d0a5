# statistics: averages, spread, exact fractions, regression, NormalDist, kde, errors.
import statistics as s
from fractions import Fraction as F

data = [1, 2, 3, 4, 4.5, 7]
print(s.mean(data), s.fmean(data), s.fmean(data, weights=[1, 2, 1, 1, 1, 1]), s.geometric_mean([1, 2, 4]),
      s.harmonic_mean([40, 60]), s.harmonic_mean([40, 60], weights=[5, 30]))
print(s.median(data), s.median_low(data), s.median_high(data), s.median_grouped([52, 52, 53, 54]), s.median([1, 3, 5]))
print(s.mode("aabbbc"), s.multimode("aabbcc"), s.mode([1, 1, 2, 2]), s.multimode([]))
print(s.stdev(data), s.pstdev(data), s.variance(data), s.pvariance(data), s.variance(data, 3), s.pvariance([1, 2], mu=1))
print(s.mean([F(1, 2), F(1, 3)]), s.variance([F(1), F(2), F(4)]), s.stdev([1, 3]), s.mean([1, 3]), s.mean([1, 2]))
print(s.mean([1e30, 1, 3, -1e30]), s.mean([10**20, 1]), s.mean([float("inf"), 1]), s.fmean([0.1] * 10))
print(s.quantiles(data, n=4), s.quantiles(range(10), n=5, method="inclusive"), s.quantiles([5], n=3))
x, y = [1, 2, 3, 4], [2, 4.5, 5.5, 8]
print(s.covariance(x, y), s.correlation(x, y), s.correlation([1, 5, 2, 7], [3, 9, 4, 20], method="ranked"))
print(s.linear_regression(x, y), s.linear_regression(x, y, proportional=True))
n = s.NormalDist(100, 15)
print(n, n.mean, n.median, n.mode, n.stdev, n.variance, n.pdf(110), n.cdf(110), n.inv_cdf(0.9), n.zscore(130))
print(n + 5, n * 2, n / 3, -n, n - s.NormalDist(1, 2), n + s.NormalDist(1, 2), n.overlap(s.NormalDist(110, 10)), n.quantiles(3))
print(s.NormalDist.from_samples(data), n == s.NormalDist(100, 15), n.samples(2, seed=1))
f = s.kde([1, 2, 4], h=0.5)
print(f(2.5), s.kde([1, 2], 1, "triangular")(1.5), s.kde([1, 2, 4], 0.5, cumulative=True)(2), s.kde_random([1, 2], 0.5, seed=3)())
for bad in (lambda: s.mean([]), lambda: s.median([]), lambda: s.mode([]), lambda: s.variance([1]), lambda: s.stdev([]),
            lambda: s.harmonic_mean([-1]), lambda: s.geometric_mean([0, -1]), lambda: s.quantiles([], n=4),
            lambda: s.quantiles([1, 2], n=0), lambda: s.mean(["x"]), lambda: s.covariance([1], [1, 2]),
            lambda: s.correlation([1, 1], [1, 2]), lambda: s.NormalDist(0, -1), lambda: s.NormalDist().inv_cdf(0),
            lambda: s.linear_regression([1, 1], [1, 2]), lambda: s.kde([], 1), lambda: s.fmean([1], weights=[1, 2])):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
