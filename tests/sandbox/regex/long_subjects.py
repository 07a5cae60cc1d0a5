# limits: --max-steps 100000000 --max-memory 134217728 --timeout 20
# expect: status=0|3 last=ok kind=steps
# Ordinary patterns over long texts, and functions that build long results.
import re
text = 'word ' * 200000
print(len(re.findall(r'\w+', text)), len(re.split(r'\s', text)), len(re.sub('o', '0', text)))
print(re.match(r'(?:word )*$', text) is not None, re.match(r'(?:(?:word) ?)+', text).end())
print(re.search(r'x|y|z', text), re.fullmatch(r'.*', text) is not None)
print('ok')
