# limits: --max-memory 134217728 --max-steps 50000000 --timeout 20
# expect: status=0|3 last=ok kind=steps
# Patterns that make naive searching quadratic.
text, needle = 'a' * 2000000, 'a' * 1000000 + 'b'
print(needle in text, text.find(needle), text.count('a' * 999 + 'b'), text.rfind('b' + 'a' * 1000000), text.replace(needle, ''). __len__())
print(text.encode().find(needle.encode()), len(text.split(needle)))
print('ok')
