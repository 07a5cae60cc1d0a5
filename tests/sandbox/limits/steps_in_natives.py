# limits: --max-steps 5000000
# expect: status=3 kind=steps
# Natives that work in proportion to their data are charged for it.
data = list(range(100000))
text = 'spam ' * 20000
while True:
    sorted(data, reverse=True)
    text.replace('a', 'b').split()
    sum(data)
    data == list(data)
    text.count('x') + text.find('zzz')
    ','.join(map(str, data))
    {v: 0 for v in data}
    max(data), min(data), set(data), tuple(data), data[::-1]
