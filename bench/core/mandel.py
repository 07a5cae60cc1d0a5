"""floats: escape times over a grid."""


def run(n):
    inside = 0
    for row in range(n):
        cy = row * 2.0 / n - 1.0
        for col in range(60):
            cx = col / 25.0 - 1.8
            x = y = 0.0
            k = 0
            while k < 40 and x * x + y * y < 4.0:
                x, y = x * x - y * y + cx, 2.0 * x * y + cy
                k += 1
            inside += k
    return inside


N = 2100


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
