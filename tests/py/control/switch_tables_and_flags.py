# Dispatch by dicts, functions in lists, early exits and flags.
ops = {'add': lambda a, b: a + b, 'sub': lambda a, b: a - b, 'div': lambda a, b: a / b}
def calc(op, a, b):
    f = ops.get(op)
    if not f: return f'unknown {op}'
    try:
        return f(a, b)
    except ZeroDivisionError:
        return 'inf'
    except TypeError as e:
        return f'bad: {e}'
print(calc('add', 1, 2), calc('div', 1, 0), calc('pow', 1, 2), calc('sub', 'a', 1))
def fizz(n): return 'Fizz' * (n % 3 == 0) + 'Buzz' * (n % 5 == 0) or str(n)
print([fizz(i) for i in range(1, 16)])
def grade(s):
    for limit, g in ((90, 'A'), (80, 'B'), (70, 'C')):
        if s >= limit: return g
    return 'F'
print([grade(s) for s in (95, 80, 79.5, 12)])
def leap(y): return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
print([y for y in (1900, 2000, 2023, 2024) if leap(y)])
def classify(x):
    if isinstance(x, bool): return 'bool'
    elif isinstance(x, (int, float)): return 'number' if x else 'zero'
    elif isinstance(x, str): return 'text' if x.strip() else 'blank'
    elif x is None: return 'none'
    try:
        iter(x)
    except TypeError:
        return 'other'
    else:
        return 'container'
print([classify(x) for x in (True, 0, 1.5, 'a', ' ', None, [], {}, object, len)])
found = next((i for i, c in enumerate('hello') if c == 'l'), -1)
missing = next((i for i, c in enumerate('hello') if c == 'z'), -1)
print(found, missing)
pipeline = [str.strip, str.lower, lambda s: s.replace(' ', '_'), list, lambda l: l[:3]]
x = '  Hello World '
for f in pipeline: x = f(x)
print(x)
day = {1: 'mon', 2: 'tue'}.get(3, 'other')
total = 0
for i in range(100):
    if i % 2: continue
    if i > 10: break
    total += i
print(day, total, i, 'even' if total % 2 == 0 else 'odd', (total > 5 and 'big') or 'small', [('neg', 'zero', 'pos')[(n > 0) - (n < 0) + 1] for n in (-5, 0, 5)])
