# limits: --max-memory 67108864 --max-steps 300000000 --timeout 20
# expect: status=0|3 last=ok kind=steps|time
# Single integer operations with enormous results.
def attempt(what, f):
    try:
        f()
    except (MemoryError, OverflowError, ValueError, ZeroDivisionError) as e:
        print(what, type(e).__name__)
    else:
        print(what, 'done')
attempt('shift', lambda: 1 << 10**12)
attempt('shift big', lambda: 1 << 10**30)
attempt('shift right', lambda: 10**1000 >> 10**30)
attempt('shift negative', lambda: 1 << -10**30)
attempt('power', lambda: 10**10**10)
attempt('power big', lambda: 2**(2**70))
attempt('power of one', lambda: 1**(2**70))
attempt('power negative', lambda: (-1)**(2**70 + 1))
attempt('float power', lambda: 2.0**10**10)
attempt('str', lambda: str(1 << 100000))
attempt('int', lambda: int('9' * 100000))
attempt('hex', lambda: int('f' * 1000000, 16))
attempt('format', lambda: f'{1 << 100000:,}')
attempt('percent', lambda: '%d' % (1 << 100000))
attempt('round', lambda: round(10**20, -10**30))
attempt('round less', lambda: round(10**20, -10**7))
attempt('from_bytes', lambda: int.from_bytes(b'\xff' * 3000000, 'big'))
attempt('float', lambda: float(1 << 5000000))
attempt('division', lambda: (1 << 5000000) / 3)
attempt('power mod', lambda: pow(3, 1 << 20000, (1 << 20000) - 1) and None if False else pow(3, 10**30, 10**30 + 7))
attempt('hash', lambda: hash(1 << 10000000))
attempt('bit_count', lambda: ((1 << 10000000) - 1).bit_count())
attempt('compare', lambda: (1 << 10000000) < (1 << 10000001))
print('ok')
