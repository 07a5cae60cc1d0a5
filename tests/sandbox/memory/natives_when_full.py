# limits: --max-memory 16777216 --max-steps 2000000000
# expect: status=0 last=ok
# With the heap nearly full, every native that allocates raises MemoryError or works; none breaks.
big = 'spam and eggs ' * 3000
data = list(range(3000))
words = big.split()
table = {i: str(i) for i in data}
number = 7**4000
natives = [lambda: big.upper(), lambda: big + big, lambda: big * 3, lambda: big.replace('a', 'bb'), lambda: big.split(), lambda: big.encode(), lambda: big[1:], lambda: ','.join(words), lambda: repr(words), lambda: str(table), lambda: f'{big:>50000}',
           lambda: '%s' % big, lambda: '{}{}'.format(big, big), lambda: list(data), lambda: data + data, lambda: data * 2, lambda: data[::-1], lambda: sorted(data, reverse=True), lambda: tuple(data), lambda: set(data), lambda: frozenset(data), lambda: dict(table),
           lambda: {**table}, lambda: table | table, lambda: [*data, *data], lambda: {k: v for k, v in table.items()}, lambda: [x for x in data], lambda: bytes(40000), lambda: bytearray(big, 'utf8'), lambda: list(map(str, data)), lambda: list(zip(data, words)),
           lambda: list(enumerate(words)), lambda: number * number, lambda: number // 3, lambda: str(number), lambda: number << 100000, lambda: hex(number), lambda: int('9' * 4000), lambda: number.to_bytes(2000, 'big'), lambda: compile('x = 1\n' * 500, 'f', 'exec'),
           lambda: type('T', (), dict.fromkeys(words, 1)), lambda: list(reversed(data)), lambda: big.partition('egg'), lambda: big.splitlines(), lambda: big.translate({97: 'xyz'}), lambda: big.center(50000), lambda: [i for i in big], lambda: max(words, key=len),
           lambda: (lambda *a: a)(*data), lambda: (lambda **k: k)(**dict.fromkeys(words, 0)), lambda: list(range(20000)), lambda: vars(object) if False else dir(str), lambda: b','.join([b'x' * 100] * 300), lambda: bytes(big, 'utf8').hex(), lambda: [dict(a=1) for _ in range(500)],
           lambda: ExceptionGroup('g', [ValueError(big)] * 100), lambda: data.copy(), lambda: data.extend(data) or data.__delitem__(slice(3000, None)), lambda: memoryview(bytes(30000)).tolist(), lambda: eval('[' + '1,' * 5000 + ']')]
failed = ran = 0
for spare in (0, 1000, 30000, 200000):
    hoard = []
    try:
        while True:
            hoard.append(bytearray(1000))
    except MemoryError:
        pass
    del hoard[-1 - spare // 1000:]
    for native in natives:
        try:
            native()
            ran += 1
        except MemoryError:
            failed += 1
    hoard = None
print(failed > 20, ran > 20)
for native in natives:
    native()
print('ok')
