# secrets: kinds and lengths only, as the values are random.
import secrets

print(len(secrets.token_bytes(5)), len(secrets.token_hex(4)), len(secrets.token_urlsafe(8)), secrets.randbelow(1), secrets.choice([7]), 0 <= secrets.randbits(3) < 8, len(secrets.token_hex()))
print(secrets.compare_digest("a", "a"), secrets.compare_digest(b"a", b"b"), type(secrets.SystemRandom()).__name__)
for bad in (lambda: secrets.randbelow(0), lambda: secrets.choice([])):
    try:
        print(bad())
    except (ValueError, IndexError) as e:
        print(type(e).__name__, e)
