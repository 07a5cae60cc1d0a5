"""agent: read CSV text, group and total it, format a table and a CSV of the result."""
import csv
import io


def make_csv():
    rows = ["date,region,product,units,price"]
    for i in range(250):
        rows.append('2024-%02d-%02d,%s,"%s",%d,%.2f' % (
            i % 12 + 1, i % 28 + 1, ("north", "south", "east", "west")[i % 4], ("Widget, large", "Gadget", 'The "Thing"')[i % 3], i * 7 % 40, 3 + i % 17 * 1.25))
    return "\n".join(rows)


def report(text):
    totals, units = {}, {}
    for row in csv.DictReader(io.StringIO(text)):
        key = (row["region"], row["product"])
        amount = int(row["units"]) * float(row["price"])
        totals[key] = totals.get(key, 0.0) + amount
        units[key] = units.get(key, 0) + int(row["units"])
    lines = [f"{'region':<8}{'product':<16}{'units':>7}{'total':>12}"]
    for (region, product), total in sorted(totals.items(), key=lambda kv: (-kv[1], kv[0])):
        lines.append(f"{region:<8}{product:<16}{units[region, product]:>7}{total:>12,.2f}")
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["region", "product", "total"])
    for (region, product), total in sorted(totals.items()):
        writer.writerow([region, product, round(total, 2)])
    return "\n".join(lines) + out.getvalue()


def run(n):
    text = make_csv()
    return sum(len(report(text)) + i for i in range(n))


N = 640


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
