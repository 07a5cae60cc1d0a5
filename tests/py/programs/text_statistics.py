# Words, sentences, frequencies, longest, palindromes, anagrams, histogram.
TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom.
It was the age of foolishness; it was the epoch of belief! Was it a car or a cat I saw?"""
words = [w.strip('.,;!?').lower() for w in TEXT.split()]
counts = {}
for w in words: counts[w] = counts.get(w, 0) + 1
top = sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:5]
print(len(words), len(counts), top, max(words, key=len), sum(map(len, words)) / len(words))
for w, n in top: print(f'{w:>8} {"#" * n} {n / len(words):.1%}')
sentences = [s.strip() for s in TEXT.replace('!', '.').replace('?', '.').replace('\n', ' ').split('.') if s.strip()]
print(len(sentences), [len(s.split()) for s in sentences], sentences[-1])
def clean(s): return ''.join(c for c in s.lower() if c.isalnum())
print([s for s in sentences if clean(s) == clean(s)[::-1]], clean('A man, a plan!') == clean('A man, a plan!')[::-1])
anagrams = {}
for w in ('listen', 'silent', 'enlist', 'google', 'elgoog', 'abc'): anagrams.setdefault(''.join(sorted(w)), []).append(w)
print([g for g in anagrams.values() if len(g) > 1])
def caesar(s, k): return ''.join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else chr((ord(c) - 65 + k) % 26 + 65) if c.isupper() else c for c in s)
print(caesar('Hello, World!', 3), caesar(caesar('Hello, World!', 3), -3))
def rle(s):
    out, i = '', 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]: j += 1
        out += f'{j - i}{s[i]}' if j - i > 1 else s[i]
        i = j
    return out
print(rle('aaabccddddd'), rle(''), rle('abc'))
def wrap(s, width):
    lines, line = [], ''
    for w in s.split():
        if line and len(line) + 1 + len(w) > width:
            lines.append(line)
            line = w
        else:
            line = line + ' ' + w if line else w
    return lines + [line]
for l in wrap(TEXT, 30): print(f'|{l:<30}|{l:^30}|')
vowels = {v: TEXT.lower().count(v) for v in 'aeiou'}
print(vowels, sum(vowels.values()), ' '.join(w.capitalize() for w in words[:4]), ''.join(w[0] for w in words[:8]).upper(), TEXT.title()[:20])
print([w for i, w in enumerate(words) if words.index(w) == i][:6], sorted(set(map(len, words))), TEXT.count('was'), TEXT.find('worst'), TEXT.splitlines()[1][:10])
