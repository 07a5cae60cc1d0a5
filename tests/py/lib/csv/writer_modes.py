# csv.writer: each way of quoting with each kind of field, escapes, rows that are not lists, and errors.
import csv
import io


class Text(str):
    def __str__(self):
        return "<" + str.upper(self) + ">"


class Number(float):
    pass


class Odd:
    def __str__(self):
        return 'odd "one"'


class Index:
    def __index__(self):
        return 7

    def __str__(self):
        return "seven"


FIELDS = ["", "plain", "a b", "x,y", 'say "hi"', "two\nlines", "cr\rhere", "tab\there", "back\\slash", "'", "é,ü", "日本", " ",
          0, 12, -5, 10**30, 1.5, -0.0, 1e300, True, False, None, b"bytes", [1, 2], Text("t,t"), Number(2.5), Odd(), Index(), 2j]
MODES = ["MINIMAL", "ALL", "NONNUMERIC", "NONE", "STRINGS", "NOTNULL"]
OPTIONS = [{}, {"escapechar": "\\"}, {"doublequote": False}, {"doublequote": False, "escapechar": "\\"}, {"delimiter": "\t"},
           {"delimiter": " ", "skipinitialspace": True}, {"quotechar": "'"}, {"quotechar": None}, {"lineterminator": "!\n"},
           {"delimiter": "1", "escapechar": "-"}, {"delimiter": "é", "quotechar": "ü"}, {"lineterminator": ""}]


def write(rows, **options):
    out = io.StringIO()
    try:
        w = csv.writer(out, **options)
        for row in rows:
            w.writerow(row)
    except Exception as error:
        return out.getvalue(), type(error).__name__, str(error)
    return out.getvalue()


for mode in MODES:
    for options in OPTIONS:
        options = dict(options, quoting=getattr(csv, "QUOTE_" + mode))
        print(mode, options)
        for field in FIELDS:
            print("  ", ascii(write([[field]], **options)), ascii(write([(field, "end")], **options)))

print(write([[], (), range(3), "abc", {"k": 1}, {1: 2}.values(), (c for c in "xy"), iter([1, None])]))
print(write([5]), write([None]), write([[1], 5]))
out = io.StringIO()
w = csv.writer(out, quoting=csv.QUOTE_ALL)
print(w.writerow(["a", 1]), w.writerows([["b", None], (2.5, "c"), iter("de")]), w.dialect.quoting, ascii(out.getvalue()))
try:
    w.writerows([[1], 2, [3]])
except csv.Error as error:
    print(error, ascii(out.getvalue()))


class Loud:
    def write(self, text):
        print("written", ascii(text))
        return len(text)


print(csv.writer(Loud(), lineterminator="\n").writerow([1, "x;y", None]))
d = csv.DictWriter(Loud(), ["a", "b"], restval="-", quoting=csv.QUOTE_NONNUMERIC)
d.writeheader()
d.writerow({"b": 2})
d.writerows([{"a": "x"}, {"a": None, "b": 1.0}])
try:
    d.writerow({"a": 1, "z": 2})
except ValueError as error:
    print(error)
