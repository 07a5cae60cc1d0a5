# Reports with exact formats.
import itertools, collections, statistics as st, datetime as dt, textwrap, random, operator as op, string, functools, locale, math
rnd = random.Random(7)
rows = [dict(date=dt.date(2024, 1, 1) + dt.timedelta(rnd.randrange(90)), region=rnd.choice(["North", "South", "East"]), product=rnd.choice(["Widget", "Gadget", "Doohickey"]), qty=rnd.randint(1, 20), price=round(rnd.uniform(5, 500), 2)) for _ in range(60)]
key = op.itemgetter("region", "product")
rows.sort(key=key)
print(f"{'Region':<8}|{'Product':^12}|{'Qty':>5}|{'Revenue':>14}|{'Avg':>9}|{'Share':>7}")
print("-" * 8, "-" * 12, "-" * 5, "-" * 14, "-" * 9, "-" * 7, sep="+")
total = sum(r["qty"] * r["price"] for r in rows)
for (reg, prod), g in itertools.groupby(rows, key):
    g = list(g); rev = math.fsum(r["qty"] * r["price"] for r in g)
    print(f"{reg:<8}|{prod:^12}|{sum(r['qty'] for r in g):>5d}|{rev:>14,.2f}|{st.mean(r['price'] for r in g):>9.3f}|{rev / total:>7.1%}")
by = collections.defaultdict(lambda: collections.defaultdict(float))
for r in rows: by[r["date"].strftime("%Y-%m %b")][r["region"]] += r["qty"]
for m in sorted(by): print(m, dict(sorted(by[m].items())), "%6.1f" % sum(by[m].values()), "#" * int(sum(by[m].values()) / 10))
q = st.quantiles([r["price"] for r in rows], n=4); print([f"{x:.2f}" for x in q], f"{st.stdev(r['price'] for r in rows):.4g}", f"{total:.3e}", f"{total:+,.0f}", f"{int(total):#x}", f"{-total:012,.1f}", f"{1/3:.17f}", f"{2/3!r}")
hist = collections.Counter(int(r["price"] // 100) * 100 for r in rows)
for k in range(0, 500, 100): print(f"{k:>4}-{k + 99:<4} {'█' * hist[k]} {hist[k]}")
print("%-10s|%+5d|%05.1f|%x|%o|%e|%g|%c|%r|%%|%*d|%.*f" % ("left", 42, 3.14159, 255, 8, 12345.678, 1e-10, "c", "it's", 6, 42, 2, math.pi))
print("{0:>{w}} {1!r:<10} {name:^10} {2[0]} {3.real} {{}}".format("a", "b", [9], 3 + 4j, w=5, name="mid"), "{:*^30}".format(" title "), "{:,}".format(10**15), "{:.3}".format("abcdef"), "{:e}".format(0), "{:g}".format(1e100), "{:n}".format(1234567), "{:%d/%m/%y}".format(dt.date(2024, 3, 5)))
def table(data, headers):
    w = [max(len(str(x)) for x in col) for col in zip(headers, *data)]
    line = "+".join(["", *("-" * (n + 2) for n in w), ""])
    fmt = "|".join(["", *(f" {{:{'<' if isinstance(data[0][i], str) else '>'}{n}}} " for i, n in enumerate(w)), ""])
    return "\n".join([line, fmt.format(*headers), line.replace("-", "="), *(fmt.format(*map(str, r)) for r in data), line])
print(table([("apple", 1, 2.5), ("kiwi", 100, -0.125), ("fig", 7, 1e6)], ["fruit", "n", "price"]))
print(textwrap.fill("Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua.", 40, initial_indent="  - ", subsequent_indent="    "), *textwrap.wrap("a b c " * 5, 7), sep="\n")
cal = {}; d = dt.date(2024, 1, 29)
while d < dt.date(2024, 3, 4): cal.setdefault(d.isocalendar()[:2], []).append(f"{d:%d}"); d += dt.timedelta(days=1)
for (y, w), ds in cal.items(): print(f"{y}-W{w:02}", *ds)
print(round(0.5), round(1.5), round(2.675, 2), round(-1234.567, -2), round(1e300, 5), f"{0.5:.0f} {1.5:.0f} {2.5:.0f}", 1e22, 1e21 + 1, 0.1 + 0.7, 100 * 1.1, 3.0, 1e-5, 123456789.123456789, 5e-324, 1.7976931348623157e308, float("1e400"), -0.0, 2**0.5, 10 / 3, 7 // -2, -7 % 3, 7.5 // 2, divmod(-7.5, 2), int(-3.7), 0.1 .as_integer_ratio(), (0.1).hex(), float.fromhex("0x1.8p1"), 1e3.is_integer())
print(sorted(["banana", "Apple", "cherry"], key=str.casefold), sorted([(2, "b"), (1, "z"), (2, "a")], key=lambda t: (-t[0], t[1])), max("apple", "fig", key=len), min([], default="none"), sum([[1], [2]], []), any([]), all([]), list(zip(*[[1, 2], [3, 4]])), dict(zip("ab", range(2))), [*map(max, [1, 5], [3, 2])], list(filter(None, [0, 1, "", "a"])), list(reversed("abc")), sorted({"b": 1, "a": 2}.items(), key=op.itemgetter(1), reverse=True), list(enumerate("ab", 1)), slice(1, None, 2).indices(5), "".join(sorted(set("mississippi"))))
