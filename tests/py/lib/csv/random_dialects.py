# Random text read and written with random dialects, from several kinds of iterators over lines.
import binascii
import csv
import io
import random


def lines_of(text, broken):
    for i, line in enumerate(text.splitlines(True)):
        if i == broken:
            yield 5
        yield line


def run(seed):
    rand = random.Random(seed)
    alphabet = rand.choice(['a,"\n', 'ab ,"\r\n', "a;'é\n", '1,2.5"\\\n', 'a,"\\ \r\n€'])

    def text(n):
        return "".join(rand.choice(alphabet) for _ in range(rand.randrange(n)))

    options = {}
    for name, values in (("delimiter", ";\té "), ("quotechar", ["'", '"', None, "€"]),
                         ("escapechar", ["\\", "a", None]), ("doublequote", [True, False]),
                         ("skipinitialspace", [True, False]), ("quoting", range(6)), ("strict", [True])):
        if rand.random() < 0.3:
            options[name] = rand.choice(values)
    csv.field_size_limit(rand.choice([2, 5, 131072, 131072, 131072]))
    source = text(60)
    said = []
    for lines in io.StringIO(source, newline=""), source.splitlines(True), lines_of(source, rand.randrange(4)), \
            source.split("\n"):
        try:
            rows = csv.reader(lines, **options)
        except Exception as error:
            said.append(f"{type(error).__name__} {error}")
            continue
        for _ in range(70):
            try:
                said.append((next(rows), rows.line_num))
            except StopIteration:
                break
            except Exception as error:
                said.append(f"{type(error).__name__} {error} {rows.line_num}")
    out = io.StringIO()
    try:
        writer = csv.writer(out, **options)
        for _ in range(3):
            row = [rand.choice([text(6), "", None, 1, 2.5, True, "é", 10**20]) for _ in range(rand.randrange(4))]
            try:
                said.append(writer.writerow(rand.choice([row, tuple(row), iter(row)])))
            except Exception as error:
                said.append(f"{type(error).__name__} {error}")
    except Exception as error:
        said.append(f"{type(error).__name__} {error}")
    print(seed, binascii.crc32(repr(said).encode()), ascii(out.getvalue()), len(said))


for seed in range(60):
    run(seed)
