from tabulate import tabulate, tabulate_formats, simple_separated_format
rows = [["Sun", 696000, 1989100000], ["Earth", 6371, 5973.6], ["Moon", 1737, 73.5], ["Mars", 3390, 641.85]]
for fmt in sorted(tabulate_formats):
    print(fmt)
    print(tabulate(rows, headers=["Planet", "R (km)", "mass"], tablefmt=fmt))
print(tabulate([["a", 1.23456], ["b", None]], floatfmt=".2f", missingval="?", showindex=True))
print(tabulate({"x": [1, 2], "y": ["a", "b"]}, headers="keys"))
print(tabulate([{"n": 1, "m": "text\nof two lines"}, {"n": 22}], headers="keys", tablefmt="grid"))
print(tabulate(rows, tablefmt=simple_separated_format("; ")))
print(tabulate([["été", "中文"], ["a", "b"]], tablefmt="pipe", stralign="center"))
