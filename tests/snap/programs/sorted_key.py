# Stops lie inside key functions, comparisons and the merging of runs.
calls = []


def key(word):
    calls.append(word)
    total = 0
    for c in word:
        total = total * 31 + ord(c)
    return total % 1009


class Backwards:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n > other.n

    def __repr__(self):
        return f"B{self.n}"


words = [f"word{i * 7919 % 101}" for i in range(60)]
print(sorted(words, key=key)[:12])
print(len(calls), calls[-1])
print(sorted([Backwards(i * 37 % 41) for i in range(41)])[:9])
print(sorted(words, key=lambda w: (len(w), w), reverse=True)[:7])
print(max(words, key=key), min(words, key=key))
