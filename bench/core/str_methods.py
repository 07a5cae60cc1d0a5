"""strings: splitting, stripping, replacing, searching and changing case."""

LINE = "  GET /index.html?user=alice&id=42 HTTP/1.1; agent=Test Browser (v1.0)  "


def run(n):
    total = 0
    for i in range(n):
        line = LINE.strip()
        verb, path, rest = line.split(" ", 2)
        base, _, query = path.partition("?")
        pairs = [p.split("=") for p in query.split("&")]
        total += len(verb.lower()) + len(base.replace("/", "::")) + len(pairs)
        if rest.startswith("HTTP") and base.endswith(".html"):
            total += rest.find("agent") + rest.rfind("v")
        total += line.upper().count("E") + ("alice" in line) + len(line.title())
        total += query[-1].isdigit() + int(pairs[1][1])
    return total


N = 170000


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
