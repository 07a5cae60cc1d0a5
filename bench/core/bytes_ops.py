"""strings: bytes, bytearray and integer conversions."""


def run(n):
    total = 0
    for i in range(n):
        data = bytearray(i.to_bytes(4, "big") * 8)
        for k in range(0, 32, 3):
            data[k] ^= k & 255
        chunk = bytes(data)
        total += chunk[7] + chunk.count(b"\0") + int.from_bytes(chunk[:8], "little") % 255
        total += len(chunk.hex()) + sum(chunk) + (b"\x07" in chunk)
    return total


N = 140000


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
