# limits: --max-memory 134217728 --max-steps 50000000 --timeout 20
# expect: status=3 kind=steps|time
# Quadratic work through natives that look cheap.
a = list(range(200000))
while a:
    a.pop(0)
    a.index(199999)
    a.insert(0, 5)
    a.remove(199999)
    a.append(199999)
    a.count(7)
