"""agent: parse a web log, count by status and path, percentiles per route, report as text."""
import re
from collections import Counter, defaultdict

LINE = re.compile(r'(\S+) - - \[(\d+)\] "(\w+) (\S+)" (\d{3}) (\d+)ms')


def make_log():
    lines, seed = [], 12345
    for i in range(300):
        seed = (seed * 1103515245 + 12345) % 2147483648
        path = ("/", "/login", "/api/items", "/api/items/%d" % (seed % 9), "/static/app.js")[seed >> 8 & 3 or seed % 5]
        status = 500 if seed % 31 == 0 else 404 if seed % 17 == 0 else 200
        lines.append('10.0.0.%d - - [%d] "%s %s" %d %dms' % (seed % 7, i, "POST" if seed % 4 == 0 else "GET", path, status, seed % 900))
    lines.insert(50, "garbage line")
    return lines


def analyse(lines):
    status, times, hosts, bad = Counter(), defaultdict(list), Counter(), 0
    for line in lines:
        m = LINE.match(line)
        if not m:
            bad += 1
            continue
        host, _, verb, path, code, ms = m.groups()
        status[code] += 1
        hosts[host] += 1
        times[verb + " " + path].append(int(ms))
    report = [f"requests: {sum(status.values())}, bad lines: {bad}"]
    for code, n in sorted(status.items()):
        report.append(f"  {code}: {n:>5} ({n / len(lines):.1%})")
    for route, ms in sorted(times.items(), key=lambda kv: -sum(kv[1]))[:5]:
        ms.sort()
        report.append(f"{route:<24} n={len(ms):<4} p50={ms[len(ms) // 2]} p95={ms[int(len(ms) * 0.95)]} max={ms[-1]}")
    report.append("top hosts: " + ", ".join(f"{h}={n}" for h, n in hosts.most_common(3)))
    return "\n".join(report)


def run(n):
    lines = make_log()
    return sum(len(analyse(lines)) + i for i in range(n))


N = 1200


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
