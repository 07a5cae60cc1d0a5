# Iterating over a dict in which keys are taken out and put in again, so that its size stays.
def walk(d, view, change, limit=20):
    seen = []
    try:
        for item in view(d):
            seen.append(item)
            change(d, item)
            if len(seen) > limit:
                seen.append("...")
                break
    except RuntimeError as error:
        seen.append(str(error))
    return seen


def swap(d, item):
    key = item[0] if isinstance(item, tuple) else item
    del d[key]
    d[key] = 0


def other(d, item):
    d.pop(item)
    d[item + 1] = 0


def last(d, item):
    key, value = d.popitem()
    d[key] = value


for n in (1, 2):
    print(walk(dict.fromkeys(range(n), 0), dict.keys, swap))
    print(walk(dict.fromkeys(range(n), 0), dict.items, swap))
    print(walk(dict.fromkeys(range(n), 0), iter, last))
print(walk({0: 0}, dict.values, swap))
print(walk({0: 0}, iter, other))
d = {}
for i in range(100):
    d[i] = i
    if i > 2:
        del d[i]
    if i % 3 == 0:
        d.pop(0, None)
print(d, list(d), list(reversed(d)), len(d))
d.clear()
print(d, list(reversed(d)))
