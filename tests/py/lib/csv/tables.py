# csv: reading, writing, dialects, dictionaries, sniffing, errors.
import csv
import io

print(list(csv.reader(['a,b,"c,d"', '"he said ""hi""",2,', "", " x, 'y'"])))
print(list(csv.reader(["a;b c;'d;e'"], delimiter=";", quotechar="'")), list(csv.reader(["a\\,b,c"], escapechar="\\")))
print(list(csv.reader(["1,\"2\",3.5"], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(["a, b"], skipinitialspace=True)), list(csv.reader(['"multi\nline",x'])), list(csv.reader(['"a', 'b",c'])))
print(list(csv.reader(['a,,"",1'], quoting=csv.QUOTE_NOTNULL)), list(csv.reader(['"a",,"",1'], quoting=csv.QUOTE_STRINGS)))
rows = [["a", 1, None, 2.5], ["with,comma", 'quo"te', "new\nline", " "], []]
for options in ({}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"},
                {"delimiter": "\t", "lineterminator": "\n"}, {"doublequote": False, "escapechar": "\\"}, {"quoting": csv.QUOTE_STRINGS}, {"quoting": csv.QUOTE_NOTNULL}):
    out = io.StringIO()
    csv.writer(out, **options).writerows(rows)
    print(options, repr(out.getvalue()))
out = io.StringIO()
w = csv.DictWriter(out, ["x", "y"], restval="-", extrasaction="ignore")
w.writeheader()
w.writerows([{"x": 1, "y": 2}, {"x": 3}, {"x": 4, "z": 5}])
print(repr(out.getvalue()))
r = csv.DictReader(io.StringIO("a,b\n1,2\n3\n4,5,6\n"), restkey="more", restval="none")
print(r.fieldnames, list(r), r.line_num)
csv.register_dialect("mine", delimiter="|", quoting=csv.QUOTE_MINIMAL)
print(csv.list_dialects(), list(csv.reader(["a|b"], "mine")), csv.get_dialect("excel-tab").delimiter)
csv.unregister_dialect("mine")
d = csv.Sniffer().sniff("a;b;c\n1;2;3\n4;5;6\n")
print(repr(d.delimiter), csv.Sniffer().has_header("name,age\nAl,3\nBo,4\n"), csv.field_size_limit())
for bad in (lambda: csv.writer(out, quoting=csv.QUOTE_NONE).writerow(["a,b"]), lambda: list(csv.reader(['"a"b'], strict=True)), lambda: list(csv.reader([b"x"])),
            lambda: csv.reader([], "nope"), lambda: csv.reader([], delimiter="ab"), lambda: csv.reader([], delimiter=""), lambda: csv.writer(5), lambda: csv.writer(out).writerow(5),
            lambda: csv.reader([], bogus=1), lambda: csv.DictWriter(out, ["x"]).writerow({"q": 1}), lambda: list(csv.reader(["x"], quoting=csv.QUOTE_NONNUMERIC)),
            lambda: csv.Sniffer().sniff(""), lambda: csv.reader([], quoting=9), lambda: csv.writer(out, quoting=csv.QUOTE_ALL, quotechar=None), lambda: csv.unregister_dialect("no")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
